// Looks into answers whose shape nobody guarantees: what is not there, or is of another kind, is nothing.
import assert from 'node:assert/strict';
import { at, countAt, type Json, listAt, numberAt, parseJson, textAt } from '../../src/smoke/json.ts';

const ANSWER: Json = {
  text: 't',
  empty: '',
  number: 7,
  written: '7.5',
  zero: 0,
  yes: true,
  nothing: null,
  list: ['a', { b: 'c' }],
};

describe('a look into an answer', () => {
  it('goes along keys and indexes, and ends where there is nothing', () => {
    assert.equal(at(ANSWER, 'list', 1, 'b'), 'c');
    assert.equal(at(ANSWER, 'list', '0'), 'a');
    assert.equal(at(ANSWER), ANSWER);
    for (const path of [
      ['none'],
      ['none', 'b'],
      ['list', 2],
      ['list', 'b'],
      ['text', 'length'],
      ['nothing', 'b'],
    ])
      assert.equal(at(ANSWER, ...path), undefined, path.join());
    for (const answer of [undefined, null, 'text', 7]) assert.equal(at(answer, 'length'), undefined);
  });

  it('sees what an answer has itself, and nothing that every object has', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      assert.equal(at(ANSWER, key), undefined, key);
    assert.equal(at(parseJson('{"toString":"t"}'), 'toString'), 't');
  });

  it('finds a text where there is one that says something', () => {
    assert.equal(textAt(ANSWER, 'text'), 't');
    for (const key of ['empty', 'number', 'yes', 'nothing', 'list', 'none'])
      assert.equal(textAt(ANSWER, key), null, key);
  });

  it('finds a number, also one that is written as a text', () => {
    assert.deepEqual(
      ['number', 'written', 'zero'].map((key) => numberAt(ANSWER, key)),
      [7, 7.5, 0],
    );
    for (const key of ['text', 'empty', 'yes', 'nothing', 'list', 'none'])
      assert.equal(numberAt(ANSWER, key), null, key);
    for (const endless of ['Infinity', '1e999', 'NaN']) assert.equal(numberAt({ endless }, 'endless'), null);
  });

  it('counts in whole numbers, and none where there is no count', () => {
    assert.deepEqual(
      ['number', 'zero', 'written', 'text', 'none'].map((key) => countAt(ANSWER, key)),
      [7, 0, 0, 0, 0],
    );
    assert.deepEqual(
      [1, '2', -1, 0.5, 2 ** 53].map((n) => countAt({ n }, 'n')),
      [1, 2, 0, 0, 0],
    );
  });

  it('finds a list, or one without anything in it', () => {
    assert.deepEqual(listAt(ANSWER, 'list'), ['a', { b: 'c' }]);
    for (const key of ['text', 'number', 'nothing', 'none']) assert.deepEqual(listAt(ANSWER, key), [], key);
  });

  it('finds nothing in a text that is no JSON', () => {
    assert.equal(parseJson('{"a":'), undefined);
    assert.equal(parseJson(''), undefined);
    assert.equal(parseJson('null'), null);
  });
});
