// When an ID may be replaced unseen: why no edit is offered, what does not stand against one, and what its title says.
import assert from 'node:assert/strict';
import { applyEdits } from '../../src/audit/edits.ts';
import { auditDocument } from '../../src/audit/engine.ts';
import { isEditable, obstacleIn, offerReplacement, stateOf } from '../../src/audit/replacement.ts';
import type { DatedReference } from '../../src/audit/types.ts';
import { adviceFor, isOnlySpokenOf, listOf } from '../../src/audit/wording.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { audited } from '../migrate/audited.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';
const OLD = 'vertex_ai/veo-3.0-generate-001';
const NEW = 'vertex_ai/veo-3.1-generate-001';
const PREVIEW = 'vertex_ai/veo-3.1-generate-preview';
const FREE = 'an edit is offered';

const audit = (path: string, text: string) => auditDocument({ path, text }, { catalog, asOf });

/** Why the first place of the old ID after `model` is not edited. */
function whyNot(path: string, text: string): string | null {
  const at = text.indexOf(OLD, text.search(/model[:_ ]/i)) + OLD.indexOf('veo-');
  const finding = audit(path, text).findings.find(({ start }) => start === at);
  return finding?.fix ? FREE : obstacleIn(finding?.message ?? '');
}

describe('an edit to the replacement', () => {
  const SAME = 'another ID next to it leads to veo-3.1-generate-001 as well';
  const SHOWN = 'text next to it also names veo-3.0-generate-001';
  const curl = (id: string) => `curl -X POST https://x/v1/models/${id}:predict`;
  const job = 'projects/p/locations/l/publishers/google/models/veo-3.1-generate-preview/operations/1';
  const cases: readonly (readonly [path: string, text: string, why: string])[] = [
    [
      'a.ts',
      `const c = { model: '${OLD}', fallback: '${NEW}' };`,
      'veo-3.1-generate-001 is already used next to it',
    ],
    ['a.ts', `const c = { model: '${OLD}', other: '${PREVIEW}' };`, SAME],
    ['a.yaml', `video:\n  model: ${OLD}\n  other: ${PREVIEW}\n`, SAME],
    ['a.ts', `const c = { model: '${OLD}', other: 'veo-3.1-generate-preview' };`, SAME],
    ['a.ts', `const c = { model: '${OLD}', other: 'gemini/veo-3.1-generate-preview' };`, FREE],
    ['a.ts', `const other = '${PREVIEW}';\nconst c = { model: '${OLD}' };`, FREE],
    ['a.ts', `const c = { model: '${OLD}' };\nconst other = '${PREVIEW}';`, FREE],
    ['a.ts', `const c = { model: '${OLD}', note: 'we used ${PREVIEW} before it ended' };`, FREE],
    ['a.ts', `const c = { model: '${OLD}', /* ${PREVIEW} */ };`, FREE],
    ['a.ts', `const c = { model: '${OLD}', job: '${job}' };`, FREE],
    ['a.ts', `const c = { model: '${OLD}', shown: '${curl(OLD)}' };`, SHOWN],
    ['a.yaml', `video:\n  model: ${OLD}\n  help: ${OLD}\n`, SHOWN],
    ['a.ts', `const c = { model: '${OLD}', shown: '${curl('vertex_ai/veo-2.0-generate-001')}' };`, FREE],
    ['a.ts', `const c = { model: '${OLD}', /* ${OLD} */ };`, FREE],
    ['a.ts', `const a = '${curl(OLD)}';\nconst c = { model: '${OLD}' };\nconst b = '${curl(OLD)}';`, FREE],
    ['a.py', `VEO_3_0_MODEL = "${OLD}"`, 'the code around it says Veo 3.0'],
    ['a.py', `VEO_3_1_MODEL = "${OLD}"`, FREE],
  ];
  for (const [path, text, why] of cases)
    it(`${why === FREE ? 'is offered' : 'is not offered'} in ${JSON.stringify(text)}`, () =>
      assert.equal(whyNot(path, text), why));

  const VERTEX =
    'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models';
  const sends = (name: string) =>
    `const ${name} = 'veo-3.0-generate-001';\nawait fetch(\`${VERTEX}/\${${name}}:predictLongRunning\`, { method: 'POST', body: JSON.stringify({ instances: [{ prompt }], parameters: { durationSeconds: 6, resolution: '720p', generateAudio: true } }) });\n`;
  const polls = `await fetch('${VERTEX}/veo-3.0-generate-001:fetchPredictOperation', { method: 'POST', body: JSON.stringify({ operationName }) });\n`;

  it('takes the address along at which the state of its jobs is asked for', async () => {
    const text = sends('first') + polls;
    const [finding, ...others] = (await audited('a.ts', text)).findings.filter(({ fix }) => fix !== null);
    assert.deepEqual(others, []);
    assert.equal(
      applyEdits(text, finding?.fix?.edits ?? []),
      text.replaceAll('veo-3.0-generate-001', 'veo-3.1-generate-001'),
    );
  });

  it('is not offered where one address is asked for the jobs of several requests', async () => {
    const { findings } = await audited('a.ts', sends('first') + sends('second') + polls);
    const shut = findings.filter(({ rule, severity }) => rule === 'shut-down-model' && severity === 'error');
    assert.deepEqual(
      shut.map(({ fix, message }) => [fix, obstacleIn(message)]),
      Array(2).fill([null, 'jobs of other requests are asked for under veo-3.0-generate-001 as well']),
    );
  });

  it('is held against the requests that send the ID, not against others', async () => {
    const text = `const ai = new GoogleGenAI({ vertexai: true, project: 'p' });
await ai.models.generateVideos({ model: 'veo-3.0-generate-001', prompt, config: { durationSeconds: 8, generateAudio: true } });
await ai.models.generateVideos({ model: 'veo-2.0-generate-001', prompt, config: { durationSeconds: 5 } });`;
    const [sent, other] = (await audited('a.ts', text)).findings;
    assert.equal(
      sent?.fix?.title,
      'Replace with veo-3.1-generate-001 ($0.40 per second, as before; may be retired any day since 2026-11-17)',
    );
    assert.equal(
      obstacleIn(other?.message ?? ''),
      'veo-3.1-generate-001 is not known to take a duration of 5',
    );
  });

  it('says no price of one request where two send the ID', async () => {
    const request = (config: string) =>
      `await ai.models.generateVideos({ model: M, prompt, config: { durationSeconds: 8, ${config} } });`;
    const text = [
      "const ai = new GoogleGenAI({ vertexai: true, project: 'p' });",
      "const M = 'veo-3.0-generate-001';",
      request('generateAudio: true'),
      request('generateAudio: false'),
    ].join('\n');
    const [sent] = (await audited('a.ts', text)).findings;
    assert.match(
      sent?.fix?.title ?? '',
      /^Replace with \S+ \(\$0\.20–\$0\.60 per second, was \$0\.20–\$0\.40;/,
    );
  });

  it('is none at a gateway: what it calls a model is its own', () => {
    const [reference] = audit('a.yaml', 'model: vertex_ai/veo-2.0-generate-preview\n').references;
    assert.ok(reference);
    const document = { path: 'a.yaml', text: 'model: vertex_ai/veo-2.0-generate-preview\n' };
    const context = { document, references: [], routes: [], catalog, asOf };
    const offer = (surface: string) => offerReplacement(context, { ...reference, surface });
    assert.match(offer('vertex-ai').remark, /^no safe fix: /);
    assert.deepEqual(offer('openrouter'), { fix: null, remark: '' });
    assert.deepEqual(offer('unknown'), { fix: null, remark: '' });
  });
});

const asked = (changes: Partial<DatedReference>): DatedReference => {
  const [reference] = audit('a.yaml', `model: ${OLD}\n`).references;
  assert.ok(reference);
  return { ...reference, ...changes };
};

describe('a reference', () => {
  it('may be edited where code or a setting sends it, in production, samples and pages', () => {
    const cases: readonly (readonly [Partial<DatedReference>, boolean])[] = [
      [{}, true],
      [{ role: 'code', use: 'request' }, true],
      [{ role: 'comment' }, false],
      [{ role: 'prose' }, false],
      [{ use: 'constant' }, false],
      [{ place: 'sample' }, true],
      [{ place: 'docs' }, true],
      [{ place: 'test' }, false],
      [{ place: 'recorded' }, false],
    ];
    for (const [changes, editable] of cases)
      assert.equal(isEditable(asked(changes)), editable, JSON.stringify(changes));
  });

  it('only speaks of an ID in comments, prose, texts and handles', () => {
    const cases: readonly (readonly [Partial<DatedReference>, boolean])[] = [
      [{}, false],
      [{ role: 'comment' }, true],
      [{ role: 'prose' }, true],
      [{ use: 'text' }, true],
      [{ use: 'handle' }, true],
      [{ role: 'code', use: 'comparison' }, false],
    ];
    for (const [changes, spoken] of cases)
      assert.equal(isOnlySpokenOf(asked(changes)), spoken, JSON.stringify(changes));
  });
});

describe('how long an ID can be counted on', () => {
  const cases: readonly (readonly [id: string, surface: string, day: string, state: string | null])[] = [
    ['veo-3.1-generate-001', 'vertex-ai', '2026-03-20', 'not retired before 2026-11-17'],
    ['veo-3.1-generate-001', 'vertex-ai', '2026-11-17', 'may be retired any day since 2026-11-17'],
    ['veo-3.1-generate-preview', 'vertex-ai', '2026-03-20', 'shuts down on 2026-04-02'],
    ['veo-3.1-generate-preview', 'vertex-ai', '2026-04-02', null],
    ['veo-3.1-lite-generate-001', 'vertex-ai', '2026-11-24', 'a preview'],
    ['gemini-omni-flash-preview', 'unknown', '2026-11-24', 'a preview, not retired before 2027-06-30'],
    ['gemini-omni-1.1-flash', 'gemini-api', '2026-11-24', null],
    ['veo-9', 'vertex-ai', '2026-11-24', null],
  ];
  for (const [id, surface, day, state] of cases)
    it(`${id} on ${surface} on ${day}: ${state}`, () =>
      assert.equal(stateOf(catalog, id, surface, day), state));
});

describe('what to do instead of an ID', () => {
  const VERTEX = { model: 'veo-3.0-generate-001', surface: 'vertex-ai' };
  const nobody = createCatalog({
    ...catalog.data,
    models: catalog.models.map((model) => ({
      ...model,
      surfaces: Object.fromEntries(
        Object.entries(model.surfaces).map(([id, facts]) => [id, { ...facts, replacement: null }]),
      ),
    })),
  });
  const otherApi = createCatalog({
    ...catalog.data,
    constraints: catalog.data.constraints.filter(({ key }) => key !== 'endpoint'),
  });
  const gemini = { model: 'veo-3.0-generate-001', surface: 'gemini-api' };
  const cases: readonly (readonly [what: string, said: () => string, advice: string])[] = [
    ['another ID', () => adviceFor(catalog, asked(VERTEX), asOf), 'Use veo-3.1-generate-001.'],
    [
      'another API',
      () => adviceFor(catalog, asked(gemini), asOf),
      'Move to gemini-omni-1.1-flash (Interactions API).',
    ],
    [
      'an API that nobody names',
      () => adviceFor(otherApi, asked(gemini), asOf),
      'Move to gemini-omni-1.1-flash (another API).',
    ],
    ['nothing on a surface', () => adviceFor(nobody, asked(VERTEX), asOf), 'No replacement is known there.'],
    [
      'nothing anywhere',
      () => adviceFor(nobody, asked({ ...VERTEX, surface: 'unknown' }), asOf),
      'No replacement is known.',
    ],
    ['nothing of no ID', () => adviceFor(catalog, asked({ model: null }), asOf), ''],
  ];
  for (const [what, said, advice] of cases) it(what, () => assert.equal(said(), advice));

  it('is listed with commas and one word at the end', () => {
    const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listOf(items, 'or'));
    assert.deepEqual(lists, ['', 'a', 'a or b', 'a, b or c']);
  });
});
