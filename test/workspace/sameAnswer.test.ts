// What must not matter to an audit of files: their encoding, the ends of their lines, and the order in which they come.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { positionCounter } from '../../src/detect/lines.ts';
import { auditFiles } from '../../src/workspace/auditFiles.ts';
import { encode } from '../../src/workspace/encoding.ts';
import { type DocumentSource, pipedText } from '../../src/workspace/pipedText.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GRAMMARS = new URL('../../dist/grammars/', import.meta.url);
const catalog = bundledCatalog();

/** Texts of every language and format: those of the samples, and those of the labelled corpora. */
const SAMPLES = textsBelow('samples');
const TEXTS = [
  ...SAMPLES,
  ...['test/corpus/calls', 'test/corpus/detect', 'test/routes/config/corpus'].flatMap(textsBelow),
];

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Expectations are no texts, and texts that are about the ends of their lines or broken bytes stay as they are. */
function textsBelow(folder: string): readonly Text[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:routes\.json|expect)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file.slice(ROOT.length), text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => !/[\r\uFEFF\uFFFD\0]/.test(text));
}

interface OnDisk {
  readonly path: string;
  readonly bytes: Buffer;
}

const plainBytes = ({ path, text }: Text): OnDisk => ({ path, bytes: Buffer.from(text) });

/** Audits files that come in this order. */
async function auditsOf(files: readonly OnDisk[]): Promise<readonly DocumentAudit[]> {
  const source: DocumentSource = {
    finish: async (look) => {
      for (const { path, bytes } of files) await pipedText(path, bytes).finish(look);
      return { files: files.length, bytes: 0, binaries: 0, skipped: [] };
    },
  };
  const options = { workingFolder: ROOT, catalog, asOf: '2026-11-21', config: {}, grammars: GRAMMARS };
  return (await auditFiles(source, options)).audits;
}

/** What is said of a file, by line and column. */
async function said(file: OnDisk): Promise<readonly string[]> {
  return (await auditsOf([file])).flatMap(({ document, references, routes, findings }) => {
    const at = positionCounter(document.text);
    const place = ({ start }: { readonly start: number }) => {
      const { line, column } = at(start);
      return `${line}:${column}`;
    };
    return [
      ...references.map((one) => `${place(one)} ${one.text} ${one.surface} ${one.use} ${one.status}`),
      ...routes.map((one) => `${place(one)} ${one.shape} ${one.model} ${one.surface} ${one.durationSeconds}`),
      ...findings.map((one) => `${place(one)} ${one.rule} ${one.severity} ${one.message}`),
    ];
  });
}

describe('an audit says the same', function () {
  this.timeout(120_000);

  it('whatever the encoding of a file and the ends of its lines', async () => {
    const format = fc.constantFrom(
      { encoding: 'utf-8', bom: false },
      { encoding: 'utf-8', bom: true },
      { encoding: 'utf-16le', bom: true },
      { encoding: 'utf-16be', bom: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXTS), format, async (file, written) => {
        const bytes = encode(file.text.replaceAll('\n', '\r\n'), written);
        assert.deepEqual(await said({ path: file.path, bytes }), await said(plainBytes(file)), file.path);
      }),
      { numRuns: 80 },
    );
  });

  for (const path of [
    'samples/formats/dotenv/.env.example',
    'test/corpus/calls/python/docs.rst',
    'test/corpus/detect/terraform/heredoc.tf',
    'test/routes/config/corpus/kubernetes/configmap.yaml',
  ]) {
    it(`of ${path} with CRLF`, async () => {
      const file = TEXTS.find((one) => one.path === path);
      assert.ok(file);
      const plain = await said(plainBytes(file));
      assert.ok(plain.length > 0);
      assert.deepEqual(await said({ path, bytes: Buffer.from(file.text.replaceAll('\n', '\r\n')) }), plain);
    });
  }

  it('in whatever order files come', async () => {
    const files = SAMPLES.map(plainBytes);
    const sorted = await auditsOf(files);
    assert.ok(sorted.length > 20);
    const orders = fc.shuffledSubarray(files, { minLength: files.length });
    await fc.assert(
      fc.asyncProperty(orders, async (shuffled) => assert.deepEqual(await auditsOf(shuffled), sorted)),
      { numRuns: 5 },
    );
  });
});
