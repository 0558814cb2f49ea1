// Strings are found in one pass over a text, whatever quotes it holds.
import assert from 'node:assert/strict';
import { masked } from '../../src/detect/use/surroundings.ts';

const stringsIn = (text: string): readonly string[] =>
  masked(text, []).strings.map(({ start, end }) => text.slice(start, end));

describe('the strings of a text', () => {
  it('are those that end', () => {
    assert.deepEqual(stringsIn('a "b\\"c" \'d\' `e\nf`'), ['"b\\"c"', "'d'", '`e\nf`']);
    assert.deepEqual(stringsIn('"""a "b" c""" + "d"'), ['"""a "b" c"""', '"d"']);
    assert.deepEqual(stringsIn('it\'s "a"\n"open\n"b"'), ['"a"', '"b"']);
    assert.deepEqual(stringsIn('"""open\n"a"'), ['""', '"a"']);
    assert.deepEqual(stringsIn('`\\`\\`\\` "a"'), ['"a"']);
  });

  it('reads escaped quotes that nothing closes once', () => {
    for (const quote of ['"', "'", '`']) {
      const text = `\\${quote}`.repeat(100_000);
      assert.equal(stringsIn(text).length, 0);
    }
  });
});
