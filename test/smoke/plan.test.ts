// What a run is before it begins: an ID that is safe as a file's name, the smallest request, and the facts of that day.
import assert from 'node:assert/strict';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Config, RouteContract } from '../../src/contracts/schema.ts';
import { DEFAULT_DEADLINE_MS, planSmoke, smallestRequest, teamRequest } from '../../src/smoke/plan.ts';
import { isOwnPrompt, ownPrompt } from '../../src/smoke/prompt.ts';
import type { SmokeRoute } from '../../src/smoke/types.ts';
import { CATALOG, REQUEST, routeOf } from './harness.ts';

const NOW = Date.UTC(2026, 10, 21, 20, 4, 56, 789);
const OPTIONS = { catalog: CATALOG, asOf: '2026-11-21', now: NOW, suffix: '0a1b2c', simulated: false };
const ROUTE = routeOf('vertex-ai');

describe('the plan of a smoke test', () => {
  it('holds the route, the facts of its day, and what is usual where nothing else is said', () => {
    assert.deepEqual(planSmoke(ROUTE, REQUEST, OPTIONS), {
      id: '20261121T200456Z-vertex-ai-route-0a1b2c',
      kind: 'smoke',
      simulated: false,
      route: ROUTE,
      request: REQUEST,
      requestFrom: 'test',
      deadlineMs: DEFAULT_DEADLINE_MS,
      maxPolls: 240,
      asOf: '2026-11-21',
      catalog: { version: CATALOG.version, checkedOn: CATALOG.checkedOn },
      modelStatus: 'retirement-window',
      fault: null,
    });
    const other = planSmoke(ROUTE, REQUEST, {
      ...OPTIONS,
      simulated: true,
      deadlineMs: 1_000,
      requestFrom: 'route',
    });
    assert.deepEqual([other.simulated, other.deadlineMs, other.requestFrom], [true, 1_000, 'route']);
  });

  for (const [name, slug] of [
    ['Studio / Trailer (wide)', 'studio-trailer-wide'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  --  ', 'route'],
    ['Übung', 'bung'],
    ['日本', 'route'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ] as const) {
    it(`has an ID that is a file's name on any system: ${JSON.stringify(name).slice(0, 30)}`, () => {
      const { id } = planSmoke({ ...ROUTE, name }, REQUEST, OPTIONS);
      assert.equal(id, `20261121T200456Z-${slug}-0a1b2c`);
    });
  }

  it('has no key in its ID', () => {
    const name = 'AIzaSyA-0123456789abcdefghijklmnopqrstu';
    const { id } = planSmoke({ ...ROUTE, name }, REQUEST, OPTIONS);
    assert.ok(!id.includes('0123456789'), id);
  });

  it('has a prompt of its own where the request brings none, and keeps one that it brings', () => {
    const small = planSmoke(ROUTE, smallestRequest(CATALOG, ROUTE), OPTIONS);
    assert.equal(small.request.prompt, ownPrompt('0a1b2c'));
    assert.ok(isOwnPrompt(small.request.prompt, small.id));
    assert.equal(small.request.resolution, '720p');
    const own = { ...REQUEST, prompt: 'A goose.' };
    assert.equal(planSmoke(ROUTE, own, OPTIONS).request, own);
    assert.equal(isOwnPrompt('A goose.', small.id), false);
  });
});

describe("a run's own prompt", () => {
  it('is another one for each digit of its ID', () => {
    const prompts = new Set<string>();
    for (let index = 0; index < 6; index += 1)
      for (let digit = 0; digit < 16; digit += 1)
        prompts.add(ownPrompt(`${'0'.repeat(index)}${digit.toString(16)}${'0'.repeat(5 - index)}`));
    // The digit 0 makes the same prompt in every place.
    assert.equal(prompts.size, 6 * 15 + 1);
  });

  it('is English for every digit', () => {
    for (let digit = 0; digit < 16; digit += 1)
      assert.doesNotMatch(ownPrompt(digit.toString(16).repeat(6)), /\ba [aeiou]|\ban [^aeiou]/i);
  });

  it('is none of an ID without its six digits at the end', () => {
    for (const id of ['run-0a1b2', 'run0a1b2c', 'run-0a1b2c-refusal', 'run-0A1B2C', 'run-00a1b2c'])
      assert.equal(isOwnPrompt(ownPrompt('0a1b2c'), id), false, id);
  });
});

describe('the smallest request', () => {
  const smallest = (model: string, surface: string, catalog: Catalog = CATALOG) =>
    smallestRequest(catalog, { ...ROUTE, model, surface });
  const ruled = (rules: Readonly<Record<string, unknown>>): Catalog => {
    const row = CATALOG.data.constraints[0] ?? assert.fail('no rows');
    return {
      ...CATALOG,
      constraint: (_surface, _model, key) =>
        key in rules ? ({ ...row, value: rules[key] } as typeof row) : undefined,
    };
  };

  it('has the shortest length that the model takes', () => {
    for (const [model, surface, seconds] of [
      ['veo-3.1-generate-preview', 'gemini-api', 4],
      ['veo-2.0-generate-001', 'vertex-ai', 5],
      ['gemini-omni-1.1-flash', 'gemini-api', 3],
      ['vertex_ai/veo-2.0-generate-001', 'litellm', 5],
      ['a name of ours', 'litellm', 4],
    ] as const)
      assert.equal(smallest(model, surface).durationSeconds, seconds, model);
  });

  it('is wide, in 720p, with as many videos as are usual, and with audio only where that must be said', () => {
    assert.deepEqual(smallest('veo-3.1-generate-001', 'vertex-ai'), {
      prompt: '',
      durationSeconds: 4,
      resolution: '720p',
      aspectRatio: '16:9',
      sampleCount: null,
      generateAudio: true,
    });
    assert.equal(smallest('veo-3.1-generate-preview', 'gemini-api').generateAudio, null);
  });

  it('has a length of 4 s where the rules tell none', () => {
    for (const rules of [
      { 'durationSeconds.allowed': [] },
      { 'durationSeconds.range': null },
      { 'durationSeconds.range': 6 },
      { 'durationSeconds.range': { max: 9 } },
    ])
      assert.equal(smallest('m', 's', ruled(rules)).durationSeconds, 4, JSON.stringify(rules));
    const both = { 'durationSeconds.allowed': [8, 6], 'durationSeconds.range': { min: 3, max: 9 } };
    assert.equal(smallest('m', 's', ruled(both)).durationSeconds, 6);
  });
});

describe('what a team changes of the smallest request', () => {
  const asked = (route: SmokeRoute, request: RouteContract['request'], smoke: Config['smoke'] = {}) =>
    teamRequest(CATALOG, route, { request }, { smoke });

  it('is the kind of video by its contract, length and size by its settings', () => {
    const contract = { seconds: 8, resolution: '4k', audio: false, aspectRatio: '9:16' } as const;
    assert.deepEqual(asked(ROUTE, contract), { generateAudio: false, aspectRatio: '9:16' });
    const smoke = { prompt: 'a red ball', seconds: 6, resolution: '1080p' } as const;
    assert.deepEqual(asked(ROUTE, undefined, smoke), {
      prompt: 'a red ball',
      durationSeconds: 6,
      resolution: '1080p',
    });
  });

  it('leaves out what the surface does anyway, and asks for what it would have to refuse', () => {
    const omni = routeOf('omni-interactions');
    assert.deepEqual(asked(omni, { audio: true }), {});
    assert.deepEqual(asked(omni, { audio: false }), { generateAudio: false });
    const silent = { ...ROUTE, model: 'veo-2.0-generate-001' };
    assert.deepEqual(asked(silent, { audio: false }), {});
    assert.deepEqual(asked(silent, { audio: true }), { generateAudio: true });
  });
});
