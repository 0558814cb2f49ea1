// The first look lets no spelling through its fingers, in any encoding and across the end of a chunk.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { GATE as OF_TEXT } from '../../src/detect/detect.ts';
import { GATE, Gate } from '../../src/workspace/gate.ts';
import { withFolder } from './tempFolder.ts';

const CHUNK = 256 * 1024;

describe('the gate', () => {
  const spellings = bundledCatalog().data.aliases.map(({ spelling }) => spelling);

  it('knows letters of every spelling in the catalog, and so does detection', () => {
    for (const spelling of [...spellings, 'VEO3', 'Veo-3.1-generate-001']) {
      assert.ok(
        GATE.some((letters) => spelling.includes(letters)),
        spelling,
      );
      assert.ok(OF_TEXT.test(spelling), spelling);
    }
  });

  it('finds a spelling in any encoding, and one that two chunks share', () =>
    withFolder(
      {
        'a.json': '{ "model": "google:3@2" }',
        'b.json': Buffer.from('\uFEFF{ "model": "google:gemini@omni-flash" }', 'utf16le'),
        'c.json': Buffer.from('\uFEFF{ "model": "gemini_omni_flash" }', 'utf16le').swap16(),
        'd.txt': `${' '.repeat(CHUNK - 5)}google:gemini@omni-flash`,
        'e.txt': `${' '.repeat(CHUNK)}google:4@2`,
      },
      (folder) => {
        const found = new Gate(folder).lookAt([
          ['', 'a.json', 'b.json', 'c.json', 'd.txt', 'e.txt'].join('\0'),
        ]);
        assert.deepEqual(
          { hits: found.hits, files: found.files, skipped: found.skipped },
          { hits: ['a.json', 'b.json', 'c.json', 'd.txt'], files: 1, skipped: [] },
        );
      },
    ));
});
