// What a family is asked and answers besides the usual: fields that may be missing, videos that are none of ours, and
// what a request leaves to the surface.
import assert from 'node:assert/strict';
import { FAMILIES, familyOf } from '../../src/smoke/endpoints/index.ts';
import type { Json } from '../../src/smoke/json.ts';
import type { FamilyId, SmokeRequest, SmokeRoute } from '../../src/smoke/types.ts';
import { routeOf } from './harness.ts';

const BASE = 'https://base.test';
const ASKED: SmokeRequest = {
  prompt: 'P',
  durationSeconds: null,
  resolution: null,
  aspectRatio: null,
  sampleCount: null,
  generateAudio: null,
};

/** What a family reads in the answer to a poll. */
const polled = (family: FamilyId, answer: Json, handle = 'h') =>
  FAMILIES[family].readPoll(answer, routeOf(family, BASE), handle);

/** What leaves to submit. */
const submitted = (family: FamilyId, request: Partial<SmokeRequest>, route: Partial<SmokeRoute> = {}) =>
  FAMILIES[family].submit({ ...routeOf(family, BASE), ...route }, { ...ASKED, ...request });

/** A finished job, as far as it is not empty. */
const done = (changes: object) => ({
  kind: 'done',
  videos: [],
  filtered: 0,
  reasons: [],
  reportedUsd: null,
  ...changes,
});
const at = (url: string) => ({ kind: 'url', url });

describe('a public service', () => {
  it('is asked at its own address, in the location of the route', () => {
    const google = 'https://generativelanguage.googleapis.com';
    for (const [family, location, url] of [
      ['gemini-api', null, google],
      ['omni-interactions', null, google],
      ['vertex-ai', null, 'https://us-central1-aiplatform.googleapis.com'],
      ['vertex-ai', 'europe-west4', 'https://europe-west4-aiplatform.googleapis.com'],
      ['openrouter', null, 'https://openrouter.ai'],
      ['openai-videos', null, null],
      ['new-api', null, null],
    ] as const)
      assert.equal(FAMILIES[family].publicBaseUrl(location), url, family);
  });

  it('of Google has a model where its answer names one, and else says nothing of it', () => {
    for (const family of ['gemini-api', 'vertex-ai', 'omni-interactions'] as const) {
      const route = routeOf(family, BASE);
      assert.equal(FAMILIES[family].readLook({ name: `models/${route.model}` }, route), 'present');
      assert.equal(FAMILIES[family].readLook({ displayName: 'Veo' }, route), 'unclear');
    }
  });
});

describe('the family of a model on a gateway', () => {
  it("is the gateway's, whatever family the model has at Google", () =>
    assert.equal(familyOf('litellm', 'gemini-omni-1.1-flash'), 'openai-videos'));
});

describe('a submit', () => {
  it('of a route without project and location names stand-ins for them in its address', () =>
    assert.equal(
      submitted('vertex-ai', {}, { project: null, location: null, model: 'm' }).url,
      `${BASE}/v1/projects/-/locations/us-central1/publishers/google/models/m:predictLongRunning`,
    ));

  it('of a route elsewhere goes to its project and location', () =>
    assert.equal(
      submitted('vertex-ai', {}, { project: 'p', location: 'europe-west4', model: 'm' }).url,
      `${BASE}/v1/projects/p/locations/europe-west4/publishers/google/models/m:predictLongRunning`,
    ));

  it('without a length says its prompt alone', () => {
    const { json } = submitted('omni-interactions', {});
    assert.equal((json as { readonly input: string }).input, 'P');
  });

  it('with a resolution or a shape alone says the size that follows', () => {
    for (const [request, size] of [
      [{ resolution: '1080p' }, '1920x1080'],
      [{ resolution: '4k', aspectRatio: '16:9' }, '3840x2160'],
      [{ aspectRatio: '9:16' }, '720x1280'],
      [{ aspectRatio: '16:9' }, '1280x720'],
    ] as const)
      for (const family of ['openai-videos', 'new-api'] as const) {
        const { json } = submitted(family, request);
        assert.equal((json as { readonly size: string }).size, size, `${family} ${JSON.stringify(request)}`);
      }
  });

  it('gives a handle under whichever name a gateway has for it', () => {
    assert.equal(FAMILIES['openai-videos'].readSubmit({ task_id: 't' }), 't');
    assert.equal(FAMILIES['openai-videos'].readSubmit({ id: 'v', task_id: 't' }), 'v');
    assert.equal(FAMILIES['new-api'].readSubmit({ id: 'v' }), 'v');
    assert.equal(FAMILIES['new-api'].readSubmit({ task_id: 't', id: 'v' }), 't');
  });
});

describe("a list of a gateway's jobs", () => {
  it('has the jobs that can be named, by either name, and the time in milliseconds', () =>
    assert.deepEqual(
      FAMILIES['openai-videos'].jobs?.read({
        data: [{ model: 'm' }, { task_id: 't', created_at: 2 }, { id: 'v', model: 'm', prompt: 'P' }],
      }),
      [
        { handle: 't', model: null, prompt: null, createdAt: 2_000 },
        { handle: 'v', model: 'm', prompt: 'P', createdAt: null },
      ],
    ));
});

describe("Google's operation", () => {
  it('tells how far it is', () =>
    assert.deepEqual(polled('vertex-ai', { name: 'h', metadata: { progressPercent: 60 } }), {
      kind: 'running',
      progress: 60,
    }));

  it('that is done with an error of null has not failed', () =>
    assert.deepEqual(polled('vertex-ai', { name: 'h', done: true, error: null }), done({})));

  it('that failed says its status before its number, and that there is no message', () => {
    const failed = (error: Json) => polled('gemini-api', { name: 'h', done: true, error });
    const told = { kind: 'failed', message: 'no message', reportedUsd: null };
    assert.deepEqual(failed({ status: 'INTERNAL', code: 13 }), { ...told, code: 'INTERNAL' });
    assert.deepEqual(failed({ code: 13 }), { ...told, code: '13' });
    assert.deepEqual(failed({}), { ...told, code: null });
  });

  it('is ours by its whole last name, however the project before it is written', () => {
    const running = { kind: 'running', progress: null };
    assert.deepEqual(
      polled('vertex-ai', { name: 'projects/1/operations/a1' }, 'projects/p/operations/a1'),
      running,
    );
    for (const name of ['projects/p/operations/b1', 'projects/p/operations/a1/b', 'projects/p/operations/1'])
      assert.deepEqual(
        polled('vertex-ai', { name, done: true }, 'projects/p/operations/a1'),
        { kind: 'unreadable' },
        name,
      );
  });

  it('has the videos that lie somewhere, and reasons that are texts', () => {
    const filter = { raiMediaFilteredCount: 2, raiMediaFilteredReasons: ['r', 7, null, 's'] };
    const videos = [
      { mimeType: 'video/mp4' },
      { gcsUri: 'https://far.test/gs://bucket/a.mp4' },
      { gcsUri: 'gs://bucket' },
      { gcsUri: 'gs://bucket/' },
      { gcsUri: 'gs://bucket/a.mp4\nb' },
      { bytesBase64Encoded: 'AAAA' },
    ];
    assert.deepEqual(
      polled('vertex-ai', { name: 'h', done: true, response: { ...filter, videos } }),
      done({ videos: [{ kind: 'inline', base64: 'AAAA' }], filtered: 2, reasons: ['r', 's'] }),
    );
    const generatedSamples = [{ video: {} }, { video: { uri: 'https://a.test' } }, null];
    const generateVideoResponse = { ...filter, generatedSamples };
    assert.deepEqual(
      polled('gemini-api', { name: 'h', done: true, response: { generateVideoResponse } }),
      done({ videos: [at('https://a.test')], filtered: 2, reasons: ['r', 's'] }),
    );
  });
});

describe('an interaction', () => {
  const output = (fields: object) => ({ type: 'model_output', ...fields }) as Json;
  const video = (fields: object) => ({ type: 'video', ...fields });
  const over = (steps: readonly Json[], fields: object = {}) =>
    polled('omni-interactions', { id: 'h', status: 'completed', steps, ...fields });

  it('gives the videos that the model made, by address or as bytes, and none that it was given', () =>
    assert.deepEqual(
      over([
        { type: 'user_input', content: [video({ uri: 'https://mine.test' })] },
        output({ content: [video({ uri: 'https://a.test' }), video({ data: 'AAAA' }), video({})] }),
        output({ content: [{ type: 'image', uri: 'https://b.test' }] }),
      ]),
      done({ videos: [at('https://a.test'), { kind: 'inline', base64: 'AAAA' }] }),
    ));

  it('without a video has lost one for each error of a step', () => {
    const errors = [output({ error: { message: 'e' } }), output({}), output({ error: { message: 'f' } })];
    assert.deepEqual(over(errors), done({ filtered: 2, reasons: ['e', 'f'] }));
    assert.deepEqual(
      over([...errors, output({ content: [video({ uri: 'https://a.test' })] })]),
      done({ videos: [at('https://a.test')], reasons: ['e', 'f'] }),
    );
  });

  it('that failed says the error of its steps, then its own, and not that of its input', () => {
    const failed = (steps: readonly Json[], fields: object = {}) =>
      over(steps, { status: 'failed', ...fields });
    const told = (message: string) => ({ kind: 'failed', code: 'failed', message, reportedUsd: null });
    const input: Json = { type: 'user_input', error: { message: 'i' } };
    const errors = [{ message: 'own' }];
    assert.deepEqual(failed([input, output({}), output({ error: { message: 'e' } })], { errors }), told('e'));
    assert.deepEqual(failed([input, output({})], { errors }), told('own'));
    assert.deepEqual(failed([input]), told('the interaction ended as failed'));
  });
});

describe("a gateway's job", () => {
  it('says what it cost and how many videos the filter took, where its answer does', () => {
    const job = {
      id: 'h',
      status: 'completed',
      usage: { cost: 0.5 },
      metadata: { url: '', raiMediaFilteredCount: 1 },
    };
    assert.deepEqual(polled('openai-videos', job), done({ filtered: 1, reportedUsd: 0.5 }));
  });

  it('that failed says what it cost, and the first of its reasons', () => {
    const failed = (fields: object) => polled('openrouter', { id: 'h', status: 'failed', ...fields });
    const told = { kind: 'failed', code: 'failed', reportedUsd: null };
    assert.deepEqual(failed({ error: 'e', usage: { cost: 0.5 } }), {
      ...told,
      message: 'e',
      reportedUsd: 0.5,
    });
    assert.deepEqual(failed({ error: { code: 'c' }, fail_reason: 'f' }), {
      ...told,
      code: 'c',
      message: 'f',
    });
  });

  it('of new-api has its video under one of three names', () => {
    for (const task of [
      { result_url: 'https://a.test', url: 'https://b.test' },
      { url: 'https://a.test', metadata: { url: 'https://b.test' } },
      { metadata: { url: 'https://a.test' } },
    ])
      assert.deepEqual(
        polled('new-api', { code: 'success', data: { status: 'SUCCESS', ...task } }),
        done({ videos: [at('https://a.test')] }),
      );
    assert.deepEqual(polled('new-api', { data: { status: 'SUCCESS' } }), done({}));
  });
});
