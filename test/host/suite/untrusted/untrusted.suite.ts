// Whatever an untrusted workspace says in its settings, its veo-audit.yaml and its records: no finding is hidden, no key
// is used, nothing is resumed. The settings and the configuration of this workspace try all of it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { evidence, forgetRuns, hooks, journals, plannedJournal, run } from '../smoke/support.ts';
import { closeAll, file, scan, show, until, untilRules, write } from '../support.ts';

describe('a workspace that is not trusted', () => {
  before(async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await hooks();
  });
  afterEach(closeAll);

  it('is scanned, and keeps its findings in closed files and open ones', async () => {
    const models = file('models.yaml');
    await untilRules(models, 'shut-down-model');
    await show(models);
    await untilRules(models, 'shut-down-model');
  });

  it('keeps them when its configuration is saved anew', async () => {
    await write('veo-audit.yaml', "ignore: ['models.yaml']\nrules: { shut-down-model: off }\n");
    await write('later.yaml', 'film: vertex_ai/veo-3.0-generate-001\n');
    await untilRules(file('later.yaml'), 'shut-down-model');
    await scan();
    await untilRules(file('models.yaml'), 'shut-down-model');
  });

  it('prices a request as the catalog does', async () => {
    const { document } = await show(file('render.ts'));
    const lens = await until('a lens with a price', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.map(({ command }) => command?.title ?? '').find((title) => title.includes('$'));
    });
    assert.match(lens, /\$3\.20/);
  });

  it('gets no key', async () => {
    const { keys } = await hooks();
    await keys.set('llm.example.com', 'planted-key-0123456789');
    assert.deepEqual([await keys.hosts(), await keys.bound()], [['llm.example.com'], []]);
    await keys.forget('llm.example.com');
  });

  it('has nothing of its records resumed, simulated or not', async () => {
    const { lines } = await hooks();
    const planted = new Map(
      [true, false].map((simulated) => plannedJournal(`planted-${simulated}`, { simulated })),
    );
    for (const [id, text] of planted) await write(`.veo-audit/journal/${id}.jsonl`, text);
    await run('resume');
    assert.match(lines.at(-1) ?? '', /This workspace is not trusted/);
    assert.deepEqual(await journals(), planted);
    assert.deepEqual(await evidence(), []);
    await forgetRuns();
  });
});
