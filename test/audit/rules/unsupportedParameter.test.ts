// unsupported-parameter: every limit of the catalog by surface and model, and silence wherever it is not certain.
import assert from 'node:assert/strict';
import { unsupportedParameter } from '../../../src/audit/rules/unsupportedParameter.ts';
import type { Route } from '../../../src/routes/types.ts';
import { findingsOf, mended, routeIn } from './routeContext.ts';

const LITE = 'veo-3.1-lite-generate-preview';
const VERTEX: Partial<Route> = { surface: 'vertex-ai', model: 'veo-3.1-generate-001' };

function messagesOf(changes: Partial<Route>): readonly string[] {
  const text = 'client.models.generateVideos({ … })';
  return findingsOf(unsupportedParameter, text, [routeIn(text, changes)]).map(({ message }) => message);
}

const REFUSED: readonly [what: string, route: Partial<Route>, message: RegExp][] = [
  [
    '5 seconds of Veo 3.1',
    { durationSeconds: 5 },
    /^The Gemini API refuses this request: veo-3\.1-generate-preview makes 4, 6 or 8 seconds, not 5\.$/,
  ],
  [
    '5 seconds on Vertex AI',
    { ...VERTEX, durationSeconds: 5 },
    /^Vertex AI refuses this request: .* 4, 6 or 8 seconds, not 5\./,
  ],
  [
    '4 seconds of Veo 2',
    { surface: 'vertex-ai', model: 'veo-2.0-generate-001', durationSeconds: 4 },
    /5, 6, 7 or 8 seconds, not 4/,
  ],
  [
    '1080p with 6 seconds on the Gemini API',
    { resolution: '1080p', durationSeconds: 6 },
    /makes 1080p only with 8 seconds, not 6/,
  ],
  [
    '4k with 4 seconds on the Gemini API',
    { resolution: '4k', durationSeconds: 4 },
    /makes 4k only with 8 seconds, not 4/,
  ],
  [
    'reference images with 4 seconds',
    { durationSeconds: 4, others: { referenceImages: 2 } },
    /from reference images only with 8 seconds/,
  ],
  [
    'reference images with 4 seconds on Vertex AI',
    { ...VERTEX, durationSeconds: 4, others: { referenceImages: 1 } },
    /only with 8 seconds/,
  ],
  ['4k of Lite', { model: LITE, resolution: '4k' }, /makes 720p or 1080p, not 4k/],
  [
    '4k of Lite on Vertex AI',
    { surface: 'vertex-ai', model: 'veo-3.1-lite-generate-001', resolution: '4k' },
    /makes 720p or 1080p, not 4k/,
  ],
  ['360p', { resolution: '360p' }, /makes 720p, 1080p or 4k, not 360p/],
  ['a square video', { aspectRatio: '1:1' }, /makes 16:9 or 9:16, not 1:1/],
  ['two videos a request on the Gemini API', { sampleCount: 2 }, /makes 1 video per request, not 2/],
  [
    'five videos a request on Vertex AI',
    { ...VERTEX, sampleCount: 5 },
    /makes 1, 2, 3 or 4 videos per request, not 5/,
  ],
  [
    'generateAudio in the SDK of the Gemini API',
    { generateAudio: false },
    /^Google's SDK throws on generateAudio, which exists on Vertex AI only\.$/,
  ],
  ['a seed in the SDK of the Gemini API', { others: { seed: 0 } }, /SDK throws on seed/],
  [
    'an output bucket by its wire name',
    { others: { storageUri: 'gs://bucket' } },
    /SDK throws on outputGcsUri/,
  ],
  ['frames a second', { others: { fps: 24 } }, /SDK throws on fps/],
  [
    'a negative seed on Vertex AI',
    { ...VERTEX, others: { seed: -1 } },
    /takes a seed from 0 to 4294967295, not -1/,
  ],
  [
    'a seed beyond 32 bits on Vertex AI',
    { ...VERTEX, others: { seed: 4_294_967_296 } },
    /takes a seed from 0 to 4294967295, not 4294967296/,
  ],
  [
    'audio of Veo 2',
    { surface: 'vertex-ai', model: 'veo-2.0-generate-001', generateAudio: true },
    /makes no audio/,
  ],
  ['four reference images', { others: { referenceImages: 4 } }, /at most 3 reference images, not 4/],
  ['reference images to Lite', { model: LITE, others: { referenceImages: 1 } }, /takes no reference images/],
  ['an extension by Lite', { model: LITE, others: { video: true } }, /does not extend videos/],
  ['5 seconds through LiteLLM', { shape: 'litellm', durationSeconds: 5 }, /not 5/],
  ['a square video in REST', { shape: 'predict-long-running', aspectRatio: '1:1' }, /not 1:1/],
];

const ACCEPTED: readonly [what: string, route: Partial<Route>][] = [
  ['a request that sets nothing', {}],
  ['8 seconds of 4k', { durationSeconds: 8, resolution: '4k' }],
  ['1080p with 6 seconds on Vertex AI', { ...VERTEX, durationSeconds: 6, resolution: '1080p' }],
  ['4k on Vertex AI, on which the sources disagree', { ...VERTEX, resolution: '4k' }],
  ['1080p with the default duration', { resolution: '1080p' }],
  [
    'computed values',
    {
      durationSeconds: 'dynamic',
      resolution: 'dynamic',
      sampleCount: 'dynamic',
      aspectRatio: 'dynamic',
      generateAudio: 'dynamic',
      others: { seed: 'dynamic', referenceImages: 'dynamic', video: 'dynamic' },
    },
  ],
  ['a computed duration with 1080p', { durationSeconds: 'dynamic', resolution: '1080p' }],
  ['the least seed on Vertex AI', { ...VERTEX, others: { seed: 0 } }],
  ['the greatest seed on Vertex AI', { ...VERTEX, others: { seed: 4_294_967_295 } }],
  ['three reference images', { others: { referenceImages: 3 } }],
  ['no reference images', { model: LITE, others: { referenceImages: 0 } }],
  ['generateAudio on Vertex AI', { ...VERTEX, generateAudio: true }],
  [
    'generateAudio: false for Veo 2 on Vertex AI',
    { surface: 'vertex-ai', model: 'veo-2.0-generate-001', generateAudio: false },
  ],
  [
    'generateAudio in REST, which the SDK does not see',
    { shape: 'predict-long-running', generateAudio: true },
  ],
  [
    'a gateway with limits of its own',
    { surface: 'fal', model: 'fal-ai/veo3.1', shape: 'fal', durationSeconds: 5 },
  ],
  ['a gateway that gets a Google ID', { surface: 'openrouter', shape: 'openai-videos', durationSeconds: 5 }],
  ['an unknown surface behind a library', { surface: 'unknown', shape: 'openai-videos', durationSeconds: 5 }],
  ['several videos through the AI SDK, which splits them', { shape: 'ai-sdk', sampleCount: 4 }],
  [
    'a size that LiteLLM reads as an aspect ratio',
    { shape: 'litellm', resolution: '1080p', durationSeconds: 4 },
  ],
  ['the length of an extension', { durationSeconds: 7, others: { video: 'dynamic' } }],
  ['the size of an upscale', { model: LITE, resolution: '4k', others: { task: 'upscale' } }],
  ['an unknown model', { model: 'veo-9', durationSeconds: 5 }],
  ['no model', { model: null, durationSeconds: 5 }],
  ['a model that never was there', { model: 'veo-3.1-generate-001', durationSeconds: 5 }],
  ['a model whose limits nobody saw', { model: 'veo-3.0-generate-001', durationSeconds: 5 }],
];

describe('unsupported-parameter', () => {
  for (const [what, route, message] of REFUSED) {
    it(`reports ${what}`, () => {
      const [found, ...others] = messagesOf(route);
      assert.match(found ?? 'nothing', message);
      assert.deepEqual(others, []);
    });
  }

  for (const [what, route] of ACCEPTED) {
    it(`is silent on ${what}`, () => assert.deepEqual(messagesOf(route), []));
  }

  it('reports on an unknown surface what every surface of the model refuses, and nothing else', () => {
    const unknown = { surface: 'unknown', durationSeconds: 5 } as const;
    assert.match(messagesOf(unknown)[0] ?? '', /^The Gemini API and Vertex AI refuse this request: .* not 5/);
    assert.deepEqual(messagesOf({ ...unknown, durationSeconds: 6, resolution: '1080p' }), []);
  });

  it('reports each parameter at its value', () => {
    const text = 'generateVideos({\n  model,\n  config: { durationSeconds: 5, aspectRatio: "1:1" },\n})';
    const route = routeIn(
      text,
      { durationSeconds: 5, aspectRatio: '1:1' },
      { durationSeconds: '5', aspectRatio: '"1:1"' },
    );
    const found = findingsOf(unsupportedParameter, text, [route]);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['5', '"1:1"'],
    );
  });

  it('leads from a constant to the request that sends it', () => {
    const text = 'const SECONDS = 5;\ngenerateVideos({ durationSeconds: SECONDS })';
    const call = text.indexOf('generateVideos');
    const route = routeIn(text, { start: call, durationSeconds: 5 }, { durationSeconds: '5' });
    const [found] = findingsOf(unsupportedParameter, text, [route]);
    assert.equal(text.slice(found?.start, found?.end), '5');
    assert.deepEqual(found?.related, [{ start: call, end: text.length, message: 'This request sends it.' }]);
  });

  it('reports at the first line of the call where the value has no place', () => {
    const text = 'generateVideos({\n  model,\n})';
    const [found] = findingsOf(unsupportedParameter, text, [routeIn(text, { durationSeconds: 5 })]);
    assert.equal(text.slice(found?.start, found?.end), 'generateVideos({');
  });
});

describe('fixes of unsupported-parameter', () => {
  function fixed(text: string, changes: Partial<Route>, words: Record<string, string>): string | null {
    const [found] = findingsOf(unsupportedParameter, text, [routeIn(text, changes, words)]);
    assert.ok(found, 'nothing was found');
    return mended(text, found);
  }

  it('asks for the one video that the Gemini API makes', () => {
    const places = { sampleCount: '2' };
    assert.equal(fixed('f({ numberOfVideos: 2 })', { sampleCount: 2 }, places), 'f({ numberOfVideos: 1 })');
    assert.equal(fixed("f({ n: '2' })", { sampleCount: 2 }, { sampleCount: "'2'" }), "f({ n: '1' })");
  });

  it('leaves alone what it cannot read as a number, what is shared, and what has several answers', () => {
    assert.equal(fixed('f(int32(2))', { sampleCount: 2 }, { sampleCount: 'int32(2)' }), null);
    const shared = 'const COUNT = 2;\nf({ n: COUNT })';
    assert.equal(fixed(shared, { sampleCount: 2, start: 17 }, { sampleCount: '2' }), null);
    assert.equal(fixed('f({ durationSeconds: 5 })', { durationSeconds: 5 }, { durationSeconds: '5' }), null);
  });

  it('leaves out a request for audio, which is always on', () => {
    const places = { generateAudio: 'true' };
    const lines = 'f({\n  a: 1,\n  generateAudio: true,\n  b: 2,\n})';
    assert.equal(fixed(lines, { generateAudio: true }, places), 'f({\n  a: 1,\n  b: 2,\n})');
    assert.equal(
      fixed('f(generate_audio=True, b=2)', { generateAudio: true }, { generateAudio: 'True' }),
      'f(b=2)',
    );
    assert.equal(fixed('f({ a: 1, generateAudio: true })', { generateAudio: true }, places), null);
  });

  it('does not take out a request for silence, which nothing else grants', () => {
    assert.equal(
      fixed('f({ generateAudio: false, b: 2 })', { generateAudio: false }, { generateAudio: 'false' }),
      null,
    );
  });
});

describe('unsupported-parameter: values that are accepted', () => {
  const one = (text: string, changes: Partial<Route>, words: Readonly<Record<string, string>>) =>
    findingsOf(unsupportedParameter, text, [routeIn(text, changes, words)])[0];

  it('offers the durations to both sides, of which a person chooses, with their price', () => {
    const text = 'generateVideos({ model, durationSeconds: 5 })';
    const finding = one(text, { durationSeconds: 5 }, { durationSeconds: '5' });
    assert.equal(finding?.fix, null);
    assert.deepEqual(
      finding?.choices?.map(({ title }) => title.replace(/ \(.*/, '')),
      ['Ask for 4 seconds', 'Ask for 6 seconds'],
    );
    assert.deepEqual(
      finding?.choices?.map(({ edits }) => edits[0]?.newText),
      ['4', '6'],
    );
    for (const { title } of finding?.choices ?? []) assert.match(title, /\$[\d.]+.* per request/);
  });

  it('fixes a size that the surface refuses to the next smaller one', () => {
    const text = "generateVideos({ model, resolution: '4k' })";
    assert.equal(
      mended(text, one(text, { model: LITE, resolution: '4k' }, { resolution: "'4k'" })),
      "generateVideos({ model, resolution: '1080p' })",
    );
  });

  it('offers only what nothing else of the request forbids', () => {
    const text = "generateVideos({ resolution: '1080p', durationSeconds: 6 })";
    const finding = one(text, { resolution: '1080p', durationSeconds: 6 }, { durationSeconds: '6' });
    assert.equal(mended(text, finding), "generateVideos({ resolution: '1080p', durationSeconds: 8 })");
  });
});
