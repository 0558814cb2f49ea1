// JSON that is printed: no character of it steers a terminal, and it says what it said before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText } from '../../src/outlets/json.ts';

describe('JSON that is printed', () => {
  it('holds no control character but its line feeds, and parses to the same value', () => {
    const hostile = fc.string({
      unit: fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile))), (value) => {
        const text = jsonText(value);
        assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('escapes what an 8-bit terminal takes for the begin of a sequence', () => {
    assert.equal(jsonText('veo\u009b2J'), '"veo\\u009b2J"\n');
  });
});
