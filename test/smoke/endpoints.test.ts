// The wire shapes of each family: what leaves, and what the answers that are seen in the wild mean.
import assert from 'node:assert/strict';
import { FAMILIES, familyOf } from '../../src/smoke/endpoints/index.ts';
import type { PollAnswer } from '../../src/smoke/endpoints/types.ts';
import { type Json, textAt } from '../../src/smoke/json.ts';
import type { FamilyId, SmokeRequest } from '../../src/smoke/types.ts';
import { routeOf } from './harness.ts';

const FULL: SmokeRequest = {
  prompt: 'P',
  durationSeconds: 8,
  resolution: '1080p',
  aspectRatio: '9:16',
  sampleCount: 2,
  generateAudio: false,
};
const EMPTY: SmokeRequest = {
  prompt: 'P',
  durationSeconds: null,
  resolution: null,
  aspectRatio: null,
  sampleCount: null,
  generateAudio: null,
};
const BASE = 'https://base.test';
const PARAMETERS = {
  durationSeconds: 8,
  resolution: '1080p',
  aspectRatio: '9:16',
  sampleCount: 2,
  generateAudio: false,
};
const VERTEX = `${BASE}/v1/projects/demo/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001`;

/** Address and body of a submit with every parameter. */
const SUBMITS: Readonly<Record<FamilyId, readonly [url: string, body: Json]>> = {
  'gemini-api': [
    `${BASE}/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning`,
    { instances: [{ prompt: 'P' }], parameters: PARAMETERS },
  ],
  'vertex-ai': [`${VERTEX}:predictLongRunning`, { instances: [{ prompt: 'P' }], parameters: PARAMETERS }],
  'omni-interactions': [
    `${BASE}/v1beta/interactions`,
    {
      model: 'gemini-omni-1.1-flash',
      input: 'P The video is 8 seconds long.',
      background: true,
      store: true,
      generation_config: { video_config: { task: 'text_to_video' } },
      response_format: { type: 'video', delivery: 'uri', aspect_ratio: '9:16', resolution: '1080p' },
    },
  ],
  'openai-videos': [
    `${BASE}/v1/videos`,
    { model: 'vertex_ai/veo-3.1-fast-generate-001', prompt: 'P', seconds: '8', size: '1080x1920' },
  ],
  'new-api': [
    `${BASE}/v1/video/generations`,
    {
      model: 'veo-3.1-fast-generate-001',
      prompt: 'P',
      duration: 8,
      size: '1080x1920',
      metadata: { durationSeconds: 8, resolution: '1080p', aspectRatio: '9:16', generateAudio: false },
    },
  ],
  openrouter: [
    `${BASE}/api/v1/videos`,
    {
      model: 'google/veo-3.1-fast',
      prompt: 'P',
      duration: 8,
      resolution: '1080p',
      aspect_ratio: '9:16',
      generate_audio: false,
    },
  ],
};

describe('what leaves', () => {
  for (const [family, [url, body]] of Object.entries(SUBMITS) as readonly [
    FamilyId,
    readonly [string, Json],
  ][]) {
    it(`to submit: ${family}`, () => {
      assert.deepEqual(FAMILIES[family].submit(routeOf(family, BASE), FULL), {
        method: 'POST',
        url,
        json: body,
      });
    });
    it(`carries no parameter that was not asked for: ${family}`, () => {
      const sent = JSON.stringify(FAMILIES[family].submit(routeOf(family, BASE), EMPTY).json);
      for (const word of ['uration', 'econds', 'esolution', 'aspect', 'ount', 'udio', 'size'])
        assert.ok(!sent.includes(word), `${word} in ${sent}`);
    });
  }

  it('with a place for the video, to Vertex AI alone', () => {
    const asked = { ...EMPTY, storageUri: 'gs://bucket/out' };
    const sent = (family: FamilyId) => FAMILIES[family].submit(routeOf(family, BASE), asked).json;
    assert.deepEqual(sent('vertex-ai'), {
      instances: [{ prompt: 'P' }],
      parameters: { storageUri: 'gs://bucket/out' },
    });
    assert.ok(!JSON.stringify(sent('gemini-api')).includes('bucket'));
  });

  it('to poll', () => {
    const polls = (family: FamilyId, handle: string) => FAMILIES[family].poll(routeOf(family, BASE), handle);
    assert.equal(polls('gemini-api', 'models/m/operations/o').url, `${BASE}/v1beta/models/m/operations/o`);
    assert.deepEqual(polls('vertex-ai', 'projects/p/operations/o'), {
      method: 'POST',
      url: `${VERTEX}:fetchPredictOperation`,
      json: { operationName: 'projects/p/operations/o' },
    });
    assert.equal(polls('omni-interactions', 'i/1').url, `${BASE}/v1beta/interactions/i%2F1`);
    assert.equal(polls('openai-videos', 'video_1').url, `${BASE}/v1/videos/video_1`);
    assert.equal(polls('new-api', 't').url, `${BASE}/v1/video/generations/t`);
    assert.equal(polls('openrouter', 'j').url, `${BASE}/api/v1/videos/j`);
  });

  it('cannot be led out of its path by a handle', () => {
    for (const family of ['openai-videos', 'new-api', 'openrouter', 'omni-interactions'] as const) {
      const { pathname } = new URL(FAMILIES[family].poll(routeOf(family, BASE), '../../admin?x=1#y').url);
      assert.ok(!pathname.endsWith('/admin'), pathname);
    }
  });
});

const NOTHING: Extract<PollAnswer, { readonly kind: 'done' }> = {
  kind: 'done',
  videos: [],
  filtered: 0,
  reasons: [],
  reportedUsd: null,
};

describe('what comes back', () => {
  const handles: readonly (readonly [FamilyId, Json, string | null])[] = [
    ['gemini-api', { name: 'models/m/operations/o' }, 'models/m/operations/o'],
    ['vertex-ai', { name: '' }, null],
    ['omni-interactions', { id: 'i1', status: 'in_progress' }, 'i1'],
    ['openai-videos', { id: 'video_1', object: 'video', status: 'queued' }, 'video_1'],
    ['new-api', { task_id: 't1' }, 't1'],
    ['new-api', { code: 'success', data: { task_id: 't2' } }, 't2'],
    ['openrouter', { id: 'j1', polling_url: '/api/v1/videos/j1', status: 'pending' }, 'j1'],
    ['openrouter', { ok: true }, null],
  ];
  for (const [family, answer, handle] of handles) {
    it(`from a submit: ${family} ${JSON.stringify(answer)}`, () =>
      assert.equal(FAMILIES[family].readSubmit(answer), handle));
  }

  const uri = 'https://generativelanguage.googleapis.com/v1beta/files/f:download?alt=media';
  const polls: readonly (readonly [string, FamilyId, Json | undefined, PollAnswer])[] = [
    ['an operation that runs', 'gemini-api', { name: 'o' }, { kind: 'running', progress: null }],
    [
      'a finished operation',
      'gemini-api',
      {
        name: 'o',
        done: true,
        response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } },
      },
      { ...NOTHING, videos: [{ kind: 'url', url: uri }] },
    ],
    [
      'a filtered one',
      'gemini-api',
      {
        name: 'o',
        done: true,
        response: {
          generateVideoResponse: {
            raiMediaFilteredCount: 1,
            raiMediaFilteredReasons: ['17301594: Celebrity'],
          },
        },
      },
      { ...NOTHING, filtered: 1, reasons: ['17301594: Celebrity'] },
    ],
    [
      'a failed one',
      'gemini-api',
      { name: 'o', done: true, error: { code: 13, message: 'm' } },
      { kind: 'failed', code: '13', message: 'm', reportedUsd: null },
    ],
    [
      'inline bytes',
      'vertex-ai',
      { done: true, response: { videos: [{ bytesBase64Encoded: 'AAAA' }] } },
      { ...NOTHING, videos: [{ kind: 'inline', base64: 'AAAA' }] },
    ],
    [
      'an object of Cloud Storage',
      'vertex-ai',
      { done: true, response: { videos: [{ gcsUri: 'gs://bucket/a b/c.mp4' }] } },
      {
        ...NOTHING,
        videos: [
          {
            kind: 'url',
            url: 'https://storage.googleapis.com/storage/v1/b/bucket/o/a%20b%2Fc.mp4?alt=media',
          },
        ],
      },
    ],
    [
      'an interaction with a video',
      'omni-interactions',
      {
        id: 'i',
        status: 'completed',
        steps: [
          { type: 'user_input' },
          {
            type: 'model_output',
            content: [
              { type: 'text', text: 't' },
              { type: 'video', uri },
            ],
          },
        ],
      },
      { ...NOTHING, videos: [{ kind: 'url', url: uri }] },
    ],
    [
      'an interaction out of budget',
      'omni-interactions',
      { id: 'i', status: 'budget_exceeded' },
      {
        kind: 'failed',
        code: 'budget_exceeded',
        message: 'the interaction ended as budget_exceeded',
        reportedUsd: null,
      },
    ],
    [
      'LiteLLM at work',
      'openai-videos',
      { id: 'v', status: 'processing' },
      { kind: 'running', progress: null },
    ],
    [
      'progress in percent',
      'openai-videos',
      { id: 'v', status: 'in_progress', progress: 40 },
      { kind: 'running', progress: 40 },
    ],
    [
      'a completed video',
      'openai-videos',
      { id: 'v', status: 'completed' },
      { ...NOTHING, videos: [{ kind: 'url', url: `${BASE}/v1/videos/v/content` }] },
    ],
    [
      'new-api, completed without an address',
      'openai-videos',
      { id: 'v', status: 'completed', metadata: { url: '' } },
      NOTHING,
    ],
    [
      'a job with an error',
      'openai-videos',
      { id: 'v', status: 'failed', error: { code: 'c', message: 'm' } },
      { kind: 'failed', code: 'c', message: 'm', reportedUsd: null },
    ],
    [
      'a task at work',
      'new-api',
      { code: 'success', data: { status: 'IN_PROGRESS', progress: '30%' } },
      { kind: 'running', progress: 30 },
    ],
    [
      'a finished task',
      'new-api',
      { code: 'success', data: { status: 'SUCCESS', result_url: uri } },
      { ...NOTHING, videos: [{ kind: 'url', url: uri }] },
    ],
    [
      'a failed task',
      'new-api',
      { code: 'success', data: { status: 'FAILURE', fail_reason: 'm' } },
      { kind: 'failed', code: 'failure', message: 'm', reportedUsd: null },
    ],
    [
      'OpenRouter with its cost',
      'openrouter',
      { id: 'j', status: 'completed', unsigned_urls: ['https://far.test/1'], usage: { cost: 0.25 } },
      {
        ...NOTHING,
        videos: [{ kind: 'url', url: `${BASE}/api/v1/videos/j/content?index=0` }],
        reportedUsd: 0.25,
      },
    ],
    [
      'OpenRouter, expired',
      'openrouter',
      { id: 'j', status: 'expired' },
      { kind: 'failed', code: 'expired', message: 'the job ended as expired', reportedUsd: null },
    ],
  ];
  for (const [what, family, answer, expected] of polls) {
    it(`from a poll: ${what}`, () =>
      assert.deepEqual(FAMILIES[family].readPoll(answer, routeOf(family, BASE), handleIn(answer)), expected));
  }

  it('about another job is unreadable', () => {
    const others: readonly (readonly [FamilyId, Json])[] = [
      ['gemini-api', { name: 'models/m/operations/other', done: true, response: {} }],
      ['vertex-ai', { name: 'projects/1/operations/other', done: true, response: {} }],
      ['omni-interactions', { id: 'other', status: 'completed' }],
      ['openrouter', { id: 'other', status: 'completed', unsigned_urls: ['https://far.test/1'] }],
    ];
    for (const [family, answer] of others)
      assert.deepEqual(
        FAMILIES[family].readPoll(answer, routeOf(family, BASE), 'models/m/operations/ours'),
        { kind: 'unreadable' },
        family,
      );
  });

  it('that is no answer of the family is unreadable, and never throws', () => {
    const odd: readonly (Json | undefined)[] = [
      undefined,
      null,
      [],
      {},
      'text',
      7,
      true,
      { done: 'yes' },
      { status: 7 },
      { status: 'dancing' },
      { data: null },
      { steps: 'x', status: null },
    ];
    for (const family of Object.values(FAMILIES)) {
      for (const answer of odd) {
        const { kind } = family.readPoll(answer, routeOf(family.id, BASE), 'h');
        assert.ok(
          kind === 'unreadable' || kind === 'running',
          `${family.id} takes ${JSON.stringify(answer)} for ${kind}`,
        );
        family.readSubmit(answer);
        family.readLook(answer, routeOf(family.id, BASE));
      }
    }
  });
});

describe('the family of a route', () => {
  for (const [surface, model, family] of [
    ['gemini-api', 'veo-3.1-generate-preview', 'gemini-api'],
    ['gemini-api', 'gemini-omni-1.1-flash', 'omni-interactions'],
    ['vertex-ai', 'veo-3.1-generate-001', 'vertex-ai'],
    ['vertex-ai', 'vertex_ai/veo-3.1-generate-001', 'openai-videos'],
    ['new-api', 'veo3.1', 'new-api'],
    ['openrouter', 'google/veo-3.1', 'openrouter'],
    ['litellm', 'gemini/veo-3.1-generate-preview', 'openai-videos'],
  ] as const) {
    it(`${model} on ${surface}: ${family}`, () => assert.equal(familyOf(surface, model), family));
  }
});

/** The handle that an answer is about. */
function handleIn(answer: Json | undefined): string {
  return textAt(answer, 'name') ?? textAt(answer, 'id') ?? 'h';
}
