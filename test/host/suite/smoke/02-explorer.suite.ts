// The Test Explorer: its own commands run the routes; what its runs are told is overheard at the controller.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, show, until } from '../support.ts';
import { evidence, forgetRuns, items, journals, overhear, ready, run } from './support.ts';

describe('the Test Explorer', () => {
  before(ready);
  beforeEach(forgetRuns);
  afterEach(closeAll);

  it('lists the routes by file', async () => {
    const { controller } = await ready();
    const files: string[] = [];
    controller.items.forEach(({ label }) => {
      files.push(label);
    });
    assert.deepEqual(files, ['render.ts', 'veo-audit.yaml'].slice(0, files.length));
    assert.deepEqual(
      items(controller).map(({ range }) => range?.start.line),
      [5, 13],
    );
  });

  it('runs them simulated unless told otherwise', async () => {
    const told = await overhear(async () => {
      await vscode.commands.executeCommand('testing.runAll');
    });
    assert.deepEqual(told.ended.map((end) => end.split(':')[0]).sort(), ['errored', 'skipped']);
    assert.match(
      told.ended.find((end) => end.startsWith('errored')) ?? '',
      /failed \(simulated\): lifecycle: .*shut down/,
    );
    assert.match(told.output, /▸ submitted: job /);
    assert.match(told.output, /evidence: \.veo-audit\/evidence\/.*\.json\r\n/);
    assert.ok(!/[^\r]\n/.test(told.output), 'a terminal needs both ends of a line');
    assert.ok((await evidence()).every(({ simulated }) => simulated));
  });

  it('runs the route at the cursor', async () => {
    const editor = await show(file('render.ts'));
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    const told = await overhear(async () => {
      await vscode.commands.executeCommand('testing.runAtCursor');
    });
    assert.deepEqual(told.ended, ['skipped'], 'no green check for a simulation');
  });

  it('cancels, keeps the handle, and the run goes on later without a second submit', async () => {
    const { lines } = await ready();
    await speed(2);
    const editor = await show(file('render.ts'));
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    const from = lines.length;
    const told = await overhear(async () => {
      const running = vscode.commands.executeCommand('testing.runAtCursor');
      await until('a job', () => lines.slice(from).some((line) => line.includes('▸ submitted')));
      await vscode.commands.executeCommand('testing.cancelRun');
      await running;
    });
    await speed(undefined);
    assert.match(told.ended.join(), /^errored: failed \(simulated\): .*Resume the run/);
    const [cancelled] = await evidence();
    assert.equal(cancelled?.outcome.failure, 'cancelled');
    assert.ok(cancelled.operation !== null, 'the handle is kept');

    await run('resume');
    const resumed = (await evidence()).find(({ runId }) => runId === cancelled.runId);
    assert.equal(resumed?.state, 'passed', resumed?.outcome.message);
    assert.deepEqual([resumed.submits.sent, resumed.resumes, resumed.operation], [1, 1, cancelled.operation]);
    const journal = (await journals()).get(cancelled.runId);
    assert.equal(journal?.match(/"type":"submitting"/g)?.length, 1, 'one submit');
  });
});

async function speed(value: number | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('veoAudit.smoke')
    .update('simulationSpeed', value ?? 200, vscode.ConfigurationTarget.Global);
}
