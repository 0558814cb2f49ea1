// What holds of detection whatever the text: exact ranges, independence of what stands elsewhere, no exceptions.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { GATE } from '../../src/detect/gate.ts';
import type { Reference } from '../../src/detect/types.ts';

const catalog = bundledCatalog();

const IDS = [
  'veo-3.0-generate-001',
  'veo3_fast',
  'veo3',
  'veo-3-1',
  'fal-ai/veo3.1/fast',
  'veo-3.9-generate-002',
];

/** Lines with a place for an ID, complete in themselves, by the file they may stand in. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'a.ts': [
    'const model = "ID";',
    "call('ID', 3);",
    '// model: "ID"',
    'if (provider === "ID") stop();',
    'const url = `https://queue.fal.run/ID`;',
    'const table = { "ID": 1 };',
    'import x from "./ID";',
  ],
  'a.py': ['MODEL = "ID"', 'x = f("models/ID", n=1)', '# ID', 'if "ID" in model_name: pass', 'y = {"ID": 2}'],
  'a.yaml': ['model: ID', 'url: https://example.com/docs/ID', 'tags: [ID]', 'models: [ID, "ID"]', '# ID'],
  'a.env': ['VEO_MODEL=ID', 'PROVIDER=ID', '# ID', 'MODELS=ID,ID'],
  'a.md': ['Use `ID` here.', '| `ID` | 3 |', '[ID](https://ai.google.dev/gemini-api/docs/models/ID)'],
  'a.txt': ['called ID', 'models/ID/operations/1', 'saved ID.mp4'],
};

const PATHS = Object.keys(LINES);
const FILLERS = ['', 'nothing here', '   ', 'résumé 𝒙 日本'];

const document = fc.constantFrom(...PATHS).chain((path) =>
  fc.record({
    path: fc.constant(path),
    lines: fc.array(
      fc
        .tuple(fc.constantFrom(...(LINES[path] ?? [])), fc.constantFrom(...IDS))
        .map(([line, id]) => line.replaceAll('ID', id)),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

/** What a reference says, apart from where it is in the document; `line` is 0-based. */
type Said = Omit<Reference, 'start' | 'end' | 'surfaceEvidence' | 'use' | 'useEvidence'> & {
  readonly line: number;
  readonly column: number;
  readonly length: number;
};

function said(text: string, { start, end, surfaceEvidence, use, useEvidence, ...rest }: Reference): Said {
  const before = text.slice(0, start);
  return {
    ...rest,
    line: before.split('\n').length - 1,
    column: start - before.lastIndexOf('\n') - 1,
    length: end - start,
  };
}

const found = (path: string, text: string): readonly Said[] =>
  detectReferences({ path, text }, catalog).map((reference) => said(text, reference));

const shifted = (references: readonly Said[], lines: number): readonly Said[] =>
  references.map((reference) => ({ ...reference, line: reference.line + lines }));

describe('detection of any text', () => {
  it('gives sorted ranges that slice to the reference and hold what the gate looks for', () => {
    fc.assert(
      fc.property(document, ({ path, lines }) => {
        const text = lines.join('\n');
        let last = 0;
        for (const reference of detectReferences({ path, text }, catalog)) {
          assert.equal(text.slice(reference.start, reference.end), reference.text);
          assert.ok(reference.start >= last, 'overlaps the one before');
          assert.ok(GATE.test(reference.text), 'would be missed by the gate');
          last = reference.end;
        }
      }),
    );
  });

  it('never overlaps: a spelling that reaches over another one is the only reference there', () => {
    const text = '"fal-ai/veo3.1/fastgemini/veo-001-preview"';
    for (const path of PATHS)
      assert.deepEqual(
        detectReferences({ path, text }, catalog).map((one) => one.text),
        [text.slice(1, -1)],
        path,
      );
  });

  it('says the same whatever lines stand before and after', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.constantFrom(...FILLERS), { maxLength: 5 }),
        fc.array(fc.constantFrom(...FILLERS), { maxLength: 5 }),
        ({ path, lines }, above, below) => {
          const alone = found(path, lines.join('\n'));
          const amid = found(path, [...above, ...lines, ...below].join('\n'));
          assert.deepEqual(amid, shifted(alone, above.length));
        },
      ),
    );
  });

  it('says of a line what it says of the line alone, but for aliases that the other lines speak for', () => {
    fc.assert(
      fc.property(document, ({ path, lines }) => {
        const together = found(path, lines.join('\n'));
        const apart = lines.flatMap((line, index) => shifted(found(path, line), index));
        const isApart = ({ line, column }: Said) =>
          apart.some((other) => other.line === line && other.column === column);
        assert.deepEqual(together.filter(isApart), apart);
        for (const { kind, text } of together.filter((one) => !isApart(one)))
          assert.equal(kind, 'alias', text);
      }),
    );
  });

  it('says the same of CRLF as of LF', () => {
    fc.assert(
      fc.property(document, ({ path, lines }) => {
        assert.deepEqual(found(path, lines.join('\r\n')), found(path, lines.join('\n')));
      }),
    );
  });

  it('never throws, and slices exactly, on broken text of every format', () => {
    const pieces = [
      '"',
      "'",
      '`',
      '\\',
      '{',
      '[',
      '(',
      '```\n',
      '<script>',
      '%2F',
      '\n',
      'model:',
      '${',
      '/*',
      '#',
    ];
    const noise = fc
      .array(fc.oneof(fc.constantFrom(...IDS, ...pieces), fc.string({ unit: 'binary', maxLength: 6 })))
      .map((parts) => parts.join(''));
    const path = fc.constantFrom(
      ...PATHS,
      'a.ipynb',
      'a.html',
      'a.json',
      'a.vue',
      'a.sql',
      'a.rs',
      'Makefile',
      'a.po',
    );
    fc.assert(
      fc.property(path, noise, (name, text) => {
        for (const { start, end, text: slice } of detectReferences({ path: name, text }, catalog)) {
          assert.equal(text.slice(start, end), slice);
        }
      }),
    );
  });

  it('follows escapes in notebooks back to the source', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.constantFrom(...IDS), (noise, id) => {
        const source = [...noise.map((line) => `# ${JSON.stringify(line)}\n`), `model = "${id}"\n`];
        const text = JSON.stringify({ cells: [{ cell_type: 'code', source }], nbformat: 4 });
        const [last] = detectReferences({ path: 'a.ipynb', text }, catalog).slice(-1);
        assert.equal(last?.text, id);
        assert.equal(last?.start, text.lastIndexOf(id));
      }),
    );
  });
});
