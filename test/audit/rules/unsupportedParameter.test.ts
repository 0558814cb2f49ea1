// Requests that are refused, as far as no file shows it: edges of limits, requests of several models, edits of arguments.
import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/audit/edits.ts';
import { unsupportedParameter } from '../../../src/audit/rules/unsupportedParameter.ts';
import { removalOf, replacementOf } from '../../../src/audit/rules/unsupportedParameterFix.ts';
import { refusalsOf } from '../../../src/audit/rules/unsupportedParameterLimits.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Route } from '../../../src/routes/types.ts';
import { catalogData } from '../../catalog/catalogData.ts';
import { findingsOf, routeIn } from './routeContext.ts';

const DATA = catalogData();
const CATALOG = createCatalog(DATA);

/** A text whose marked value is what is edited. */
function marked(text: string) {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { text: text.replaceAll(/[«»]/g, ''), place: { start, end } };
}

describe('an argument that is left out', () => {
  const cases: readonly (readonly [before: string, after: string | null])[] = [
    ['f({ a: 1, seed: «5», b: 2 })', 'f({ a: 1, b: 2 })'],
    ['f(a=1, seed=«5», b=2)', 'f(a=1, b=2)'],
    ["['a' => 1, 'seed' => «5», 'b' => 2]", "['a' => 1, 'b' => 2]"],
    ['{"a": 1, "seed": «"5"», "b": 2}', '{"a": 1, "b": 2}'],
    ['{\n  a: 1,\n  seed: «5»,\n  b: 2,\n}', '{\n  a: 1,\n  b: 2,\n}'],
    ['{\r\n  a: 1,\r\n  seed: «5»,  \r\n  b: 2,\r\n}', '{\r\n  a: 1,\r\n  b: 2,\r\n}'],
    ['{ a: 1, seed: «5»,\n  b: 2 }', '{ a: 1, \n  b: 2 }'],
    ['{\n  seed: «5», b: 2,\n}', '{\n  b: 2,\n}'],
    ['{\n  seed: «5», b\n}', '{\n  b\n}'],
    [`${'x'.repeat(100)}\n  seed: «5»,\n}`, `${'x'.repeat(100)}\n}`],
    ['{ a: 1, seed: «5» }', null],
    ['{ seed: «5» + more, b: 2 }', null],
    ['{ seed: int32(«5»), b: 2 }', null],
    ['f(«5», 6)', null],
  ];
  for (const [before, after] of cases)
    it(JSON.stringify(before), () => {
      const { text, place } = marked(before);
      const edit = removalOf(text, place);
      assert.equal(edit === null ? null : applyEdits(text, [edit]), after);
    });
});

describe('a value that is replaced', () => {
  const cases: readonly (readonly [before: string, after: string | null])[] = [
    ['seconds: «5»,', 'seconds: 8,'],
    ['seconds: «12»,', 'seconds: 8,'],
    ['seconds: «"5"»,', 'seconds: "8",'],
    ["size: «'4k'»,", "size: '8',"],
    ['size: «1080p»', 'size: 8'],
    ['seconds: «5s»', null],
    ['seconds: «"5\'»', null],
    ['seconds: «SECONDS + 5»', null],
    ['seconds: «5 + SECONDS»', null],
    ['seconds: «+5»', null],
  ];
  for (const [before, after] of cases)
    it(before, () => {
      const { text, place } = marked(before);
      const edit = replacementOf(text, place, '8');
      assert.equal(edit === null ? null : applyEdits(text, [edit]), after);
    });
});

const said = (text: string, routes: readonly Route[], path = 'render.ts') =>
  findingsOf(unsupportedParameter, text, routes, { document: { path, text } }).map(
    ({ message, fix, choices = [] }) => [message, fix?.title ?? null, choices.map(({ title }) => title)],
  );

/** Requests of some models that say the same number of seconds. */
function asking(seconds: number, models: readonly string[], changes: Partial<Route> = {}) {
  const text = `make(${seconds})`;
  const durationSeconds = { start: 5, end: 5 + String(seconds).length };
  const routes = models.map((model) =>
    routeIn(text, {
      ...{ model, surface: 'vertex-ai', durationSeconds: seconds, places: { durationSeconds } },
      ...changes,
    }),
  );
  return { text, routes };
}

describe('a request of several models', () => {
  const VEO_2 = 'veo-2.0-generate-001';
  const VEO_3 = 'veo-3.1-generate-001';
  const FAST = 'veo-3.1-fast-generate-001';
  const messages = (seconds: number, models: readonly string[]) => {
    const { text, routes } = asking(seconds, models);
    return said(text, routes);
  };

  it('is refused for two reasons in one sentence, and fixed by what all of them take', () => {
    assert.deepEqual(messages(9, [VEO_3, FAST, VEO_2]), [
      [
        `Vertex AI refuses this request: ${VEO_3} and ${FAST} make 4, 6 or 8 seconds, not 9; ${VEO_2} makes 5, 6, 7 or 8 seconds, not 9.`,
        'Ask for 8 seconds',
        [],
      ],
    ]);
  });

  it('is not fixed where each takes another value', () => {
    assert.deepEqual(
      messages(3, [VEO_3, VEO_2]).map(([, ...offers]) => offers),
      [[null, []]],
    );
  });

  it('is fixed in production, and never in a test', () => {
    const { text, routes } = asking(9, [VEO_3]);
    const fixIn = (path: string) => said(text, routes, path)[0]?.[1];
    assert.match(String(fixIn('render.ts')), /^Ask for 8 seconds/);
    assert.equal(fixIn('tests/render.py'), null);
  });
});

describe('a request to a surface that nobody sees', () => {
  const refused = (shape: Route['shape']) => {
    const { text, routes } = asking(5, ['veo-3.1-generate-preview'], { surface: 'unknown', shape });
    return said(text, routes).length;
  };

  it('is not refused where each of two surfaces refuses another parameter', () => {
    const said = (changes: Partial<Route>) => {
      const shape = 'predict-long-running';
      const { text, routes } = asking(8, ['veo-3.1-generate-preview'], { shape, ...changes });
      return findingsOf(unsupportedParameter, text, routes).length;
    };
    const both: Partial<Route> = { sampleCount: 2, others: { seed: -1 } };
    assert.equal(said({ ...both, surface: 'gemini-api' }), 1);
    assert.equal(said({ ...both, surface: 'vertex-ai' }), 1);
    assert.equal(said({ ...both, surface: 'unknown' }), 0);
  });

  it("is refused where only Google's can be meant", () => {
    assert.deepEqual((['google-sdk', 'predict-long-running', 'litellm'] as const).map(refused), [1, 1, 0]);
  });
});

describe('the limits of a request', () => {
  const why = (changes: Partial<Route>, surface = 'gemini-api', catalog = CATALOG) =>
    refusalsOf(routeIn('', changes), surface, catalog).map(({ parameter, by }) => `${parameter} by ${by}`);

  it('take the shortest and the longest duration of a range, and nothing beside them', () => {
    const omni = (durationSeconds: Route['durationSeconds']) =>
      why({ model: 'gemini-omni-1.1-flash', shape: 'interactions', durationSeconds });
    assert.deepEqual(([3, 10, 'dynamic', null] as const).flatMap(omni), []);
    assert.deepEqual(([2, 11] as const).flatMap(omni), [
      'durationSeconds by surface',
      'durationSeconds by surface',
    ]);
  });

  it('are those of the surface and of its SDK, and each parameter is named once', () => {
    const asked: Partial<Route> = { durationSeconds: 5, generateAudio: true };
    assert.deepEqual(why(asked), ['durationSeconds by surface', 'generateAudio by sdk']);
    const [row] = DATA.constraints.filter(({ key }) => key === 'parameters.refused');
    assert.ok(row);
    const silent = { ...row, key: 'generateAudio', value: 'refused', models: ['veo-3.1-generate-preview'] };
    const constraints = [...DATA.constraints.filter(({ key }) => key !== 'generateAudio'), silent];
    assert.deepEqual(why(asked, 'gemini-api', createCatalog({ ...DATA, constraints })), [
      'durationSeconds by surface',
      'generateAudio by surface',
    ]);
  });

  it('are not known of a request without a model, and of a gateway', () => {
    assert.deepEqual(why({ model: null, durationSeconds: 5 }), []);
    assert.deepEqual(why({ durationSeconds: 5 }, 'fal'), []);
  });
});
