// retry-policy: each error class with what it needs, and the fixes.
import assert from 'node:assert/strict';
import { retryPolicy } from '../../../src/audit/rules/retryPolicy.ts';
import { fixed, says } from './graphContext.ts';

const litellm = (policy: string): string =>
  `model_list:\n  - {model_name: a, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\nrouter_settings:\n  retry_policy: {${policy}} # agreed\n`;

const envoy = (retry: string): string => `kind: AIGatewayRoute
metadata: { name: r }
spec:
  rules:
    - { matches: [{ headers: [{ name: x-ai-eg-model, value: a }] }], backendRefs: [{ name: b, modelNameOverride: veo-3.1-generate-001 }] }
---
kind: BackendTrafficPolicy
spec:
  targetRefs: [{ name: r }]
  retry: ${retry}
`;

describe('retry-policy', () => {
  for (const [policy, message] of [
    ['BadRequestErrorRetries: 2', /2 warning: A 400 is retried/],
    ['ContentPolicyViolationErrorRetries: 1', /1 warning: A safety refusal is retried/],
    ['InternalServerErrorRetries: 3', /3 warning: A 500 is retried 3 times/],
  ] as const) {
    it(policy, () => assert.match(says(retryPolicy, { 'c.yaml': litellm(policy) }).join(), message));
  }

  it('only remarks on a 500 among other codes', () => {
    const codes = (attempts: number): string =>
      envoy(`{ numRetries: ${attempts}, retryOn: { httpStatusCodes: [429, 500] } }`);
    assert.match(
      says(retryPolicy, { 'e.yaml': codes(4) }).join(),
      /^10:\d+ 500 info: A 500 is retried 4 times/,
    );
    assert.deepEqual(says(retryPolicy, { 'e.yaml': codes(1) }), []);
  });

  it('measures the wait after a 500', () => {
    const wait = (base: string): string =>
      envoy(
        `{ numRetries: 1, retryOn: { httpStatusCodes: [500] }, perRetry: { backOff: { baseInterval: ${base} } } }`,
      );
    assert.match(says(retryPolicy, { 'e.yaml': wait('1s') }).join(), /1s warning: .* Wait 5 to 10 s/);
    assert.deepEqual(says(retryPolicy, { 'e.yaml': wait('5s') }), []);
  });

  it('is silent about counts that fit', () => {
    const policy =
      'BadRequestErrorRetries: 0, RateLimitErrorRetries: 6, InternalServerErrorRetries: 1, TimeoutErrorRetries: 2';
    assert.deepEqual(says(retryPolicy, { 'c.yaml': litellm(policy) }), []);
  });

  it('sets the counts right, and keeps the rest', () => {
    const before = litellm(
      'BadRequestErrorRetries: 2, RateLimitErrorRetries: 6, InternalServerErrorRetries: 3',
    );
    const after = litellm(
      'BadRequestErrorRetries: 0, RateLimitErrorRetries: 6, InternalServerErrorRetries: 1',
    );
    assert.equal(fixed(retryPolicy, { 'c.yaml': before }, 'c.yaml'), after);
  });

  it('takes a refusal out of the codes', () => {
    const before = envoy('{ numRetries: 3, retryOn: { httpStatusCodes: [429, 403, 503] } }');
    assert.match(says(retryPolicy, { 'e.yaml': before }).join(), /^10:\d+ 403 warning/);
    const after = envoy('{ numRetries: 3, retryOn: { httpStatusCodes: [429, 503] } }');
    assert.equal(fixed(retryPolicy, { 'e.yaml': before }, 'e.yaml'), after);
  });

  it('is silent where nothing is retried', () => {
    assert.deepEqual(
      says(retryPolicy, { 'e.yaml': envoy('{ numRetries: 0, retryOn: { httpStatusCodes: [400] } }') }),
      [],
    );
  });

  it('measures the waits after a 429', () => {
    const retry = (waits: string): string =>
      envoy(`{ numRetries: 5, retryOn: { httpStatusCodes: [429] }, perRetry: { backOff: ${waits} } }`);
    assert.match(
      says(retryPolicy, { 'e.yaml': retry('{ baseInterval: 100ms, maxInterval: 64s }') }).join(),
      /100ms warning: .* 0\.1 s/,
    );
    assert.match(
      says(retryPolicy, { 'e.yaml': retry('{ baseInterval: 1s, maxInterval: 10s }') }).join(),
      /10s info: .* is 10 s/,
    );
    assert.deepEqual(says(retryPolicy, { 'e.yaml': retry('{ baseInterval: 1s, maxInterval: 64s }') }), []);
  });

  it('measures the first wait after a 503', () => {
    const retry = (base: string): string =>
      envoy(
        `{ numRetries: 2, retryOn: { httpStatusCodes: [503] }, perRetry: { backOff: { baseInterval: ${base} } } }`,
      );
    assert.match(says(retryPolicy, { 'e.yaml': retry('5s') }).join(), /5s warning: .* Wait 30 s/);
    assert.deepEqual(says(retryPolicy, { 'e.yaml': retry('30s') }), []);
  });

  it('does not ask the wait after a 503 of a list that names other codes, or none', () => {
    const retry = (on: string): string =>
      envoy(`{ numRetries: 1, ${on}perRetry: { backOff: { baseInterval: 5s } } }`);
    for (const codes of ['503, 500', '500, 503', '503, 429'])
      assert.deepEqual(
        says(retryPolicy, { 'e.yaml': retry(`retryOn: { httpStatusCodes: [${codes}] }, `) }),
        [],
        codes,
      );
    assert.deepEqual(says(retryPolicy, { 'e.yaml': retry('') }), []);
  });

  it('knows constant waits', () => {
    const text = (strategy: string): string =>
      `routers:\n  a:\n    load-balance: {chat: {models: [vertex/veo-3.1-generate-001]}}\n    retries: {enabled: true, strategy: ${strategy}, max-retries: 3}\n`;
    assert.match(says(retryPolicy, { 'h.yaml': text('constant') }).join(), /^4:\d+ constant warning/);
    assert.deepEqual(says(retryPolicy, { 'h.yaml': text('exponential') }), []);
  });

  it('says once what holds for many routes', () => {
    const text = litellm('BadRequestErrorRetries: 2').replace(
      'router_settings',
      '  - {model_name: b, litellm_params: {model: vertex_ai/veo-3.1-lite-generate-001}}\nrouter_settings',
    );
    assert.equal(says(retryPolicy, { 'c.yaml': text }).length, 1);
  });
});
