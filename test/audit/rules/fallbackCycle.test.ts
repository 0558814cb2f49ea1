// fallback-cycle: circles of fallbacks, each once, with its way.
import assert from 'node:assert/strict';
import { fallbackCycle } from '../../../src/audit/rules/fallbackCycle.ts';
import { says } from './graphContext.ts';

const config = (names: readonly string[], fallbacks: string): string =>
  `model_list:\n${names.map((name) => `  - {model_name: ${name}, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\n`).join('')}litellm_settings:\n  fallbacks: ${fallbacks}\n`;

describe('fallback-cycle', () => {
  it('shows the way round, at the step that closes it', () => {
    const text = config(['a', 'b', 'c'], '[{a: [b]}, {b: [c]}, {c: [a]}]');
    assert.match(says(fallbackCycle, { 'c.yaml': text }).join('\n'), /^6:40 a warning: .*\(a → b → c → a\)/);
  });

  it('knows a route that falls back to itself', () => {
    assert.match(
      says(fallbackCycle, { 'c.yaml': config(['a'], '[{a: [a]}]') }).join(),
      /a falls back to itself/,
    );
  });

  it('says nothing of two ways to one target', () => {
    assert.deepEqual(
      says(fallbackCycle, { 'c.yaml': config(['a', 'b', 'c', 'd'], '[{a: [b, c]}, {b: [d]}, {c: [d]}]') }),
      [],
    );
  });

  it('finds two circles that do not touch, each once', () => {
    const text = config(['a', 'b', 'c', 'd'], '[{a: [b]}, {b: [a]}, {c: [d]}, {d: [c]}]');
    assert.equal(says(fallbackCycle, { 'c.yaml': text }).length, 2);
  });

  it('finds a circle that is entered from outside', () => {
    const text = config(['a', 'b', 'c'], '[{a: [b]}, {b: [c]}, {c: [b]}]');
    assert.match(says(fallbackCycle, { 'c.yaml': text }).join('\n'), /\(b → c → b\)/);
  });

  it('leaves circles of other models alone', () => {
    const text = config(['a'], '[{gpt: [mini]}, {mini: [gpt]}]');
    assert.deepEqual(says(fallbackCycle, { 'c.yaml': text }), []);
  });

  it('does not follow a name of one file into another', () => {
    const one = config(['a', 'b'], '[{a: [b]}]');
    const two = config(['a', 'b'], '[{b: [a]}]');
    assert.deepEqual(says(fallbackCycle, { 'one.yaml': one, 'two.yaml': two }), []);
  });

  it('ends on thousands of names', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `n${index}`);
    const chain = names.map((name, index) => `{${name}: [n${(index + 1) % names.length}]}`).join(', ');
    assert.equal(says(fallbackCycle, { 'c.yaml': config(['n0'], `[${chain}]`) }).length, 1);
  });
});
