// A workspace that nobody trusts: simulations run, and whatever asks for a live test, nothing is sent.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RefreshInstead } from '../../../../src/editor/commands/refreshFacts.ts';
import { countingSurface, evidence, forgetRuns, items, journals, ready, run } from '../smoke/support.ts';
import { closeAll, extension, file, scan, until, write } from '../support.ts';

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

  it('no surface is asked for a model, with a key and a yes at hand', async () => {
    const surface = await countingSurface();
    const { keys, answerProbe, probeAt, lines } = await ready();
    const { host } = new URL(surface.origin);
    await keys.set(host, 'planted-key-0123456789');
    probeAt(surface.origin);
    answerProbe(async () => true);
    await run('probe', {
      id: 'veo-3.1-generate-001',
      surface: 'vertex-ai',
      uri: file('render.ts').toString(),
    });
    assert.match(lines.at(-1) ?? '', /This workspace is not trusted/);
    assert.deepEqual(surface.asked, []);
    await assert.rejects(async () => vscode.workspace.fs.stat(file('.veo-audit/probes')));
    probeAt(null);
    answerProbe(null);
    await keys.forget(host);
    surface.close();
  });

  it('no fact is refreshed, and what its records say of facts does not count', async () => {
    const { refresh } = (await extension().activate()) as { readonly refresh: RefreshInstead };
    let asked = 0;
    refresh.confirm = async () => true;
    refresh.fetch = async () => {
      asked++;
      return new Response('');
    };
    await vscode.commands.executeCommand('veoAudit.refreshFacts');
    assert.equal(asked, 0);
    delete refresh.confirm;
    delete refresh.fetch;
    const probe = {
      ...{ schema: 'veo-route-audit/probe/1', simulated: false, model: 'veo-3.1-generate-001' },
      ...{ surface: 'vertex-ai', host: 'us-central1-aiplatform.googleapis.com', answer: 'gone', status: 404 },
      ...{ askedAt: '2026-11-20T10:00:00.000Z', said: 'planted words' },
    };
    await write('.veo-audit/probes/a.json', JSON.stringify(probe));
    await scan();
    const said = await vscode.lm.invokeTool('veoAudit_explain', {
      input: { id: 'veo-3.1-generate-001', day: '2026-11-21' },
      toolInvocationToken: undefined,
    });
    const texts = said.content.map((part) => (part as { readonly value: string }).value).join('\n');
    assert.match(texts, /Vertex AI/);
    assert.doesNotMatch(texts, /planted words/);
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
