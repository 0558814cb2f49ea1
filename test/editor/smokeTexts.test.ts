// What a person reads of smoke tests in the editor: while they go on, when they are cancelled, which hosts are known.
import assert from 'node:assert/strict';
import { knownHosts } from '../../src/editor/smoke/knownHosts.ts';
import { cancelSentence, endInWords, progressOf } from '../../src/editor/smoke/progressText.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, CATALOG, planOf } from '../smoke/harness.ts';

/** A run as it was when it was first in a state. */
async function runIn(state: Run['state'], simulated: boolean): Promise<Run> {
  const seen: Run[] = [];
  const bench = benchOf('vertex-ai', {}, { onEvent: (run) => void seen.push(run) });
  await runSmoke(planOf('vertex-ai', { simulated }), bench.world, bench.journal);
  const found = seen.find((run) => run.state === state);
  assert.ok(found !== undefined, state);
  return found;
}

describe('the texts of a smoke test in the editor', () => {
  it('speak of money for live runs alone', async () => {
    const [live, simulated] = [await runIn('polling', false), await runIn('polling', true)];
    assert.equal(progressOf([live], 12_300), '12 s · polling · at most $0.40');
    assert.equal(progressOf([simulated, simulated], 1_000), '1 s · 2 polling · simulated');
    assert.match(cancelSentence([live]), /does not stop the bill\. The handle is kept/);
    assert.match(cancelSentence([simulated]), /^Cancelled\. Resume Smoke Tests goes on with /);
    assert.equal(cancelSentence([]), 'Cancelled before a job was started.');
  });

  it('never take the end of a simulation for one of a live run', () => {
    assert.deepEqual(
      (['passed', 'failed', 'not run'] as const).map((end) => [
        endInWords(end, false),
        endInWords(end, true),
      ]),
      [
        ['passed', 'passed (simulated)'],
        ['failed', 'failed (simulated)'],
        ['not run', 'not run (simulated)'],
      ],
    );
  });
});

describe('the hosts that a key may be for', () => {
  it("are kept ones, the team's gateways, then the catalog's, Vertex AI's with the location in use", () => {
    const gateways = {
      house: { url: 'https://llm.studio.example:8443/model/info' },
      again: { url: 'https://openrouter.ai/api' },
      plain: { url: 'http://plain.example' },
      silent: {},
    };
    const here = { location: 'europe-west4', kept: ['openrouter.ai'], gateways };
    const hosts = knownHosts(CATALOG, here).map(({ host }) => host);
    assert.deepEqual(hosts.slice(0, 4), [
      'openrouter.ai',
      'llm.studio.example:8443',
      'generativelanguage.googleapis.com',
      'europe-west4-aiplatform.googleapis.com',
    ]);
    assert.equal(new Set(hosts).size, hosts.length, 'each once');
    assert.ok(hosts.every((host) => /^[a-z0-9.:-]+$/.test(host)));
  });
});
