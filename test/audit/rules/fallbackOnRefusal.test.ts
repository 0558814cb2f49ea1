// fallback-on-refusal: codes that must fail closed, and the fix that takes them out of the list.
import assert from 'node:assert/strict';
import { fallbackOnRefusal } from '../../../src/audit/rules/fallbackOnRefusal.ts';
import { fixed, says } from './graphContext.ts';

const portkey = (strategy: string): string => `{
  "strategy": ${strategy},
  "targets": [
    { "provider": "vertex-ai", "override_params": { "model": "veo-3.1-generate-001" } },
    { "provider": "vertex-ai", "override_params": { "model": "veo-3.1-lite-generate-001" } }
  ]
}
`;
const on = (codes: string): string => portkey(`{ "mode": "fallback", "on_status_codes": ${codes} }`);

describe('fallback-on-refusal', () => {
  it('finds 400 and 403 at their places', () => {
    assert.deepEqual(
      says(fallbackOnRefusal, { 'p.json': on('[429, 400, 503, 403]') }).map((line) => line.slice(0, 14)),
      ['2:62 400 error', '2:72 403 error'],
    );
  });

  it('takes them out of the list', () => {
    assert.equal(fixed(fallbackOnRefusal, { 'p.json': on('[400, 429, 503]') }, 'p.json'), on('[429, 503]'));
    assert.equal(fixed(fallbackOnRefusal, { 'p.json': on('[429, 403]') }, 'p.json'), on('[429]'));
  });

  it('is silent about codes that may go on', () => {
    assert.deepEqual(says(fallbackOnRefusal, { 'p.json': on('[429, 500, 503]') }), []);
  });

  it('only hints where every error goes on', () => {
    assert.match(
      says(fallbackOnRefusal, { 'p.json': portkey('{ "mode": "fallback" }') }).join(),
      /^2:26 fallback info: /,
    );
    assert.deepEqual(says(fallbackOnRefusal, { 'p.json': portkey('{ "mode": "loadbalance" }') }), []);
  });

  it('knows a fallback for refused content', () => {
    const text =
      'model_list:\n  - {model_name: a, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\n  - {model_name: b, litellm_params: {model: openai/sora-2}}\nlitellm_settings:\n  content_policy_fallbacks: [{a: [b]}]\n';
    const said = says(fallbackOnRefusal, { 'c.yaml': text });
    assert.match(said.join(), /^5:3 content_policy_fallbacks error: a falls back to b on a safety refusal/);
    assert.equal(fixed(fallbackOnRefusal, { 'c.yaml': text }, 'c.yaml'), text);
  });

  it('leaves other models alone', () => {
    const text = on('[400]').replaceAll(/veo-[\w.-]+/g, 'sora-2');
    assert.deepEqual(says(fallbackOnRefusal, { 'p.json': text }), []);
  });
});
