// rate-limit: limits against those of the surface, timeouts against how long a video takes.
import assert from 'node:assert/strict';
import { rateLimit } from '../../../src/audit/rules/rateLimit.ts';
import { fixed, says } from './graphContext.ts';

const config = (params: string): Record<string, string> => ({
  'c.yaml': `model_list:\n  - {model_name: a, litellm_params: {${params}}} # the main route\n`,
});
const HERO = 'model: vertex_ai/veo-3.1-generate-001';

describe('rate-limit', () => {
  it('compares requests a minute with what the surface allows', () => {
    assert.deepEqual(says(rateLimit, config(`${HERO}, rpm: 60`)), [
      '2:82 60 warning: 60 requests per minute are configured, but only 50 are allowed for veo-3.1-generate-001 on Vertex AI. The others fail with 429.',
    ]);
    assert.deepEqual(says(rateLimit, config(`${HERO}, rpm: 50`)), []);
  });

  it('lowers the number and keeps the rest', () => {
    assert.equal(
      fixed(rateLimit, config(`${HERO}, rpm: "60"`), 'c.yaml'),
      config(`${HERO}, rpm: "50"`)['c.yaml'],
    );
  });

  it('knows the smaller limit of previews', () => {
    assert.equal(says(rateLimit, config('model: vertex_ai/veo-3.1-generate-preview, rpm: 11')).length, 1);
  });

  it('only informs about limits that third parties report', () => {
    const files = config('model: vertex_ai/veo-3.0-generate-001, rpm: 20');
    assert.deepEqual(
      says(rateLimit, files).map((line) => line.split(':').slice(1, 2).join().replace(/^\d+ /, '')),
      ['20 info'],
    );
  });

  it('compares requests at a time', () => {
    assert.match(
      says(rateLimit, config(`${HERO}, max_parallel_requests: 40`)).join(),
      /40 info: 40 concurrent requests are configured, but only 10 are allowed .* on Vertex AI/,
    );
    assert.deepEqual(says(rateLimit, config(`${HERO}, max_parallel_requests: 10`)), []);
  });

  it('is silent where no limit is known', () => {
    assert.deepEqual(says(rateLimit, config('model: gemini/veo-3.1-generate-preview, rpm: 1000')), []);
    assert.deepEqual(says(rateLimit, config('model: openai/veo3.1-fast, rpm: 1000')), []);
  });

  it('compares timeouts with how long a video takes', () => {
    assert.match(
      says(rateLimit, config(`${HERO}, timeout: 5`)).join(),
      /5 warning: .* shorter than any generation/,
    );
    assert.match(
      says(rateLimit, config(`${HERO}, timeout: 60`)).join(),
      /60 info: .* may be too short for a generation/,
    );
    assert.deepEqual(says(rateLimit, config(`${HERO}, timeout: 600`)), []);
  });

  it('does not measure a request that only starts a job', () => {
    const text =
      'openapi: 3.0.4\nx-google-api-management:\n  backends:\n    a: {address: "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning", deadline: 5}\n';
    assert.deepEqual(says(rateLimit, { 'o.yaml': text }), []);
  });

  it('reads units: milliseconds of Portkey, capacity over a time of Helicone', () => {
    const portkey =
      '{"provider":"vertex-ai","request_timeout":5000,"override_params":{"model":"veo-3.1-generate-001"}}';
    assert.match(says(rateLimit, { 'p.json': portkey }).join(), /timeout of 5 s/);
    const helicone =
      'routers:\n  a:\n    load-balance: {chat: {models: [vertex/veo-3.1-generate-001]}}\n    rate-limit: {per-api-key: {capacity: 2, refill-frequency: 1s}}\n';
    assert.match(says(rateLimit, { 'h.yaml': helicone }).join(), /120 requests per minute/);
    assert.equal(fixed(rateLimit, { 'h.yaml': helicone }, 'h.yaml'), helicone);
  });
});
