// How findings count once all layers are put together: severities, what replaces what, order, once a run.
import assert from 'node:assert/strict';
import { composeAudit, composeRun, type Decisions, keepOncePerRun } from '../../src/audit/compose.ts';
import { datedReferences, spokenLayer } from '../../src/audit/engine.ts';
import { severityOfUse } from '../../src/audit/severity.ts';
import type { DocumentLayer, Reported, RuleMeta, Severity } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { Use } from '../../src/detect/types.ts';

const META: RuleMeta = { id: 'a-rule', severity: 'warning', summary: '', fixable: false, deprecates: false };
const FIX = { title: 'Fix it', edits: [{ start: 0, end: 1, newText: 'y' }] };

type Said = Partial<Reported['found']> &
  Partial<Pick<Reported, 'isAgreed'>> & { readonly meta?: Partial<RuleMeta> };

const report = ({ meta = {}, isAgreed = false, ...found }: Said = {}): Reported => ({
  meta: { ...META, ...meta },
  found: { start: 0, end: 1, message: 'It is so.', fix: null, ...found },
  isAgreed,
});

const layer = (path: string, ...reported: readonly Reported[]): DocumentLayer => ({
  ...spokenLayer({ path, text: 'x = 1\nz = 2\n' }, '2026-11-21'),
  reported,
});

const composed = (
  path: string,
  layers: readonly (readonly Reported[])[],
  decisions: Partial<Decisions> = {},
) => {
  const [own = [], ...further] = layers;
  return composeAudit(layer(path, ...own), further, { asOf: '2026-11-21', ...decisions }).findings;
};

const PRODUCTION = 'src/a.py';
const TEST = 'tests/a.py';

describe('the severity of a finding', () => {
  const cases: readonly (readonly [
    what: string,
    said: Said,
    path: string,
    decisions: Partial<Decisions>,
    severity: Severity | null,
  ])[] = [
    ['is that of its rule', {}, PRODUCTION, {}, 'warning'],
    ['is the one that the rule gives it', { severity: 'error' }, PRODUCTION, {}, 'error'],
    ['is what the team decided for the rule', {}, PRODUCTION, { severities: { 'a-rule': 'error' } }, 'error'],
    ['is none where the rule is off', {}, PRODUCTION, { severities: { 'a-rule': 'off' } }, null],
    [
      'stays as mild as it was where the team makes the rule an error',
      { severity: 'hint' },
      PRODUCTION,
      { severities: { 'a-rule': 'error' } },
      'hint',
    ],
    [
      'is milder still where the team makes the rule milder',
      { severity: 'info' },
      PRODUCTION,
      { severities: { 'a-rule': 'hint' } },
      'hint',
    ],
    [
      'is what the team decided where it was worse than its rule',
      { severity: 'error' },
      PRODUCTION,
      { severities: { 'a-rule': 'info' } },
      'info',
    ],
    ['informs at most in a test', {}, TEST, {}, 'info'],
    ['is full in a test where the team has agreed on it', { isAgreed: true }, TEST, {}, 'warning'],
    ['is full in a test where it says the same anywhere', { meta: { anywhere: true } }, TEST, {}, 'warning'],
    ['is none in a test that is off', {}, TEST, { places: { test: { severity: 'off' } } }, null],
    [
      'is what the team decided for the rule in a test',
      {},
      TEST,
      { places: { test: { rules: { 'a-rule': 'error' } } } },
      'error',
    ],
  ];
  for (const [what, said, path, decisions, severity] of cases)
    it(what, () => {
      const [finding] = composed(path, [[report(said)]], decisions);
      assert.equal(finding?.severity ?? null, severity);
    });
});

describe('a rule about an ID', () => {
  const [reference] = datedReferences(
    { path: PRODUCTION, text: "m = 'vertex_ai/veo-3.0-generate-001'\n" },
    { catalog: bundledCatalog(), asOf: '2026-11-21' },
  );
  const severity = (use: Use, full: Severity) => reference && severityOfUse({ ...reference, use }, full);

  it('is full where the ID is sent or set, at most a warning in a constant, and informs elsewhere', () => {
    assert.deepEqual(
      (['request', 'setting', 'constant', 'listing', 'comparison', 'handle', 'text'] as const).map((use) =>
        severity(use, 'error'),
      ),
      ['error', 'error', 'warning', 'info', 'info', 'info', 'info'],
    );
    assert.equal(severity('constant', 'info'), 'info');
  });
});

describe('a rule that speaks of one place in two layers', () => {
  const says = (earlier: Said, later: Said) =>
    composed(PRODUCTION, [
      [report({ message: 'Early.', ...earlier })],
      [report({ message: 'Late.', ...later })],
    ]).map(({ message }) => message);

  it('says what is worse where the later one is', () => {
    assert.deepEqual(says({ severity: 'info' }, { severity: 'error' }), ['Late.']);
  });

  it('says both where the later one is as bad, or milder', () => {
    assert.deepEqual(says({}, {}), ['Early.', 'Late.']);
    assert.deepEqual(says({ severity: 'error' }, { severity: 'info' }), ['Early.', 'Late.']);
  });

  it('says both where they stand at two places, or are of two rules', () => {
    assert.deepEqual(says({ severity: 'info' }, { severity: 'error', start: 6, end: 7 }), [
      'Early.',
      'Late.',
    ]);
    assert.deepEqual(says({ severity: 'info' }, { severity: 'error', meta: { id: 'b-rule' } }), [
      'Early.',
      'Late.',
    ]);
  });

  it('is held against the worst that the later one says there', () => {
    const layers = [
      [report({ message: 'Early.' })],
      [report({ message: 'Late.', severity: 'error' }), report({ message: 'Later.', severity: 'hint' })],
    ];
    assert.deepEqual(
      composed(PRODUCTION, layers).map(({ message }) => message),
      ['Late.', 'Later.'],
    );
  });
});

describe('findings outside of production that say the same', () => {
  const folded = (...said: readonly Said[]) => composed(TEST, [said.map((one) => report(one))]);

  it('are one, which names how many more there are', () => {
    const messages = (count: number) =>
      folded(...Array.from({ length: count }, (_, start) => ({ start, end: start + 1 }))).map(
        ({ message, fix, related = [] }) => [message, fix, related.map(({ start }) => start)],
      );
    assert.deepEqual(messages(1), [['It is so.', null, []]]);
    assert.deepEqual(messages(2), [['It is so. Also in one more place in this file.', null, [1]]]);
    assert.deepEqual(messages(3), [['It is so. Also in 2 more places in this file.', null, [1, 2]]]);
  });

  it('are shown where one can be fixed, with the edits of all', () => {
    const [finding, ...none] = folded({}, { start: 6, end: 7, fix: FIX });
    assert.deepEqual(
      [finding?.start, finding?.fix?.title, finding?.fix?.edits, none],
      [6, FIX.title, FIX.edits, []],
    );
  });
});

describe('findings of one document', () => {
  it('stand by their beginning, their end, their rule', () => {
    const said: readonly Said[] = [
      { start: 6, end: 7 },
      { start: 0, end: 2, meta: { id: 'c' } },
      { start: 0, end: 1, meta: { id: 'd' } },
      { start: 0, end: 1, meta: { id: 'b' } },
      { start: 0, end: 1, meta: { id: 'e' } },
    ];
    const orders = [said, said.toReversed()].map((order) =>
      composed(PRODUCTION, [order.map((one) => report(one))]).map(({ rule, start }) => `${start} ${rule}`),
    );
    assert.deepEqual(orders[0], ['0 b', '0 d', '0 e', '0 c', '6 a-rule']);
    assert.deepEqual(orders[1], orders[0]);
  });

  it('of two layers stand in one order', () => {
    const layers = [[report({ start: 6, end: 7 })], [report({ meta: { id: 'b-rule' } })]];
    assert.deepEqual(
      composed(PRODUCTION, layers).map(({ start }) => start),
      [0, 6],
    );
  });
});

describe('the audits of a run', () => {
  const DECISIONS = { asOf: '2026-11-21' };
  const once = report({ meta: { oncePerRun: true } });

  it('stand by path, with documents that only others speak of', () => {
    const between = {
      reported: new Map([
        ['b.py', [report({ message: 'Between.' })]],
        ['veo-audit.yaml', [report({ message: 'Agreed.' })]],
      ]),
      further: [layer('veo-audit.yaml'), layer('b.py')],
    };
    const audits = composeRun([layer('c.py'), layer('b.py', report()), layer('a.py')], [between], DECISIONS);
    assert.deepEqual(
      audits.map(({ document, findings }) => [document.path, findings.map(({ message }) => message)]),
      [
        ['a.py', []],
        ['b.py', ['It is so.', 'Between.']],
        ['c.py', []],
        ['veo-audit.yaml', ['Agreed.']],
      ],
    );
  });

  it('say once what is the same in every document, in the first one', () => {
    const audits = composeRun([layer('b.py', once), layer('a.py', once, report())], [], DECISIONS);
    assert.deepEqual(
      audits.map(({ findings }) => findings.length),
      [2, 0],
    );
  });

  it('stay the objects that they were where nothing is taken from them', () => {
    const audits = composeRun([layer('a.py', once), layer('b.py', report())], [], DECISIONS);
    const [first, second] = keepOncePerRun(audits);
    assert.equal(first, audits[0]);
    assert.equal(second, audits[1]);
  });
});
