// The first look lets no spelling through its fingers, in any encoding and across the end of a chunk.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { GATE } from '../../src/detect/gate.ts';
import { Gate } from '../../src/workspace/gate.ts';
import { withFolder } from './tempFolder.ts';

const CHUNK = 256 * 1024;

describe('the gate', () => {
  const catalog = bundledCatalog();
  const spellings = catalog.data.aliases.map(({ spelling }) => spelling);
  const hitsIn = async (files: Readonly<Record<string, string | Buffer>>): Promise<readonly string[]> => {
    let hits: readonly string[] = [];
    await withFolder(files, (folder) => {
      hits = new Gate(folder).lookAt([['', ...Object.keys(files)].join('\0')]).hits;
    });
    return hits;
  };

  it('knows letters of every spelling in the catalog', () => {
    for (const spelling of [...spellings, 'VEO3', 'vEo-3.1-generate-001']) assert.match(spelling, GATE);
  });

  it('hides no file in which references are found, however their letters are written', async () => {
    const ids = catalog.models.map(({ id }) => id);
    const spelling = fc
      .tuple(fc.constantFrom(...spellings, ...ids), fc.bigInt({ min: 0n, max: (1n << 40n) - 1n }))
      .map(([text, capitals]) =>
        [...text]
          .map((letter, index) => ((capitals >> BigInt(index)) & 1n ? letter.toUpperCase() : letter))
          .join(''),
      );
    const written = fc.oneof(spelling, fc.constantFrom(...spellings, ...ids));
    const text = fc
      .tuple(fc.constantFrom('model: "', 'MODEL = "', '// "'), written)
      .map(([before, id]) => `${before}${id}"\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 40 }), async (texts) => {
        const files = Object.fromEntries(texts.map((one, index) => [`${index}.txt`, one]));
        const hits = await hitsIn(files);
        for (const [path, one] of Object.entries(files)) {
          assert.equal(hits.includes(path), GATE.test(one), one);
          if (detectReferences({ path, text: one }, catalog).length > 0) assert.ok(hits.includes(path), one);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('finds a spelling and a request in any encoding, and what two chunks share', () =>
    withFolder(
      {
        'a.json': '{ "model": "google:3@2" }',
        'b.json': Buffer.from('\uFEFF{ "model": "google:gemini@omni-flash" }', 'utf16le'),
        'c.json': Buffer.from('\uFEFF{ "model": "gemini_omni_flash" }', 'utf16le').swap16(),
        'd.txt': `${' '.repeat(CHUNK - 5)}google:gemini@omni-flash`,
        'e.txt': `${' '.repeat(CHUNK)}google:4@2`,
        'f.ts': 'await ai.models.generateVideos({ model: MODEL, prompt });',
        'g.py': Buffer.from('\uFEFFclient.models.generate_videos(model=MODEL)', 'utf16le').swap16(),
      },
      (folder) => {
        const found = new Gate(folder).lookAt([
          ['', 'a.json', 'b.json', 'c.json', 'd.txt', 'e.txt', 'f.ts', 'g.py'].join('\0'),
        ]);
        assert.deepEqual(
          { hits: found.hits, files: found.files, skipped: found.skipped },
          { hits: ['a.json', 'b.json', 'c.json', 'd.txt', 'f.ts', 'g.py'], files: 1, skipped: [] },
        );
      },
    ));
});
