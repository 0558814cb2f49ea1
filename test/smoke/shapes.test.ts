// What a line of a journal and a piece of evidence may be: each field of real ones, left out, changed or joined by another.
import assert from 'node:assert/strict';
import { EvidenceSchema, evidenceOf } from '../../src/smoke/evidence.ts';
import { eventOf, lineOf } from '../../src/smoke/journalSchema.ts';
import { type Run, type RunEvent, replay } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { summaryOf } from '../../src/smoke/summary.ts';
import { benchOf, CATALOG, planOf, routeOf } from './harness.ts';

type Path = readonly (string | number)[];

/** Fields that may be missing. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'requestFrom',
  'storageUri',
  'found',
  'operationFrom',
  'flat',
]);
/** Objects that may have any names in them. */
const OPEN: ReadonlySet<string> = new Set(['labels']);
/** Fields that hold one of a few words. */
const WORDS: ReadonlySet<string> = new Set([
  ...['type', 'kind', 'family', 'resolution', 'aspectRatio', 'modelStatus', 'requestFrom', 'verdict', 'step'],
  ...['failure', 'state', 'schema', 'operationFrom'],
]);

/** Every place in a value, from the outside in. */
function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index]);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) yield* placesIn(item, [...path, name]);
}

/** A copy in which a place is changed. */
function changed(value: unknown, path: Path, change: (found: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? changed(item, rest, change) : item));
  const entries = Object.entries(value as object).flatMap(([name, item]) => {
    if (name !== step) return [[name, item]];
    const other = changed(item, rest, change);
    return other === undefined ? [] : [[name, other]];
  });
  return Object.fromEntries(entries);
}

/** What is taken of a value though it should not be. */
function wronglyTaken(value: unknown, takes: (value: unknown) => boolean): readonly string[] {
  const bad: string[] = [];
  const tryOut = (what: string, path: Path, change: (found: unknown) => unknown) => {
    if (takes(changed(value, path, change))) bad.push(`${path.join('.')} ${what}`);
  };
  for (const path of placesIn(value)) {
    const name = String(path.at(-1));
    const inOpen = OPEN.has(String(path.at(-2)));
    if (path.length > 0 && typeof path.at(-1) === 'string' && !OPTIONAL.has(name) && !inOpen)
      tryOut('left out', path, () => undefined);
    tryOut('of another type', path, (found) => (found !== null && typeof found === 'object' ? 7 : { a: 1 }));
    let found: unknown;
    changed(value, path, (there) => {
      found = there;
      return there;
    });
    if (found !== null && typeof found === 'object' && !Array.isArray(found) && !OPEN.has(name))
      tryOut('with another field', path, (there) => ({ ...(there as object), other: 1 }));
    if (typeof found === 'string' && WORDS.has(name)) tryOut('of another word', path, () => 'dancing');
    if (typeof found === 'number') tryOut('as a text', path, (there) => String(there));
  }
  return bad;
}

async function runWith(
  changes: Parameters<typeof benchOf>[1],
): Promise<{ run: Run; events: readonly RunEvent[] }> {
  const bench = benchOf('openrouter', changes);
  const run = await runSmoke(
    planOf('openrouter', {
      requestFrom: 'route',
      fault: 'x',
      route: { ...routeOf('openrouter'), project: 'p', location: 'l' },
    }),
    bench.world,
    bench.journal,
  );
  return { run, events: bench.events };
}

const FOUND: RunEvent = {
  at: 9,
  type: 'submitted',
  handle: 'h',
  deadlineAt: 10,
  found: true,
};

const OTHERS: readonly RunEvent[] = [
  FOUND,
  { at: 1, type: 'refused' },
  { at: 1, type: 'unmasked' },
  { at: 1, type: 'reported', reportedUsd: -0.5 },
  { at: 1, type: 'resumed', deadlineAt: 5 },
  {
    at: 1,
    type: 'preflight',
    checks: [],
    estimate: {
      known: false,
      reason: 'r',
      flat: { usdPerRequest: { min: 1, max: 2 }, assumptions: ['a'], source: 's', checkedOn: '2026-11-21' },
    },
  },
];

describe('a line of a journal', () => {
  it('is read as it was written, of every kind of event', async () => {
    const told = [
      ...(await runWith({ faults: [{ fault: 'rate-limited' }] })).events,
      ...(await runWith({ faults: [{ fault: 'operation-error' }] })).events,
      ...OTHERS,
    ];
    for (const event of told) assert.deepEqual(eventOf(JSON.parse(lineOf(event))), event);
    assert.equal(new Set(told.map(({ type }) => type)).size, 17);
  });

  it('is none with a field that is missing, of another kind, or that nobody knows', async () => {
    const { events } = await runWith({ faults: [{ fault: 'rate-limited' }] });
    for (const event of [...events, ...OTHERS])
      assert.deepEqual(
        wronglyTaken(JSON.parse(lineOf(event)), (value) => eventOf(value) !== null),
        [],
        event.type,
      );
  });

  it('is none with a name that is a path, or with a count below none', () => {
    const plan = planOf('openrouter');
    for (const id of ['../a', 'a/b', '', '.a', 'a\u0000'])
      assert.equal(eventOf({ at: 1, type: 'planned', plan: { ...plan, id } }), null, id);
    const video = { file: 'a.mp4', bytes: 0, sha256: 'x' };
    assert.notEqual(eventOf({ at: 1, type: 'stored', video }), null);
    assert.equal(eventOf({ at: 1, type: 'stored', video: { ...video, bytes: -1 } }), null);
    assert.equal(eventOf({ at: 1, type: 'stored', video: { ...video, bytes: 0.5 } }), null);
    assert.equal(eventOf({ at: 1, type: 'stored', video: { ...video, file: '../a.mp4' } }), null);
  });
});

describe('a piece of evidence', () => {
  const context = { version: '1', catalog: CATALOG, redact: (text: string) => text };

  it('is none with a field that is missing, of another kind, or that nobody knows', async () => {
    const { run } = await runWith({ faults: [{ fault: 'rate-limited' }] });
    const { events } = await runWith({ faults: [{ fault: 'no-video' }] });
    const controlled = replay(events);
    for (const one of [run, controlled ?? assert.fail()]) {
      const evidence = JSON.parse(JSON.stringify(evidenceOf(one, { ...context, controlled })));
      // A word of another version is kept as it is.
      const takes = (value: unknown) => EvidenceSchema.safeParse(value).success;
      assert.deepEqual(
        wronglyTaken(evidence, takes).filter(
          (what) =>
            !/(?:family|modelStatus|failure|retries\.\d+\.step|resolution|aspectRatio) of another word$/.test(
              what,
            ),
        ),
        [],
      );
    }
  });

  it('is none with a time that is no time, and has costs and counts of none or more', async () => {
    const { run } = await runWith({});
    const evidence = evidenceOf(run, { ...context, controlled: null });
    const takes = (path: Path, other: unknown) =>
      EvidenceSchema.safeParse(changed(evidence, path, () => other)).success;
    for (const [path, value, taken] of [
      [['states', 0, 'at'], 'yesterday', false],
      [['states', 0, 'at'], '2026-11-21', false],
      [['cost', 'ceilingUsd'], 0, true],
      [['cost', 'ceilingUsd'], -0.01, false],
      [['cost', 'estimatedUsd', 'max'], -1, false],
      [['cost', 'reportedUsd'], -1, true],
      [['submits', 'accepted'], 2, false],
      [['submits', 'accepted'], -1, false],
      [['submits', 'sent'], 1.5, false],
    ] as const)
      assert.equal(takes(path, value), taken, `${path.join('.')} ${value}`);
  });

  it('comes to a summary of its route, its end, its cost and the time in each state', async () => {
    const { run } = await runWith({});
    const evidence = evidenceOf(run, { ...context, controlled: null });
    const [video] = evidence.videos;
    const odd = {
      ...evidence,
      videos: [video, { ...video, file: '../a.mp4' }, { ...video, file: '.hidden' }],
    };
    const summary = summaryOf(JSON.stringify(odd), 'a.json') ?? assert.fail('no summary');
    const { states, ...rest } = summary;
    assert.deepEqual(rest, {
      route: 'openrouter route',
      model: 'google/veo-3.1-fast',
      surface: 'openrouter',
      simulated: true,
      kind: 'smoke',
      passed: true,
      asked: true,
      day: '2026-11-21',
      file: 'a.json',
      operation: run.handle,
      polls: 2,
      verdict: 'research backlog',
      owner: 'video team',
      reportedUsd: 0.4,
      estimatedUsd: { min: 0.32, max: 0.4 },
      message: 'The route made the video that was asked for.',
      videos: ['run-openrouter-0a1b2c-1.mp4'],
    });
    assert.deepEqual(states, [
      { state: 'planned', seconds: 0.2 },
      { state: 'confirmed', seconds: 0.2 },
      { state: 'submitted', seconds: 0 },
      { state: 'polling', seconds: 30.4 },
      { state: 'downloading', seconds: 0.2 },
      { state: 'verifying', seconds: 0 },
      { state: 'passed', seconds: null },
    ]);
    for (const text of ['', 'no JSON', '{}', JSON.stringify({ ...evidence, states: [] })])
      assert.equal(summaryOf(text, 'a.json'), null, text.slice(0, 20));
  });
});
