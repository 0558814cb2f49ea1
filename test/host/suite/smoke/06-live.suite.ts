// The Live profile of the Test Explorer: what it sends without a key, without a yes, and with both. A surface on this
// machine stands in for one that bills, and everything that it is asked is counted.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bundledCatalog } from '../../../../src/catalog/bundled.ts';
import { type RunningSimulator, startSimulator } from '../../../../src/simulator/server.ts';
import { scaledClock } from '../../../../src/smoke/clock.ts';
import type { Confirmation } from '../../../../src/smoke/together.ts';
import { type AskedLog, listenAt } from '../../asked.ts';
import { closeAll, file, remove, scan, until, write } from '../support.ts';
import { evidence, forgetRuns, hooks, items, overhear, text } from './support.ts';

const KEY = 'planted-key-9876543210-never-to-be-seen';
/** A live run waits ten seconds before it first asks for its job. */
const A_WHOLE_RUN_MS = 40_000;
/** A request each. */
const PATHS = ['gateway.py', 'second.py'] as const;

describe('the Live profile of the Test Explorer', () => {
  let surface: RunningSimulator;
  let asked: AskedLog;
  let host = '';
  let yaml = '';

  before(async () => {
    surface = await startSimulator({
      catalog: bundledCatalog(),
      asOf: '2026-11-21',
      clock: scaledClock(100),
      random: Math.random,
      dialect: 'litellm',
    });
    asked = listenAt(surface.origin);
    host = new URL(surface.origin).host;
    yaml = await text('veo-audit.yaml');
    await write(
      'veo-audit.yaml',
      `gateways:\n  here: { kind: litellm, url: '${surface.origin}' }\nroutes:\n  gated:\n    match: { file: gateway.py }\n    gateway: here\n    surface: litellm\n  second:\n    match: { file: second.py }\n    gateway: here\n    surface: litellm\n`,
    );
    for (const path of PATHS)
      await write(
        path,
        `import litellm\n\nvideo = litellm.video_generation(model="vertex_ai/veo-3.1-lite-generate-001", prompt="x")\n`,
      );
    await scan();
  });
  after(async () => {
    const { keys, answer } = await hooks();
    answer(null);
    for (const known of await keys.hosts()) await keys.forget(known);
    asked.stop();
    await surface.close();
    for (const path of PATHS) await remove(file(path));
    await write('veo-audit.yaml', yaml);
    await forgetRuns();
    await closeAll();
  });
  beforeEach(forgetRuns);

  /** Runs the route by the profile as the explorer does; what the run was told, and the requests that it sent. */
  async function runLive(
    confirm: (question: Confirmation) => Promise<boolean>,
    paths: readonly string[] = ['gateway.py'],
  ) {
    const { answer, controller, live } = await hooks();
    answer(confirm);
    const tests = await until('the routes are tests', () => {
      const found = items(controller).filter(({ id }) => paths.some((path) => id.includes(path)));
      return found.length === paths.length && found;
    });
    const before = asked.requests.length;
    const cancel = new vscode.CancellationTokenSource();
    const told = await overhear(async () => {
      await live.runHandler(new vscode.TestRunRequest(tests, undefined, live), cancel.token);
    });
    return { told, sent: asked.requests.slice(before) };
  }

  it('sends nothing without a key for exactly this host', async () => {
    const { keys } = await hooks();
    await keys.set('127.0.0.1:1', KEY);
    await keys.set('gateway.example', KEY);
    // The editor may not have read the configuration yet, which says where the gateway lives.
    const { told, sent } = await until('the gateway is known', async () => {
      const run = await runLive(async () => true);
      return run.told.ended.join().includes('not run') && run;
    });
    assert.match(
      told.ended.join(),
      new RegExp(`errored: not run: There is no key for ${host}.*Set Key for Host`),
    );
    assert.deepEqual(sent, []);
  });

  it('without a yes sends no request for a video', async () => {
    const { keys } = await hooks();
    await keys.set(host, KEY);
    const { told, sent } = await runLive(async () => false);
    assert.match(told.ended.join(), /errored: not run \(simulated\): The run was not confirmed/);
    assert.deepEqual(
      sent.map(({ method, path }) => `${method} ${path}`),
      ['GET /v1/models'],
      'only the free question',
    );
  });

  it('with a key and a yes sends exactly one, after a question that names the most it can cost', async function () {
    this.timeout(A_WHOLE_RUN_MS);
    const questions: (Confirmation & { readonly submitsBefore: number })[] = [];
    const { told, sent } = await runLive(async (question) => {
      questions.push({ ...question, submitsBefore: asked.submits() });
      return true;
    });
    // The address is a simulator's, so the run counts as simulated: no green tick.
    assert.deepEqual(told.ended, ['skipped'], told.output);
    assert.equal(questions.length, 1, 'one question');
    const [question] = questions;
    assert.equal(question?.submitsBefore, 0, 'asked before anything was sent');
    assert.equal(question.host, host);
    assert.ok(question.mostUsd !== null && question.mostUsd > 0, 'the price is known');
    assert.match(question.text, new RegExp(`It can cost \\$${question.mostUsd.toFixed(2)} at most`));
    assert.equal(asked.submits(), 1, 'one request for a video');
    assert.ok(
      sent.every(({ authorization }) => authorization === `Bearer ${KEY}`),
      'with its key',
    );
    const [proof] = await evidence();
    assert.equal(proof?.submits.sent, 1);
    assert.ok(!told.output.includes(KEY) && !JSON.stringify(proof).includes(KEY), 'the key is not told');
  });

  it('asks about two requests one after the other, and one yes sends one of them', async function () {
    this.timeout(A_WHOLE_RUN_MS);
    const submits = asked.submits();
    let open = 0;
    let questions = 0;
    await runLive(async () => {
      questions++;
      assert.equal(++open, 1, 'two questions at once');
      // Time enough for the other run to ask its own.
      await new Promise((resolve) => setTimeout(resolve, 500));
      open--;
      return questions === 1;
    }, PATHS);
    assert.equal(questions, 2, 'a question for each');
    assert.equal(asked.submits() - submits, 1, 'one request for a video');
  });
});
