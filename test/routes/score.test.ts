// The score itself: what counts as found, as one call, as right, as left open and as wrong.
import assert from 'node:assert/strict';
import {
  bareModel,
  compareRoutes,
  describeProblems,
  type FoundRoute,
  type RouteLabel,
  scoreOf,
} from './score.ts';

const call: RouteLabel = {
  line: 10,
  endLine: 20,
  model: 'veo-3.1-generate-001',
  modelFrom: 'literal',
  surface: 'vertex-ai',
  durationSeconds: 8,
  resolution: null,
  sampleCount: ['dynamic', 1],
  aspectRatio: '16:9',
  generateAudio: false,
};
const reading: FoundRoute = {
  line: 10,
  model: 'veo-3.1-generate-001',
  modelFrom: 'literal',
  surface: 'vertex-ai',
  durationSeconds: 8,
  resolution: null,
  sampleCount: 1,
  aspectRatio: '16:9',
  generateAudio: false,
};
const compare = (labels: readonly RouteLabel[], routes: readonly FoundRoute[]) =>
  compareRoutes('a.ts', labels, routes);
const problems = (labels: readonly RouteLabel[], routes: readonly FoundRoute[]) =>
  describeProblems(compare(labels, routes));

describe('score of labelled calls', () => {
  it('finds a call anywhere within its lines and up to two lines off', () => {
    for (const line of [8, 10, 15, 20, 22]) assert.deepEqual(problems([call], [{ ...reading, line }]), []);
    for (const line of [7, 23]) {
      assert.deepEqual(problems([call], [{ ...reading, line }]), [
        'a.ts:10 missed veo-3.1-generate-001',
        `a.ts:${line} extra veo-3.1-generate-001`,
      ]);
    }
  });

  it('takes any of the listed values, and tells a value left open from a wrong one', () => {
    assert.deepEqual(problems([call], [{ ...reading, sampleCount: 'dynamic' }]), []);
    assert.deepEqual(
      problems(
        [call],
        [{ ...reading, durationSeconds: 'dynamic', resolution: '720p', surface: 'unknown', sampleCount: 2 }],
      ),
      [
        'a.ts:10 unsure surface: unknown, expected vertex-ai',
        'a.ts:10 unsure durationSeconds: dynamic, expected 8',
        'a.ts:10 wrong resolution: 720p, expected null',
        'a.ts:10 wrong sampleCount: 2, expected dynamic or 1',
      ],
    );
  });

  it('lets a route answer for one call only, and gives adjoining lines their own', () => {
    const next: RouteLabel = { ...call, line: 11, endLine: 11, model: 'veo-2.0-generate-001' };
    const first: RouteLabel = { ...call, endLine: 10 };
    const nextReading = { ...reading, line: 11, model: 'veo-2.0-generate-001' };
    assert.deepEqual(problems([first, next], [nextReading, reading]), []);
    assert.deepEqual(problems([first, next], [reading]), ['a.ts:11 missed veo-2.0-generate-001']);
    assert.deepEqual(problems([call], [reading, { ...reading }]), ['a.ts:10 extra veo-3.1-generate-001']);
  });

  it('allows one route for each possible model, and no other', () => {
    const either: RouteLabel = { ...call, model: ['veo-3.1-generate-001', 'veo-3.0-generate-001'] };
    const other = { ...reading, model: 'veo-3.0-generate-001' };
    assert.deepEqual(problems([either], [other, reading]), []);
    assert.deepEqual(problems([either], [reading, { ...reading, model: 'veo-2.0-generate-001' }]), [
      'a.ts:10 extra veo-2.0-generate-001',
    ]);
  });

  it('asks nothing where the model cannot be known, but calls a named model a guess', () => {
    const open: RouteLabel = { ...call, model: null, modelFrom: 'unknown', dynamic: true };
    const unknown = { ...reading, model: null, modelFrom: 'unknown' } as const;
    assert.deepEqual(problems([open], []), []);
    assert.deepEqual(problems([open], [unknown]), []);
    const { calls, dynamic, fields } = scoreOf([compare([open], [reading])]);
    assert.equal(calls, 0);
    assert.deepEqual(dynamic, { labelled: 1, reported: 1, guessed: 1 });
    assert.deepEqual(fields.model, { right: 0, unsure: 0, wrong: 0 });
  });

  it('neither asks for nor minds a route at an optional place', () => {
    const optional: RouteLabel = { ...call, optional: true };
    assert.deepEqual(problems([optional], []), []);
    assert.deepEqual(problems([optional], [{ ...reading, resolution: '4k' }]), []);
    assert.equal(scoreOf([compare([optional], [reading])]).calls, 0);
  });

  it('compares models without router prefix and pinned version', () => {
    assert.equal(bareModel('publishers/google/models/veo-3.1-generate-001'), 'veo-3.1-generate-001');
    assert.equal(bareModel('openrouter/google/veo-3.1'), 'veo-3.1');
    assert.equal(bareModel(`google/veo-3.1:${'0f'.repeat(32)}`), 'veo-3.1');
    assert.equal(bareModel('fal-ai/veo3.1/fast'), 'veo3.1/fast');
  });

  it('adds up calls, extra routes and each field over the calls found', () => {
    const missed: RouteLabel = { ...call, line: 90, endLine: 90 };
    const far = { ...reading, line: 50 };
    const score = scoreOf([
      compare([call, missed], [{ ...reading, durationSeconds: 6 }, far]),
      compare([call], [reading]),
    ]);
    assert.deepEqual([score.calls, score.found, score.extra], [3, 2, 1]);
    assert.deepEqual(score.fields.durationSeconds, { right: 1, unsure: 0, wrong: 1 });
    assert.deepEqual(score.fields.surface, { right: 2, unsure: 0, wrong: 0 });
  });
});
