// A workspace that nobody trusts: simulations run, and whatever asks for a live test, nothing is sent.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { countingSurface, evidence, forgetRuns, items, journals, ready, run } from '../smoke/support.ts';
import { closeAll, scan, until, write } from '../support.ts';

describe('in a workspace that is not trusted', () => {
  before(async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await ready();
  });
  beforeEach(forgetRuns);
  afterEach(closeAll);

  it('a live test sends nothing, with a key and a yes at hand', async () => {
    const surface = await countingSurface();
    const { keys, answer, lines, controller } = await ready();
    await keys.set(new URL(surface.origin).host, 'planted-key-0123456789');
    answer(async () => true);
    await write(
      'veo-audit.yaml',
      `gateways:\n  here: { kind: litellm, url: '${surface.origin}' }\nroutes:\n  teaser: { gateway: here, surface: litellm }\n`,
    );
    await scan();
    const target = await firstTest(controller);
    await run('run', { target, mode: 'live' });
    assert.match(lines.at(-1) ?? '', /This workspace is not trusted/);
    assert.deepEqual(surface.asked, []);
    assert.equal((await evidence()).length + (await journals()).size, 0);
    answer(null);
    await keys.forget(new URL(surface.origin).host);
    surface.close();
  });

  it('a simulation runs', async () => {
    const { controller } = await ready();
    await run('simulate', { target: await firstTest(controller) });
    const [proof] = await evidence();
    assert.deepEqual([proof?.state, proof?.simulated], ['passed', true]);
  });

  it('a lens runs a simulation without a question', async () => {
    const { controller } = await ready();
    await run('run', { target: await firstTest(controller) });
    assert.ok((await evidence()).every(({ simulated }) => simulated));
  });
});

/** The first test, once there is one: a changed configuration makes them anew. */
async function firstTest(controller: vscode.TestController): Promise<string> {
  return until('the route is known', () => items(controller)[0]?.id);
}
