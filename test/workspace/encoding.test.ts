// Bytes to text and back: byte order marks, UTF-16, invalid bytes, binaries.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encode } from '../../src/workspace/encoding.ts';
import { type Encoding, formatOf } from '../../src/workspace/textFormat.ts';

function decoded(bytes: Buffer) {
  const format = formatOf(bytes);
  assert.ok(format, 'taken for a binary');
  return decode(bytes, format);
}

describe('encoding', () => {
  it('keeps a UTF-8 byte order mark out of the text and gives it back', () => {
    const bytes = Buffer.from('\uFEFFmodel: veo-2.0-generate-001\r\n');
    const content = decoded(bytes);
    assert.equal(content.text, 'model: veo-2.0-generate-001\r\n');
    assert.equal(content.bom, true);
    assert.deepEqual(encode(content.text, content), bytes);
  });

  it('reads UTF-16 of both byte orders', () => {
    const little = Buffer.from('\uFEFFveo 🎬', 'utf16le');
    assert.deepEqual(decoded(little), { text: 'veo 🎬', encoding: 'utf-16le', bom: true, lossy: false });
    const big = Buffer.from(little).swap16();
    assert.deepEqual(decoded(big), { text: 'veo 🎬', encoding: 'utf-16be', bom: true, lossy: false });
  });

  it('marks half a UTF-16 unit at the end as a loss', () => {
    const content = decoded(Buffer.concat([Buffer.from('\uFEFFveo', 'utf16le'), Buffer.from([0x41])]));
    assert.equal(content.text, 'veo\uFFFD');
    assert.equal(content.lossy, true);
  });

  it('replaces invalid bytes one by one and leaves what follows intact', () => {
    const content = decoded(
      Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9, 0xff]), Buffer.from(' "veo3"\n')]),
    );
    assert.equal(content.text, 'caf\uFFFD\uFFFD "veo3"\n');
    assert.equal(content.lossy, true);
  });

  it('does not take U+FFFD that is written in a file for a loss', () => {
    assert.equal(decoded(Buffer.from('a \uFFFD b')).lossy, false);
  });

  const binaries: Readonly<Record<string, Buffer>> = {
    'a NUL among letters': Buffer.from('veo-2.0\0generate'),
    'a PDF': Buffer.from('%PDF-1.7\nveo-2.0-generate-001'),
    'UTF-32': Buffer.from([0xff, 0xfe, 0, 0, 0x76, 0, 0, 0]),
    'a NUL behind a byte order mark': Buffer.from('\uFEFFveo\0'),
  };
  for (const [name, bytes] of Object.entries(binaries)) {
    it(`takes ${name} for a binary`, () => assert.equal(formatOf(bytes), null));
  }

  it('takes a file for text whose first NUL comes after 8 KB', () => {
    assert.notEqual(formatOf(Buffer.from(`${'a'.repeat(8192)}\0`)), null);
  });

  it('decodes what it encodes, in every encoding', () => {
    const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), encodings, (text, encoding) => {
        const format = { encoding, bom: true };
        assert.deepEqual(decode(encode(text, format), format), { ...format, text, lossy: false });
      }),
    );
  });
});
