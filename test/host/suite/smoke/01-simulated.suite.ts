// A simulated smoke test by command: states in the output, evidence on the disk and on the screen.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, remove, rulesOf, set, show, squiggles, until, write } from '../support.ts';
import { evidence, forgetRuns, frontTab, hooks, items, ready, run } from './support.ts';

const REFUSED = `import { GoogleGenAI } from '@google/genai';
const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });
export const poster = (prompt: string) =>
  ai.models.generateVideos({ model: 'veo-3.1-lite-generate-001', prompt, config: { resolution: '4k' } });
`;

describe('a simulated smoke test', () => {
  before(ready);
  beforeEach(forgetRuns);
  afterEach(closeAll);

  it('goes through its states, says them, and leaves evidence that opens', async () => {
    const { lines } = await ready();
    const from = lines.length;
    const editor = await show(file('render.ts'));
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    await run('simulate');
    const said = lines.slice(from).filter((line) => line.startsWith('teaser [simulated] ▸ '));
    const states = [
      'planned',
      'confirmed',
      'submitting',
      'submitted',
      'polling',
      'downloading',
      'verifying',
      'passed',
    ];
    const order = states.map((state) => said.findIndex((line) => line.includes(`▸ ${state}`)));
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      order,
      said.join('\n'),
    );
    assert.ok(!order.includes(-1), said.join('\n'));

    const [proof, refusal] = await evidence();
    assert.equal(proof?.state, 'passed');
    assert.equal(proof.simulated, true);
    assert.equal(proof.submits.sent, 1);
    assert.equal(proof.route.owner, 'studio team');
    assert.equal(proof.request.durationSeconds, 4, 'the smallest request');
    assert.equal(proof.decision.verdict, 'research backlog');
    assert.equal(refusal?.kind, 'controlled-failure');
    assert.equal(refusal.state, 'passed');
    const verdict = lines.slice(from).at(-1) ?? '';
    assert.ok(verdict.startsWith('teaser [simulated] ▸ passed: The route made the video'), verdict);
    assert.ok(verdict.endsWith(file(`.veo-audit/evidence/${proof.runId}.md`).fsPath), 'the path is last');
    const page = file(`.veo-audit/evidence/${proof.runId}.md`);
    await vscode.commands.executeCommand('veoAudit.smoke.openEvidence', page);
    await until('the evidence opens', () => frontTab() === 'Smoke test of teaser: passed (simulated)');
  });

  it('fails where the surface refuses the request, as the editor says', async () => {
    const { controller } = await ready();
    const uri = await write('refused.ts', REFUSED);
    try {
      await until('it has its squiggle', () => rulesOf(uri).includes('unsupported-parameter'));
      const isIts = (item: vscode.TestItem) => item.uri?.toString() === uri.toString();
      const test = await until('it is a test', () => items(controller).find(isIts));
      await run('simulate', { target: test.id });
      const [proof] = await evidence();
      assert.equal(proof?.state, 'failed');
      assert.equal(proof.request.resolution, '4k', 'the value that is refused');
      assert.equal(proof.requestFrom, 'route', 'and says whose request it is');
      assert.equal(proof.submits.accepted, 0);
    } finally {
      await remove(uri);
      await until('its test is gone', () => items(controller).every(({ uri: at }) => at?.path !== uri.path));
    }
  });

  it('runs the route that a lens names even while its file is looked at anew', async () => {
    const { controller } = await ready();
    const target = items(controller)[0]?.id;
    await set('asOf', '2026-11-20');
    await run('simulate', { target });
    await set('asOf', undefined);
    assert.equal((await evidence())[0]?.state, 'passed');
  });

  it('runs no other route where the one that is named is gone', async () => {
    await run('simulate', {
      target: `${file('render.ts').toString()}#gone|veo-3.0-generate-001|vertex-ai#1`,
    });
    assert.deepEqual(await evidence(), []);
  });

  it('sends nothing for a dead ID', async () => {
    const editor = await show(file('render.ts'));
    editor.selection = new vscode.Selection(13, 5, 13, 5);
    await run('simulate');
    const [proof, ...more] = await evidence();
    assert.equal(proof?.outcome.failure, 'dead-id');
    assert.deepEqual([proof.submits.sent, proof.exchanges.length, more.length], [0, 0, 0]);
  });

  it('runs every route under one command', async () => {
    const { lines } = await hooks();
    const from = lines.length;
    await run('runAll', { mode: 'simulated' });
    const ends = (await evidence()).map(({ kind, state }) => `${kind} ${state}`).sort();
    const said = lines.slice(from).join('\n');
    assert.equal(ends.join(', '), 'controlled-failure passed, smoke failed, smoke passed', said);
  });

  it('is offered above each request', async () => {
    const { controller } = await ready();
    await show(file('render.ts'));
    const lenses = await until('lenses', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        file('render.ts'),
      );
      const own = all.filter(({ command }) => command?.command === 'veoAudit.smoke.run');
      return own.length === 2 && own;
    });
    const asked = lenses
      .map(({ command }) => command?.arguments?.[0].target ?? command?.arguments?.[0].among)
      .sort();
    assert.deepEqual(
      asked,
      items(controller)
        .map(({ id }) => id)
        .sort(),
      'the tests of the explorer',
    );
  });

  it('leaves nothing behind that is audited', async () => {
    await run('runAll', { mode: 'simulated' });
    const [proof] = await evidence();
    assert.ok(proof !== undefined);
    const markdown = file(`.veo-audit/evidence/${proof.runId}.md`);
    await show(markdown);
    await vscode.commands.executeCommand('veoAudit.scanWorkspace');
    assert.deepEqual(squiggles(markdown), []);
    const report = JSON.parse(await vscode.commands.executeCommand<string>('veoAudit.reportJson'));
    const files = new Set(report.references.map((reference: { readonly file: string }) => reference.file));
    assert.deepEqual([...files].sort(), ['render.ts', 'veo-audit.yaml']);
  });
});
