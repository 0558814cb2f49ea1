// Evidence of runs that are not whole: without an end, a yes, a price, a report or a length; and what each part says.
import assert from 'node:assert/strict';
import type { DetailBlock } from '../../src/report/detail/types.ts';
import { decide, type Evidence, evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceDetail } from '../../src/smoke/evidenceDetail.ts';
import { type Plan, type Run, type RunEvent, replay } from '../../src/smoke/run.ts';
import type { SmokeRequest } from '../../src/smoke/types.ts';
import type { VideoReport } from '../../src/smoke/verify.ts';
import { CATALOG, PRICE, planOf } from './harness.ts';

const CONFIRMED: RunEvent = { at: 2_000, type: 'confirmed', mostUsd: 1, ceilingUsd: 2, deadlineAt: 9_000 };
const PASSED: RunEvent = {
  at: 8_000,
  type: 'ended',
  state: 'passed',
  outcome: { failure: null, message: 'It passed.' },
};
const REPORT: VideoReport = {
  facts: { durationSeconds: 4, width: 2, height: 1, framesPerSecond: 24, audio: true, codecs: ['c'] },
  checks: [{ name: 'mp4', ok: true, expected: 'e', found: 'f' }],
};
const NO_VIDEO: VideoReport = {
  facts: null,
  checks: [{ name: 'mp4', ok: false, expected: 'e', found: 'f' }],
};

const told = (plan: Partial<Plan>, ...events: readonly RunEvent[]): Run =>
  replay([{ at: 1_000, type: 'planned', plan: planOf('vertex-ai', plan) }, ...events]) ?? assert.fail();

/** A run that passed with videos, of which those have reports. */
function finished(videos: number, reports: readonly VideoReport[], request: Partial<SmokeRequest> = {}): Run {
  const plan = { request: { ...planOf('vertex-ai').request, ...request } };
  const stored = Array.from({ length: videos }, (_, index): RunEvent => {
    const video = { file: `v-${index}.mp4`, bytes: 1, sha256: 'x' };
    return { at: 6_000, type: 'stored', video };
  });
  return told(
    plan,
    { at: 1_500, type: 'preflight', checks: [], estimate: PRICE },
    CONFIRMED,
    { at: 3_000, type: 'submitting' },
    { at: 4_000, type: 'submitted', handle: 'h', deadlineAt: 9_000 },
    { at: 5_000, type: 'polling' },
    { at: 6_000, type: 'finished', videos, filtered: 0, reasons: [], reportedUsd: null },
    ...stored,
    { at: 7_000, type: 'verifying' },
    { at: 7_000, type: 'verified', reports },
    PASSED,
  );
}

const evidence = (run: Run, controlled: Run | null = null): Evidence =>
  evidenceOf(run, { version: '1', catalog: CATALOG, redact: (text) => text, controlled });

describe('the evidence of a run', () => {
  it('that has not ended says so, and has nothing that was not yet', () => {
    const { outcome, decision, cost, operation, videos, deletedAfter, submits } = evidence(told({}));
    assert.deepEqual(outcome, { failure: null, message: 'The run has not ended.', next: null });
    assert.deepEqual(decision, { verdict: 'research backlog', reasons: ['The run did not pass.'] });
    assert.deepEqual(cost, {
      confirmedAt: null,
      ceilingUsd: null,
      estimatedUsd: null,
      assumptions: [],
      source: null,
      priceCheckedOn: null,
      reportedUsd: null,
      billableSeconds: 0,
    });
    assert.deepEqual([operation, videos, deletedAfter, submits], [null, [], null, { sent: 0, accepted: 0 }]);
  });

  it('says when it was allowed, up to how much, and what its price assumes', () => {
    const cost = { ...PRICE.cost, assumptions: ['a', 'b'] };
    const priced: RunEvent = { at: 1_500, type: 'preflight', checks: [], estimate: { known: true, cost } };
    const known = evidence(told({}, priced, CONFIRMED)).cost;
    assert.deepEqual(
      [known.confirmedAt, known.ceilingUsd, known.assumptions],
      ['1970-01-01T00:00:02.000Z', 2, ['a', 'b']],
    );
    const estimate = { known: false, reason: 'r' } as const;
    const unknown = evidence(told({}, { ...priced, estimate })).cost;
    assert.deepEqual([unknown.assumptions, unknown.estimatedUsd], [['r'], null]);
  });

  it('says where the surface was to put its video', () => {
    const request = { ...planOf('vertex-ai').request, storageUri: 'gs://bucket/out' };
    assert.equal(evidence(told({ request })).request.storageUri, 'gs://bucket/out');
    assert.equal(evidence(told({})).request.storageUri, null);
  });

  it('whose video is none, or was not looked into, has the video without facts', () => {
    const unknown = {
      bytes: 1,
      sha256: 'x',
      durationSeconds: null,
      width: null,
      height: null,
      framesPerSecond: null,
      audio: null,
    };
    assert.deepEqual(evidence(finished(2, [NO_VIDEO])).videos, [
      { ...unknown, file: 'v-0.mp4', checks: NO_VIDEO.checks },
      { ...unknown, file: 'v-1.mp4', checks: [] },
    ]);
  });

  it('counts the seconds that were made: as they were found, else as they were asked for', () => {
    const long = { ...REPORT, facts: { ...(REPORT.facts ?? assert.fail()), durationSeconds: 6.5 } };
    const seconds = (...given: Parameters<typeof finished>) =>
      evidence(finished(...given)).cost.billableSeconds;
    assert.equal(seconds(2, [REPORT, long]), 10.5);
    assert.equal(seconds(2, [long, NO_VIDEO]), 10.5);
    assert.equal(seconds(1, []), 4);
    assert.equal(seconds(0, []), 0);
    assert.equal(seconds(2, [REPORT, NO_VIDEO], { durationSeconds: null }), null);
    assert.equal(seconds(2, [REPORT, long], { durationSeconds: null }), 10.5);
  });

  it('has its controlled failure, refused or not, ended or not', () => {
    const fault = 'an empty prompt';
    const refused = told({ id: 'c', kind: 'controlled-failure', fault }, CONFIRMED, PASSED);
    const open = told({ id: 'c', kind: 'controlled-failure', fault }, CONFIRMED);
    const shown = (controlled: Run | null) => evidence(finished(1, [REPORT]), controlled).controlledFailure;
    assert.deepEqual(shown(refused), { runId: 'c', passed: true, fault, message: 'It passed.' });
    assert.deepEqual(shown(open), { runId: 'c', passed: false, fault, message: '' });
    assert.deepEqual(shown(told({ id: 'c' })), { runId: 'c', passed: false, fault: '', message: '' });
    assert.equal(shown(null), null);
  });
});

describe('the decision on a route', () => {
  const refused = () => told({ kind: 'controlled-failure', fault: 'f' }, CONFIRMED, PASSED);

  it('is production with a reason, where nothing is in doubt', () =>
    assert.deepEqual(decide(finished(1, [REPORT]), refused()), {
      verdict: 'production',
      reasons: ['The route made what was asked for, refuses what it must, and its price is known.'],
    }));

  it('says of a run that did not pass whether it was run at all', () => {
    const ended = (failure: 'no-key' | 'forbidden') =>
      told({}, { ...PASSED, state: 'failed', outcome: { failure, message: 'm' } } as RunEvent);
    assert.deepEqual(decide(ended('no-key'), null).reasons, ['The smoke test was not run.']);
    assert.deepEqual(decide(ended('forbidden'), null).reasons, ['The run did not pass.']);
  });

  it('says what is in doubt, each thing once', () => {
    const run = finished(1, [REPORT]);
    const twice = { name: 'n', verdict: 'warning', message: 'm' } as const;
    for (const [doubtful, controlled, reasons] of [
      [run, told({ kind: 'controlled-failure' }), ['The controlled failure proved nothing: it did not end.']],
      [
        run,
        { ...refused(), state: 'failed' as const },
        ['The controlled failure proved nothing: It passed.'],
      ],
      [{ ...run, estimate: null }, refused(), ['No price per second is known for this route.']],
      [
        { ...run, preflight: [twice, { ...twice, verdict: 'ok' as const, message: 'o' }, twice] },
        refused(),
        ['m.'],
      ],
    ] as const)
      assert.deepEqual(decide(doubtful, controlled), { verdict: 'staging only', reasons });
  });
});

describe('the page of evidence', () => {
  const whole = () => evidence(finished(1, [REPORT]));
  const cells = (blocks: readonly DetailBlock[]) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : []));
  /** The text beside a name in the table of facts. */
  function beside(name: string, changes: Partial<Evidence>): string | undefined {
    const texts = cells(evidenceDetail({ ...whole(), ...changes }, 'f.json').blocks).map(({ text }) => text);
    return texts[texts.indexOf(name) + 1];
  }

  it('shows each video, where it is kept', () => {
    const files = (...rest: readonly ((name: string) => string)[]) =>
      evidenceDetail(whole(), 'f.json', ...rest).blocks.flatMap((block) =>
        block.kind === 'video' ? [block.file] : [],
      );
    assert.deepEqual(files(), ['v-0.mp4']);
    assert.deepEqual(
      files((name) => `kept/${name}`),
      ['kept/v-0.mp4'],
    );
  });

  it('shows a run that was not sent as neither passed nor failed', () => {
    const outcome = { failure: 'no-key', message: 'm', next: null };
    for (const [changes, end, state] of [
      [{}, 'passed', 'passed'],
      [{ state: 'failed' }, 'failed', 'failed'],
      [{ state: 'abandoned', outcome }, 'not run', 'not shown'],
    ] as const) {
      const { blocks } = evidenceDetail({ ...whole(), ...changes }, 'f.json');
      const [first] = blocks.flatMap((block) => (block.kind === 'line' ? [block.line[0]] : []));
      assert.deepEqual(first, { text: end, state });
    }
  });

  it('shows which checks of a video hold', () => {
    const [video] = whole().videos;
    assert.ok(video);
    const [check] = video.checks;
    assert.ok(check);
    const videos = [{ ...video, checks: [check, { ...check, ok: false }] }];
    const states = cells(evidenceDetail({ ...whole(), videos }, 'f.json').blocks).filter(
      ({ text }) => text === 'ok' || text === 'wrong',
    );
    assert.deepEqual(states, [
      { text: 'ok', state: 'pass' },
      { text: 'wrong', state: 'fail' },
    ]);
  });

  it('says of a request what was asked for, and nothing else', () => {
    const { request } = whole();
    const asked = { ...request, sampleCount: 2, generateAudio: false, storageUri: 'gs://b/o', prompt: 'P' };
    assert.equal(
      beside('Request', { request: asked }),
      "the test's own small one, 4 s, 720p, 16:9, 2 videos, without audio, kept at gs://b/o, “P”",
    );
    const nothing = { durationSeconds: null, resolution: null, aspectRatio: null, sampleCount: null };
    assert.equal(
      beside('Request', {
        request: { ...request, ...nothing, generateAudio: null, prompt: 'P' },
        requestFrom: 'route',
        fault: 'f',
      }),
      "the route's own, “P”, on purpose wrong: f",
    );
  });

  it('says of a price what it assumes and where it is from, as far as that is known', () => {
    const { cost } = whole();
    const priced = { ...cost, estimatedUsd: { min: 1, max: 1 }, assumptions: ['a', 'b'] };
    assert.equal(beside('Estimated cost', { cost: priced }), '$1.00 (TEST; checked on 2026-11-21; a; b)');
    assert.equal(
      beside('Estimated cost', { cost: { ...priced, source: null, priceCheckedOn: null } }),
      '$1.00 (a; b)',
    );
    assert.equal(beside('Estimated cost', { cost: { ...priced, estimatedUsd: null } }), 'not known (a; b)');
  });

  it('says all labels, and what a controlled failure came to', () => {
    const { route } = whole();
    assert.equal(beside('Labels', { route: { ...route, labels: { a: '1', b: '2' } } }), 'a=1, b=2');
    const failure = { runId: 'c', passed: false, fault: 'f', message: 'm' };
    const name = 'Controlled failure';
    assert.equal(beside(name, { controlledFailure: failure }), 'not shown to be refused: f. m');
    assert.equal(
      beside(name, { controlledFailure: { ...failure, passed: true } }),
      'refused, as it must be: f. m',
    );
    assert.equal(beside(name, { controlledFailure: null }), 'not run');
    assert.equal(beside(name, { kind: 'controlled-failure' }), 'this is one');
  });
});
