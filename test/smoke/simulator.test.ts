// The simulator by itself: keys, quotas, retired IDs in each surface's words, parameters, storage, and its mark.
import assert from 'node:assert/strict';
import { createSimulator, type Delivery } from '../../src/simulator/core.ts';
import type { SimulatorOptions } from '../../src/simulator/world.ts';
import { FAMILIES } from '../../src/smoke/endpoints/index.ts';
import { at, type Json, parseJson, textAt } from '../../src/smoke/json.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import { readMp4 } from '../../src/smoke/verify.ts';
import { CATALOG, FAMILY_NAMES, requestOf, routeOf, SERVED, seeded } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

const ORIGIN = 'http://127.0.0.1:8788';
const KEYS = { authorization: 'Bearer x', 'x-goog-api-key': 'x' };

function simulate(asOf: string, options: Partial<SimulatorOptions> = {}) {
  const clock = virtualClock();
  const simulator = createSimulator({ catalog: CATALOG, asOf, clock, random: seeded(2), ...options });
  const ask = (
    method: string,
    url: string,
    body?: Json,
    headers: Readonly<Record<string, string>> = KEYS,
  ): Promise<Delivery> => {
    const target = new URL(url, ORIGIN);
    return simulator.handle({
      method,
      path: target.pathname,
      query: target.searchParams,
      headers,
      body,
      origin: ORIGIN,
    });
  };
  return { simulator, clock, ask };
}

function json({ body }: Delivery): Json | undefined {
  return parseJson(new TextDecoder().decode(body));
}

describe('the simulator', () => {
  for (const family of FAMILY_NAMES) {
    const submit = () => FAMILIES[family].submit(routeOf(family, ORIGIN), requestOf(family));

    it(`marks every answer and asks for a key: ${family}`, async () => {
      const { ask, simulator } = simulate(SERVED[family].asOf);
      const { method, url, json: body } = submit();
      const refused = await ask(method, url, body, {});
      assert.ok(refused.status === 401 || refused.status === 403, `${refused.status}`);
      const accepted = await ask(method, url, body);
      assert.ok(accepted.status === 200 || accepted.status === 202);
      for (const { headers } of [refused, accepted]) assert.equal(headers[SIMULATED_HEADER], 'true');
      assert.equal(simulator.world.jobs.size, 1);
    });

    it(`refuses over its quota with the time to wait: ${family}`, async () => {
      const { ask, clock } = simulate(SERVED[family].asOf, { jobMs: 0 });
      const { method, url, json: body } = submit();
      const limit = family === 'vertex-ai' || family === 'openai-videos' ? 50 : 10;
      for (let count = 0; count < limit; count += 1)
        assert.ok((await ask(method, url, body)).status < 300, `number ${count + 1} was refused`);
      const refused = await ask(method, url, body);
      assert.equal(refused.status, 429);
      const hint =
        textAt(json(refused), 'error', 'details', 0, 'retryDelay') ?? refused.headers['retry-after'];
      assert.ok(Number.parseInt(hint ?? '', 10) > 0, `no time to wait in ${JSON.stringify(json(refused))}`);
      await clock.sleep(61_000);
      assert.ok((await ask(method, url, body)).status < 300);
    });
  }

  it('retires IDs on their days', async () => {
    const path = '/v1beta/models/veo-3.1-generate-preview:predictLongRunning';
    const body = { instances: [{ prompt: 'A boat.' }], parameters: {} };
    assert.equal((await simulate('2026-10-21').ask('POST', path, body)).status, 200);
    const refused = await simulate('2026-10-22').ask('POST', path, body);
    assert.equal(refused.status, 404);
    assert.match(
      textAt(json(refused), 'error', 'message') ?? '',
      /^models\/veo-3\.1-generate-preview is not found for API version v1beta, or is not supported for predictLongRunning/,
    );
  });

  it('refuses parameters that the surface does not take', async () => {
    const { ask } = simulate('2026-10-01');
    const path = '/v1beta/models/veo-3.1-generate-preview:predictLongRunning';
    for (const parameters of [
      { durationSeconds: 5 },
      { durationSeconds: 4, resolution: '1080p' },
      { resolution: '8k' },
      { aspectRatio: '1:1' },
      { generateAudio: true },
      { sampleCount: 2 },
    ]) {
      const answer = await ask('POST', path, { instances: [{ prompt: 'A boat.' }], parameters });
      assert.equal(answer.status, 400, JSON.stringify(parameters));
      assert.equal(textAt(json(answer), 'error', 'status'), 'INVALID_ARGUMENT');
    }
    const asText = await ask('POST', path, {
      instances: [{ prompt: 'A boat.' }],
      parameters: { durationSeconds: '4' },
    });
    assert.equal(asText.status, 200);
  });

  it('takes as long as a surface does', async () => {
    const { simulator, ask } = simulate('2026-11-21');
    const {
      method,
      url,
      json: body,
    } = FAMILIES['vertex-ai'].submit(routeOf('vertex-ai', ORIGIN), requestOf('vertex-ai'));
    for (let count = 0; count < 5; count += 1) await ask(method, url, body);
    for (const { createdAt, doneAt } of simulator.world.jobs.values()) {
      const seconds = (doneAt - createdAt) / 1000;
      assert.ok(seconds >= 11 && seconds <= 360, `${seconds} s`);
    }
  });

  it('refuses a number that is none', async () => {
    const { ask } = simulate('2026-11-21');
    const asked = [
      ['openai-videos', 'seconds'],
      ['openrouter', 'duration'],
    ] as const;
    for (const [family, field] of asked) {
      const { method, url, json: body } = FAMILIES[family].submit(routeOf(family, ORIGIN), requestOf(family));
      const wrong = Object.assign({}, body, { [field]: 'abc' });
      assert.equal((await ask(method, url, wrong)).status, 400, family);
    }
  });

  it('puts Vertex AI videos where the caller says, and gives them from there', async () => {
    const { ask } = simulate('2026-11-21', { jobMs: 0 });
    const { method, url } = FAMILIES['vertex-ai'].submit(
      routeOf('vertex-ai', ORIGIN),
      requestOf('vertex-ai'),
    );
    const accepted = await ask(method, url, {
      instances: [{ prompt: 'A boat.' }],
      parameters: { durationSeconds: 4, storageUri: 'gs://bucket/out/' },
    });
    const polled = await ask('POST', url.replace('predictLongRunning', 'fetchPredictOperation'), {
      operationName: textAt(json(accepted), 'name') ?? '',
    });
    const gcsUri = textAt(json(polled), 'response', 'videos', 0, 'gcsUri') ?? '';
    assert.match(gcsUri, /^gs:\/\/bucket\/out\/sim\w+\/sample_0\.mp4$/);
    const answer = FAMILIES['vertex-ai'].readPoll(
      json(polled),
      routeOf('vertex-ai', ORIGIN),
      textAt(json(accepted), 'name') ?? '',
    );
    const [source] = answer.kind === 'done' ? answer.videos : [];
    const stored = new URL(source?.kind === 'url' ? source.url : '');
    assert.ok(readMp4((await ask('GET', `${stored.pathname}${stored.search}`)).body));
  });

  it("gives addresses that fetch and that Google's clients understand, each its own", async () => {
    const { ask } = simulate('2026-10-01', { jobMs: 0 });
    const {
      method,
      url,
      json: body,
    } = FAMILIES['gemini-api'].submit(routeOf('gemini-api', ORIGIN), requestOf('gemini-api'));
    const name = textAt(json(await ask(method, url, body)), 'name') ?? '';
    const uriFor = async (headers: Readonly<Record<string, string>>) =>
      textAt(
        json(await ask('GET', `/v1beta/${name}`, undefined, { ...KEYS, ...headers })),
        'response',
        'generateVideoResponse',
        'generatedSamples',
        0,
        'video',
        'uri',
      ) ?? '';
    const plain = await uriFor({});
    assert.ok(plain.startsWith(`${ORIGIN}/v1beta/files/`), plain);
    assert.ok(readMp4((await ask('GET', plain)).body));
    assert.ok(
      (await uriFor({ 'user-agent': 'google-genai-sdk/2.32.0' })).startsWith(
        'https://127.0.0.1:8788/v1beta/files/',
      ),
    );
    const facts = await ask('GET', new URL(plain).pathname.replace(':download', ''));
    assert.equal(at(json(facts), 'state'), 'ACTIVE');
  });

  it('answers what it does not serve with a 404 in JSON, and says so', async () => {
    const answer = await simulate('2026-11-21').ask('POST', '/v1/chat/completions', {});
    assert.equal(answer.status, 404);
    assert.match(textAt(json(answer), 'error', 'message') ?? '', /serves no POST \/v1\/chat\/completions/);
  });
});
