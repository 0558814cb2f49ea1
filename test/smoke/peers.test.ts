// What clients of other kinds ask the simulator: the calls that SDKs, pollers, browsers and curl make beside the plain ones.
import assert from 'node:assert/strict';
import { GoogleGenAI } from '@google/genai';
import OpenAI, { toFile } from 'openai';
import { type RunningSimulator, startSimulator } from '../../src/simulator/server.ts';
import type { Dialect } from '../../src/simulator/world.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { at, type Json, listAt, textAt } from '../../src/smoke/json.ts';
import { readMp4 } from '../../src/smoke/verify.ts';
import { CATALOG, seeded } from './harness.ts';

const VEO = 'veo-3.1-fast-generate-001';
const PREVIEW = 'veo-3.1-fast-generate-preview';
const OMNI = 'gemini-omni-1.1-flash';
/** A day on which the Gemini API still served Veo. */
const GEMINI_DAY = '2026-10-01';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const VERTEX = '/v1beta1/projects/demo/locations/us-central1/publishers/google/models';

let simulator: RunningSimulator;

async function simulate(asOf: string, dialect: Dialect = 'openai', jobMs = 0): Promise<string> {
  const clock = scaledClock(1_000);
  simulator = await startSimulator({ catalog: CATALOG, asOf, clock, random: seeded(7), dialect, jobMs });
  return simulator.origin;
}

const KEYS = { authorization: 'Bearer x', 'x-goog-api-key': 'x' };

async function ask(
  url: string,
  method = 'GET',
  body?: Json,
  headers: Readonly<Record<string, string>> = KEYS,
): Promise<{ readonly status: number; readonly json: Json; readonly headers: Headers }> {
  const init = { method, headers: { ...headers, 'content-type': 'application/json' } };
  const answer = await fetch(url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  const json: Json = await answer.json();
  return { status: answer.status, json, headers: answer.headers };
}

/** Submits to the Gemini API and gives the address of the finished video. */
async function geminiVideo(origin: string, instance: Json): Promise<string> {
  const submitted = await ask(`${origin}/v1beta/models/${PREVIEW}:predictLongRunning`, 'POST', {
    instances: [instance],
    parameters: {},
  });
  assert.equal(submitted.status, 200, JSON.stringify(submitted.json));
  const { json } = await ask(`${origin}/v1beta/${textAt(submitted.json, 'name')}`);
  return (
    textAt(json, 'response', 'generateVideoResponse', 'generatedSamples', 0, 'video', 'uri') ??
    assert.fail(JSON.stringify(json))
  );
}

describe('what other clients ask', () => {
  afterEach(() => simulator.close());

  describe('of the Gemini API', () => {
    it('with the key in the address, and with an encoded colon or doubled slashes in the path', async () => {
      const origin = await simulate(GEMINI_DAY);
      const body = { instances: [{ prompt: 'A boat.' }], parameters: {} };
      for (const path of [
        `/v1beta/models/${PREVIEW}:predictLongRunning?key=k`,
        `/v1beta/models/${PREVIEW}%3ApredictLongRunning?key=k`,
        `//v1alpha/models/${PREVIEW}:predictLongRunning/?key=k&alt=json`,
      ]) {
        assert.equal((await ask(`${origin}${path}`, 'POST', body, {})).status, 200, path);
      }
    });

    it('with pictures, a last frame, references, a video to extend, and fields that nobody knows', async () => {
      const origin = await simulate(GEMINI_DAY);
      const image = { bytesBase64Encoded: PIXEL, mimeType: 'image/png' };
      for (const instance of [
        { prompt: 'A boat.', image, lastFrame: image },
        { prompt: 'A boat.', referenceImages: [{ image, referenceType: 'asset' }] },
        { prompt: 'On it goes.', video: { uri: `${origin}/v1beta/files/x` } },
        { image: { inlineData: { mimeType: 'image/png', data: PIXEL } } },
        { prompt: 'A boat.', somethingNew: { deep: [1] } },
      ])
        await geminiVideo(origin, instance);
      assert.equal(simulator.world.jobs.size, 5);
    });

    it('for models and operations, and meet errors in the shape of Google', async () => {
      const origin = await simulate(GEMINI_DAY);
      await geminiVideo(origin, { prompt: 'A boat.' });
      const models = await ask(`${origin}/v1beta/models?pageSize=50`, 'GET', undefined, {
        'x-goog-api-key': 'k',
      });
      assert.ok(listAt(models.json, 'models').some((row) => textAt(row, 'name') === `models/${PREVIEW}`));
      const { json } = await ask(`${origin}/v1beta/models/${PREVIEW}/operations`);
      assert.equal(listAt(json, 'operations').length, 1);
      for (const method of ['countTokens', 'generateContent', 'streamGenerateContent']) {
        const refused = await ask(`${origin}/v1beta/models/${PREVIEW}:${method}`, 'POST', { contents: [] });
        assert.equal(refused.status, 404);
        assert.equal(textAt(refused.json, 'error', 'status'), 'NOT_FOUND');
        assert.match(
          textAt(refused.json, 'error', 'message') ?? '',
          new RegExp(`not supported for ${method}`),
        );
      }
      const unknown = await ask(`${origin}/v1beta/cachedContents`);
      assert.equal(at(unknown.json, 'error', 'code'), 404);
    });

    it('with a body that is no JSON, and are refused instead of cut off', async () => {
      const origin = await simulate(GEMINI_DAY);
      const answer = await fetch(`${origin}/v1beta/models/${PREVIEW}:predictLongRunning`, {
        method: 'POST',
        headers: KEYS,
        body: '{"instances": [',
      });
      assert.equal(answer.status, 400);
      const form = await fetch(`${origin}/v1/videos`, {
        method: 'POST',
        headers: { ...KEYS, 'content-type': 'multipart/form-data; boundary=x' },
        body: 'no form at all',
      });
      assert.equal(form.status, 400);
      assert.equal((await fetch(`${origin}/v1beta/files/%E0%A4%A:download`, { headers: KEYS })).status, 404);
    });
  });

  describe('of a video', () => {
    it('in parts, by its head alone, and from a page in a browser', async () => {
      const origin = await simulate(GEMINI_DAY);
      const url = await geminiVideo(origin, { prompt: 'A boat.' });
      const whole = new Uint8Array(await (await fetch(url, { headers: KEYS })).arrayBuffer());
      const part = async (range: string) => {
        const answer = await fetch(url, { headers: { ...KEYS, range } });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return [answer.status, answer.headers.get('content-range'), bytes] as const;
      };
      const size = whole.length;
      assert.deepEqual(await part('bytes=0-99'), [206, `bytes 0-99/${size}`, whole.slice(0, 100)]);
      assert.deepEqual(await part('bytes=100-'), [206, `bytes 100-${size - 1}/${size}`, whole.slice(100)]);
      assert.deepEqual(await part('bytes=-10'), [
        206,
        `bytes ${size - 10}-${size - 1}/${size}`,
        whole.slice(-10),
      ]);
      assert.deepEqual(await part(`bytes=${size}-`), [416, `bytes */${size}`, new Uint8Array()]);
      const head = await fetch(url, { method: 'HEAD', headers: KEYS });
      assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(size)]);
      assert.equal(head.headers.get('accept-ranges'), 'bytes');
      assert.equal((await head.arrayBuffer()).byteLength, 0);
      const preflight = await fetch(url, {
        method: 'OPTIONS',
        headers: { origin: 'https://page.example', 'access-control-request-headers': 'x-goog-api-key' },
      });
      assert.equal(preflight.status, 204);
      assert.equal(preflight.headers.get('access-control-allow-headers'), 'x-goog-api-key');
      assert.equal(head.headers.get('access-control-allow-origin'), '*');
      const control = await fetch(`${origin}/_simulator`);
      assert.equal(control.headers.get('access-control-allow-origin'), null, 'pages may read the log');
    });

    it('is named by the host name that the client uses', async () => {
      const origin = (await simulate(GEMINI_DAY)).replace('127.0.0.1', 'localhost');
      assert.ok((await geminiVideo(origin, { prompt: 'A boat.' })).startsWith(`${origin}/`));
    });
  });

  describe('of Vertex AI', () => {
    it('in express mode, by key and without a project', async () => {
      const origin = await simulate('2026-11-21');
      const ai = new GoogleGenAI({ vertexai: true, apiKey: 'k', httpOptions: { baseUrl: origin } });
      let operation = await ai.models.generateVideos({ model: VEO, source: { prompt: 'A boat.' } });
      operation = await ai.operations.getVideosOperation({ operation });
      const bytes = operation.response?.generatedVideos?.[0]?.video?.videoBytes ?? '';
      assert.ok(readMp4(Buffer.from(bytes, 'base64')));
    });

    it('for its models', async () => {
      const origin = await simulate('2026-11-21');
      const list = await ask(`${origin}/v1beta1/publishers/google/models`);
      assert.ok(listAt(list.json, 'publisherModels').length > 0);
      assert.equal((await ask(`${origin}${VERTEX}/${VEO}`)).status, 200);
      const gone = await ask(`${origin}${VERTEX}/veo-2.0-generate-001`);
      assert.equal(textAt(gone.json, 'error', 'status'), 'NOT_FOUND');
    });
  });

  describe('of the Interactions API', () => {
    it('for the bytes themselves, with the length as a field and the input as turns', async () => {
      const origin = await simulate('2026-11-21');
      const { json } = await ask(`${origin}/v1/interactions`, 'POST', {
        model: OMNI,
        input: [{ type: 'user_input', content: [{ type: 'text', text: 'A boat.' }] }],
        response_modalities: ['video'],
        response_format: { type: 'video', duration: '5s', resolution: '720p' },
      });
      const facts = readMp4(Buffer.from(textAt(json, 'steps', 0, 'content', 0, 'data') ?? '', 'base64'));
      assert.equal(facts?.durationSeconds, 5, JSON.stringify(json).slice(0, 300));
    });

    it('as a stream', async () => {
      const origin = await simulate('2026-11-21', 'openai', 5_000);
      const ai = new GoogleGenAI({ apiKey: 'k', httpOptions: { baseUrl: origin } });
      const kinds: string[] = [];
      for await (const event of await ai.interactions.create({ model: OMNI, input: 'A boat.', stream: true }))
        kinds.push(event.event_type ?? 'none');
      assert.deepEqual(kinds, [
        'interaction.created',
        'step.start',
        'step.delta',
        'step.stop',
        'interaction.completed',
      ]);
    });

    it('to cancel, to go on from another one, to delete', async () => {
      const origin = await simulate('2026-11-21', 'openai', 600_000);
      const create = (more: Record<string, Json>) =>
        ask(`${origin}/v1beta/interactions`, 'POST', {
          model: OMNI,
          input: 'A boat.',
          background: true,
          ...more,
        });
      const first = textAt((await create({})).json, 'id') ?? '';
      const second = await create({ previous_interaction_id: first });
      assert.equal(textAt(second.json, 'previous_interaction_id'), first);
      assert.equal((await create({ previous_interaction_id: 'nobody' })).status, 404);
      const cancelled = await ask(`${origin}/v1beta/interactions/${first}/cancel`, 'POST', {});
      assert.equal(textAt(cancelled.json, 'status'), 'cancelled');
      await ask(`${origin}/v1beta/interactions/${textAt(second.json, 'id')}`, 'DELETE');
      assert.equal((await ask(`${origin}/v1beta/interactions/${textAt(second.json, 'id')}`)).status, 404);
      assert.equal(simulator.world.jobs.size, 2, 'what was made is not forgotten');
    });
  });

  describe('of /v1/videos', () => {
    it("by OpenAI's own helpers: status words, picture, preview, remix, pages, delete", async () => {
      const origin = await simulate('2026-11-21', 'openai', 3_000);
      const openai = new OpenAI({ apiKey: 'k', baseURL: `${origin}/v1`, maxRetries: 0 });
      const finished = async (id: string) => {
        let video = await openai.videos.retrieve(id);
        // The loop of OpenAI's own pollers: any other word ends it.
        while (video.status === 'queued' || video.status === 'in_progress')
          video = await openai.videos.retrieve(id);
        return video;
      };
      const picture = await toFile(Buffer.from(PIXEL, 'base64'), 'a.png', { type: 'image/png' });
      const created = await openai.videos.create({ model: VEO, prompt: 'A boat.', input_reference: picture });
      assert.match(created.status, /^(?:queued|in_progress)$/);
      const video = await finished(created.id);
      assert.equal(video.status, 'completed');
      for (const [variant, type] of [
        ['thumbnail', 'image/webp'],
        ['spritesheet', 'image/jpeg'],
        ['video', 'video/mp4'],
      ] as const) {
        const content = await openai.videos.downloadContent(video.id, { variant });
        assert.equal(content.headers.get('content-type'), type);
        assert.ok((await content.arrayBuffer()).byteLength > 0);
      }
      const remixed = await openai.videos.remix(video.id, { prompt: 'Make it red.' });
      assert.equal(remixed.remixed_from_video_id, video.id);
      await finished(remixed.id);
      const third = await openai.videos.create({ model: VEO, prompt: 'A third.' });
      const ids: string[] = [];
      for await (const { id } of openai.videos.list({ limit: 2 })) ids.push(id);
      assert.deepEqual(ids, [third.id, remixed.id, video.id]);
      await openai.videos.delete(video.id);
      await assert.rejects(openai.videos.retrieve(video.id), { status: 404 });
    });

    it('for models, which are OpenAI rows here and Google rows by key', async () => {
      const origin = await simulate('2026-11-21');
      const openai = new OpenAI({ apiKey: 'k', baseURL: `${origin}/v1` });
      const ids: string[] = [];
      for await (const { id } of openai.models.list()) ids.push(id);
      assert.ok(ids.includes(VEO));
      assert.equal((await openai.models.retrieve(`vertex_ai/${VEO}`)).id, `vertex_ai/${VEO}`);
      const google = await ask(`${origin}/v1/models`, 'GET', undefined, { 'x-goog-api-key': 'k' });
      assert.ok(listAt(google.json, 'models').length > 0);
    });

    it("in the gateways' words, which list and remix nothing of Veo", async () => {
      for (const [dialect, word, lists] of [
        ['litellm', 'processing', 500],
        ['new-api', 'in_progress', 404],
      ] as const) {
        const origin = await simulate('2026-11-21', dialect, 60_000);
        const { json } = await ask(`${origin}/v1/videos`, 'POST', { model: VEO, prompt: 'A boat.' });
        assert.equal(textAt(json, 'status'), word);
        assert.equal((await ask(`${origin}/v1/videos`)).status, lists);
        if (dialect === 'litellm') await simulator.close();
      }
    });
  });

  it('of OpenRouter: pixels as the size, and an address that needs no key', async () => {
    const origin = await simulate('2026-11-21');
    const videos = `${origin}/api/v1/videos`;
    const submitted = await ask(videos, 'POST', {
      model: 'google/veo-3.1-fast',
      prompt: 'A boat.',
      duration: 4,
      size: '1920x1080',
      frame_images: [{ type: 'image_url', image_url: { url: 'data:,' }, frame_type: 'first_frame' }],
      provider: { options: {} },
    });
    const { json } = await ask(`${origin}${textAt(submitted.json, 'polling_url')}`);
    const signed = await fetch(textAt(json, 'urls', 0) ?? '');
    const facts = readMp4(new Uint8Array(await signed.arrayBuffer()));
    assert.deepEqual([facts?.width, facts?.height], [1920, 1080]);
    assert.equal((await fetch(textAt(json, 'unsigned_urls', 0) ?? '')).status, 401);
    assert.equal(at((await ask(`${origin}/api/v1/nothing`)).json, 'error', 'code'), 404);
  });
});
