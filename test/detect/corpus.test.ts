// Detection agrees with the labelled corpus: every reference is labelled, and every label is found.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { compare, describe as explain, linesOf, loadCorpus, parseSidecar, score } from './expectations.ts';

describe('labelled corpus', () => {
  const corpus = loadCorpus();

  it('labels only what the fixtures hold, in the order of the text', () => {
    for (const { document, expected } of corpus) {
      const lines = linesOf(document.text);
      for (const [index, { line, column, text }] of expected.entries()) {
        const there = lines[line - 1]?.slice(column - 1, column - 1 + text.length);
        assert.equal(there, text, `${document.path}.expect: ${line}:${column}`);
        const before = expected[index - 1];
        const sorted = !before || before.line < line || (before.line === line && before.column < column);
        assert.ok(sorted, `${document.path}.expect: ${line}:${column} is out of order`);
      }
    }
  });

  describe('detection', () => {
    const catalog = bundledCatalog();
    for (const file of corpus) {
      it(file.document.path, () => {
        const references = detectReferences(file.document, catalog);
        for (const { start, end, text } of references) {
          assert.equal(
            file.document.text.slice(start, end),
            text,
            `${file.document.path}: text is not the source slice`,
          );
        }
        const problems = explain(file, compare(file, references));
        assert.ok(problems.length === 0, `${file.document.path}\n${problems.join('\n')}`);
      });
    }
  });
});

describe('comparison with labels', () => {
  const file = {
    document: { path: 'a.ts', text: '\uFEFFconst a = "veo-3.0-generate-001";\r\nconst b = "veo3";\r\n' },
    ...parseSidecar(
      '1:12 veo-3.0-generate-001 official gemini-api code\n# 2 why\n2:12 veo3 alias kie? *\n',
      'a.expect',
    ),
  };
  const found = (start: number, text: string, surface: string) => ({
    start,
    end: start + text.length,
    text,
    id: text,
    kind: text === 'veo3' ? ('alias' as const) : ('official' as const),
    model: null,
    role: 'code' as const,
    surface,
    surfaceEvidence: null,
    place: 'production' as const,
    placeEvidence: null,
    use: 'setting' as const,
    useEvidence: 'the value of model',
  });

  it('accepts the labelled references, counting columns after the BOM', () => {
    const comparison = compare(file, [
      found(12, 'veo-3.0-generate-001', 'gemini-api'),
      found(47, 'veo3', 'unknown'),
    ]);
    assert.deepEqual(explain(file, comparison), []);
    assert.equal(score([comparison]).all.recall, 1);
  });

  it('names what is missed, unexpected and wrong', () => {
    const comparison = compare(file, [
      found(12, 'veo-3.0-generate-001', 'vertex-ai'),
      found(41, 'b', 'unknown'),
    ]);
    const text = explain(file, comparison).join('\n');
    assert.match(text, /missed +2:12 veo3 alias kie\? \*/);
    assert.match(text, /unexpected 2:6 b official/);
    assert.match(text, /wrong +1:12 veo-3\.0-generate-001: surface vertex-ai, expected gemini-api/);
    assert.match(text, /# why/);
    const { all, byKind, wrongSurface } = score([comparison]);
    assert.deepEqual([all.recall, all.precision, wrongSurface], [0.5, 0.5, 1]);
    assert.equal(byKind.alias.recall, 0);
  });

  it('reports a reference found twice', () => {
    const once = found(12, 'veo-3.0-generate-001', 'gemini-api');
    assert.equal(compare(file, [once, { ...once }]).unexpected.length, 1);
  });

  it('refuses a malformed label and says where it is', () => {
    assert.throws(() => parseSidecar('1:1 veo3 alias\n', 'x.expect'), /x\.expect:1/);
  });
});
