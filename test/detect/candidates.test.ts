// Where an ID can begin and end in a text.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { candidates } from '../../src/detect/candidates.ts';

const catalog = bundledCatalog();
const found = (text: string): readonly string[] =>
  candidates(text, catalog).map(({ start, end }) => text.slice(start, end));

describe('candidates', () => {
  it('begin at word boundaries, behind signs and behind escapes', () => {
    for (const before of [
      '',
      ' ',
      '"',
      '/',
      '=',
      ':',
      '(',
      '\\n',
      '\\"',
      '%2F',
      '%22',
      '\\u0022',
      '&quot;',
      '{',
    ]) {
      assert.deepEqual(found(`${before}veo-3.0-generate-001`), ['veo-3.0-generate-001'], before);
    }
  });

  it('do not begin inside words, identifiers and longer names', () => {
    for (const before of ['x', '9', '_x_', 'my-', 'a.', '$', '@', 'page.md#', 'co', 'video-']) {
      assert.deepEqual(found(`${before}veo-3.0-generate-001`), [], before);
    }
  });

  it('begin behind the colours of a terminal and inside HTML comments', () => {
    const esc = String.fromCharCode(27);
    for (const before of [`${esc}[32m`, `${esc}[1;31m`, '\\u001b[0m', '\\x1b[2m', '\\033[1m', '<!--']) {
      assert.deepEqual(found(`${before}veo-3.0-generate-001-->`), ['veo-3.0-generate-001'], before);
    }
    assert.deepEqual(found('x[1mveo-3.0-generate-001'), []);
  });

  it('tell the end of an escape from a letter behind a backslash that is itself escaped', () => {
    assert.deepEqual(found('C:\\\\nveo-3.0-generate-001'), []);
  });

  it('leave out what a template or a pattern goes on', () => {
    const parts = ['veo-3.1-\u0024{tier}', 'veo-3.1-', 'veo-3-*', "'veo-3.'", 'veo-3\\.1-fast', 'veo-3.1%s'];
    for (const part of parts) assert.deepEqual(found(part), [], part);
  });

  it('leave the sentence its full stop', () => {
    assert.deepEqual(found('It runs veo-3.0-generate-001. And veo-3.1-fast.'), [
      'veo-3.0-generate-001',
      'veo-3.1-fast',
    ]);
  });
});
