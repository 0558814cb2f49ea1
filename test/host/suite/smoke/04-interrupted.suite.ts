// A window that ended in the middle of a run: its journal is found, and its job is asked for again.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, show, until, write } from '../support.ts';
import { evidence, forgetRuns, journals, ready, run } from './support.ts';

describe('an interrupted run', () => {
  before(ready);
  beforeEach(forgetRuns);
  afterEach(closeAll);

  for (const last of ['submitted', 'polling', 'downloading', 'verifying'] as const) {
    it(`goes on from "${last}" without a second submit`, async () => {
      const { planted, id } = await interruptedAt(last);
      await run('resume');
      const [proof] = (await evidence()).filter(({ runId }) => runId === id);
      assert.equal(proof?.state, 'passed', proof?.outcome.message);
      assert.equal(proof.submits.sent, 1);
      const journal = (await journals()).get(id) ?? '';
      assert.ok(journal.startsWith(planted), 'the journal goes on');
      assert.equal(journal.match(/"type":"submitting"/g)?.length, 1, 'one submit');
    });
  }

  it('whose submit was on its way is given up, not repeated', async () => {
    const { id } = await interruptedAt('submitting');
    await run('resume');
    const [proof] = (await evidence()).filter(({ runId }) => runId === id);
    assert.equal(proof?.outcome.failure, 'lost-answer');
    assert.equal(proof.submits.sent, 1);
  });

  it('that is broken is left alone and said', async () => {
    const { lines } = await ready();
    await write('.veo-audit/journal/20261121T000000Z-broken-aaaaaa.jsonl', '{"type":"polling","at":1}\n');
    await run('resume');
    await until('it is said', () =>
      lines.some((line) => line.includes('20261121T000000Z-broken-aaaaaa cannot be read')),
    );
    assert.equal((await journals()).size, 1);
  });
});

/** Runs a simulation, then takes back all that the disk has learnt since an event. */
async function interruptedAt(last: string): Promise<{ readonly planted: string; readonly id: string }> {
  const editor = await show(file('render.ts'));
  editor.selection = new vscode.Selection(6, 0, 6, 0);
  await run('simulate');
  const [entry] = [...(await journals())].filter(([id]) => !id.endsWith('-refusal'));
  assert.ok(entry !== undefined);
  const [id, journal] = entry;
  const events = journal.split('\n');
  const end = events.findIndex((line) => {
    const type: string = JSON.parse(line || '{}').type ?? '';
    return type === (last === 'downloading' ? 'finished' : last);
  });
  assert.ok(end >= 0, `the journal tells of ${last}`);
  const planted = `${events.slice(0, end + 1).join('\n')}\n`;
  await vscode.workspace.fs.delete(file('.veo-audit/journal'), { recursive: true });
  await vscode.workspace.fs.delete(file('.veo-audit/evidence'), { recursive: true });
  await write(`.veo-audit/journal/${id}.jsonl`, planted);
  return { planted, id };
}
