// What may be sent, and to whom: keys bound to hosts, a person's yes, a ceiling. Live routes lead to this machine here.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HostKeys, typedHost } from '../../../../src/editor/smoke/hostKeys.ts';
import type { Confirmation } from '../../../../src/smoke/together.ts';
import { closeAll, file, remove, scan, until, write } from '../support.ts';
import {
  type CountingSurface,
  countingSurface,
  evidence,
  forgetRuns,
  hooks,
  items,
  journals,
  plannedJournal,
  run,
  text,
} from './support.ts';

const KEY = 'planted-key-0123456789-never-to-be-seen';

describe('a live smoke test', () => {
  let surface: CountingSurface;
  let yaml = '';

  before(async () => {
    surface = await countingSurface();
    yaml = await text('veo-audit.yaml');
    await write(
      'veo-audit.yaml',
      `gateways:\n  here: { kind: litellm, url: '${surface.origin}/model/info' }\nroutes:\n  gated:\n    match: { file: gateway.py }\n    gateway: here\n    surface: litellm\n    request: { aspectRatio: '9:16' }\n`,
    );
    await write(
      'gateway.py',
      `import litellm\n\nvideo = litellm.video_generation(model="vertex_ai/veo-3.1-lite-generate-001", prompt="x")\n`,
    );
    await scan();
    await until('the route is known', async () => (await gated()) !== undefined);
  });
  after(async () => {
    const { keys, answer } = await hooks();
    answer(null);
    for (const host of await keys.hosts()) await keys.forget(host);
    surface.close();
    await remove(file('gateway.py'));
    await write('veo-audit.yaml', yaml);
    await forgetRuns();
    await closeAll();
  });
  beforeEach(forgetRuns);

  async function gated(): Promise<string | undefined> {
    const { controller } = await hooks();
    return items(controller).find(({ id }) => id.includes('gateway.py'))?.id;
  }

  async function live(confirm: (question: Confirmation) => Promise<boolean>) {
    const { answer } = await hooks();
    answer(confirm);
    const asked = surface.asked.length;
    // The editor may not have read the configuration yet, which says where the gateway lives.
    const [proof] = await until('a run', async () => {
      await run('run', { target: await gated(), mode: 'live' });
      const found = await evidence();
      return found.length > 0 && found;
    });
    assert.ok(proof !== undefined);
    return { proof, sent: surface.asked.slice(asked) };
  }

  it('sends nothing without a key', async () => {
    const { proof, sent } = await live(async () => true);
    assert.equal(proof.outcome.failure, 'no-key');
    assert.deepEqual(sent, []);
  });

  it('sends nothing to a host that a key was not given for', async () => {
    const { keys } = await hooks();
    await keys.set('127.0.0.1:1', KEY);
    await keys.set('gateway.example', KEY);
    const { proof, sent } = await live(async () => true);
    assert.equal(proof.outcome.failure, 'no-key');
    assert.deepEqual(sent, []);
  });

  it('asks, and submits nothing on a no', async () => {
    const { keys } = await hooks();
    await keys.set(new URL(surface.origin).host, KEY);
    const questions: Confirmation[] = [];
    const { proof, sent } = await live(async (question) => {
      questions.push(question);
      return false;
    });
    assert.equal(proof.outcome.failure, 'not-confirmed');
    assert.deepEqual(
      sent.map(({ path }) => path),
      ['/v1/models'],
      'only the free question',
    );
    const [question] = questions;
    assert.equal(question?.route, 'gated');
    assert.equal(question.host, new URL(surface.origin).host);
    assert.match(question.text, /vertex_ai\/veo-3\.1-lite-generate-001.*9:16.*ceiling is \$2\.00/);
  });

  describe('under a ceiling', () => {
    let configured = '';

    before(async () => {
      configured = await text('veo-audit.yaml');
      const { keys } = await hooks();
      await keys.set(new URL(surface.origin).host, KEY);
    });
    after(() => write('veo-audit.yaml', configured));

    /** What the question says of the ceiling, once a team's file says something. */
    async function ceilingWith(teams: string, other: string): Promise<string> {
      await write('veo-audit.yaml', `${configured}smoke: { maxUsd: ${teams} }\n`);
      return until('the configuration counts', async () => {
        let asked = '';
        await live(async (question) => {
          asked = question.text;
          return false;
        });
        await forgetRuns();
        const [, ceiling = ''] = /ceiling is (\$[\d.]+\d)/.exec(asked) ?? [];
        return ceiling !== other && ceiling;
      });
    }

    it("is asked about under the user's own, which the team's file can lower and never raise", async () => {
      assert.equal(await ceilingWith('0.5', '$2.00'), '$0.50');
      assert.equal(await ceilingWith('900', '$0.50'), '$2.00');
    });

    it("is not raised by the workspace's settings", async () => {
      const settings = { 'veoAudit.smoke.maxUsd': 9999, 'veoAudit.codeLens': false };
      await write('.vscode/settings.json', JSON.stringify(settings));
      const isRead = () =>
        vscode.workspace.getConfiguration('veoAudit').inspect('codeLens')?.workspaceValue === false;
      await until("the workspace's settings are read", isRead);
      assert.equal(await ceilingWith('0.5', '$2.00'), '$0.50');
      assert.equal(await ceilingWith('900', '$0.50'), '$2.00');
      await remove(file('.vscode'));
    });

    it("goes on under the team's lower one when it was interrupted", async () => {
      const { answer } = await hooks();
      assert.equal(await ceilingWith('0.5', '$2.00'), '$0.50');
      const [id, journal] = plannedJournal('planted', { simulated: false, baseUrl: surface.origin });
      await write(`.veo-audit/journal/${id}.jsonl`, journal);
      const questions: string[] = [];
      answer(async (question) => {
        questions.push(question.text);
        return false;
      });
      await run('resume');
      assert.match(questions.join(), /^[^$]*\$[^$]*ceiling is \$0\.50/);
    });
  });

  it('without a person who answers, submits nothing', async () => {
    const { answer } = await hooks();
    answer(null);
    const asked = surface.asked.length;
    const running = run('run', { target: await gated(), mode: 'live' });
    // A modal question stays open: nothing may happen behind it.
    await until('the free question', () => surface.asked.length > asked);
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 1500))]);
    assert.deepEqual(
      surface.asked.slice(asked).map(({ path }) => path),
      ['/v1/models'],
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('writes the key nowhere', async () => {
    const { lines, keys } = await hooks();
    const { sent } = await live(async () => true);
    assert.ok(
      sent.some(({ path }) => path === '/v1/videos'),
      'it was submitted',
    );
    assert.ok(
      sent.every(({ authorization }) => authorization === `Bearer ${KEY}`),
      'with its key',
    );
    assert.deepEqual(
      [...(await keys.hosts())].sort(),
      ['127.0.0.1:1', new URL(surface.origin).host, 'gateway.example'].sort(),
    );
    const written = [
      ...lines,
      JSON.stringify(await evidence()),
      ...(await journals()).values(),
      JSON.stringify(vscode.workspace.getConfiguration()),
      await text('veo-audit.yaml'),
    ];
    for (const place of written) assert.ok(!place.includes(KEY), place.slice(0, 200));
  });
});

describe('the keys', () => {
  it('are kept in one secret and nowhere else, and forgotten', async () => {
    const kept = new Map<string, string>();
    const keys = new HostKeys({
      keys: async () => [...kept.keys()],
      get: async (name) => kept.get(name),
      store: async (name, value) => void kept.set(name, value),
      delete: async (name) => void kept.delete(name),
      onDidChange: () => ({ dispose: () => {} }),
    } as vscode.SecretStorage);
    await keys.set('a.example', KEY);
    await keys.set('b.example:8443', 'other');
    assert.deepEqual(await keys.hosts(), ['a.example', 'b.example:8443']);
    assert.equal(kept.size, 1);
    const [first] = await keys.bound();
    assert.deepEqual([first?.hosts, await first?.secret()], [['a.example'], KEY]);
    await keys.forget('a.example');
    await keys.forget('b.example:8443');
    assert.equal(kept.size, 0);
  });

  it('are bound to what was typed: a host or an address', () => {
    assert.equal(typedHost(' Generativelanguage.googleapis.com '), 'generativelanguage.googleapis.com');
    assert.equal(typedHost('https://gw.example:8443/v1'), 'gw.example:8443');
    assert.equal(typedHost('http://127.0.0.1:4000'), '127.0.0.1:4000');
    for (const text of ['http://gw.example', 'https://user:pw@gw.example', '', 'two words'])
      assert.equal(typedHost(text), null, text);
  });
});
