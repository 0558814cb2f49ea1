// What holds for any text: the audit never throws, its ranges are true, and its fixes mend what they say and no more.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import { auditDocument } from '../../src/audit/engine.ts';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { positionCounter } from '../../src/detect/lines.ts';

const catalog = bundledCatalog();
const PATHS = [
  'a.ts',
  'a.py',
  'a.yaml',
  'a.md',
  'a.ipynb',
  'a.html',
  'a.json',
  '.env',
  'a.txt',
  'a.hs',
  'a.vue',
];
const IDS = catalog.models.map(({ id }) => id).filter((id) => id.startsWith('veo'));
const PREFIXES = [
  '',
  'vertex_ai/',
  'gemini/',
  'models/',
  'publishers/google/models/',
  'googleai/',
  'openrouter/google/',
];

const audit = (path: string, text: string, asOf = '2026-11-21'): DocumentAudit =>
  auditDocument({ path, text }, { catalog, asOf });

const id = fc.tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...IDS)).map((parts) => parts.join(''));
const alias = fc.constantFrom(
  'veo3_fast',
  'fal-ai/veo3.1/fast',
  'google/veo-3.1',
  'veo-3.1-generate',
  'veo3',
);
const noise = fc.constantFrom(
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '"',
    "'",
    '`',
    '${',
    '}',
    '/*',
    '*/',
    '//',
    '#',
    '<!--',
    '-->',
    '"""',
    '```',
    '```ts\n',
  ],
  ...[
    'model: ',
    'model=',
    '[',
    ']',
    ',',
    '\\',
    '\\n',
    '\\u0022',
    '%2F',
    '/',
    '-',
    '_',
    '.',
    ':',
    '😀',
    'é',
    '\u2028',
    '\0',
  ],
  ...[
    'veo',
    'veo-',
    'veo-3',
    '<script>',
    '</script>',
    '=begin\n',
    '--[[',
    '{-',
    '-}',
    'https://x.y/',
    ':predictLongRunning',
  ],
  ...[
    'veo-audit-ignore',
    ' shut-down-model',
    ' until 2026-11-20',
    ' -- why',
    '-file',
    '{"cells":[{"source":["',
  ],
);
const text = fc
  .array(fc.oneof(id, alias, noise, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Lines of code as people write them: an ID in quotes after a key. */
const line = fc
  .tuple(fc.constantFrom('model = ', 'const m = ', '  model: ', 'x("😀", '), fc.constantFrom('"', "'"), id)
  .map(([key, quote, value]) => `${key}${quote}${value}${quote}`);
const lines = fc.array(fc.oneof(line, fc.constantFrom('', '# text', 'x = 1', '\tindented')), {
  maxLength: 12,
});

describe('any text', () => {
  it('is audited without an error, with ranges that slice to what they name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), text, (path, source) => {
        const { references, findings } = audit(path, source);
        let last = 0;
        for (const reference of references) {
          assert.ok(reference.start >= last && reference.end > reference.start, 'sorted, never overlapping');
          assert.equal(source.slice(reference.start, reference.end), reference.text);
          last = reference.end;
        }
        for (const { start, end, fix } of findings) {
          assert.ok(start >= 0 && start < end && end <= source.length);
          for (const edit of fix?.edits ?? []) assert.ok(edit.start >= start && edit.end <= end);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is audited the same way twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), text, (path, source) => {
        assert.deepEqual(audit(path, source).findings, audit(path, source).findings);
      }),
      { numRuns: 100 },
    );
  });
});

describe('long broken text', () => {
  const long = 200_000;
  const texts: Readonly<Record<string, string>> = {
    'an unclosed string': `"${'a '.repeat(long)}`,
    'an unclosed comment': `/* ${'* '.repeat(long)}`,
    'comments that open and open': '/*'.repeat(long),
    'nested comments that never close': '{-'.repeat(long),
    'templates in templates': '`${'.repeat(long),
    'divisions or regular expressions': '= /'.repeat(long),
    backslashes: '\\'.repeat(long),
    quotes: `"'`.repeat(long),
    brackets: '[('.repeat(long),
    'spaces after a key': `model:${' '.repeat(long)}`,
    'segments of a path': 'a/b-c_'.repeat(long),
    'fences that never close': '```\n'.repeat(long / 10),
    'scripts that never close': '<script>'.repeat(long / 10),
    'a suppression without an end': `# veo-audit-ignore ${'until '.repeat(long)}`,
    'an ID without an end': `"veo-9${'-generate'.repeat(long)}"`,
    'half an ID, over and over': 'veo-3'.repeat(long),
  };
  for (const [name, broken] of Object.entries(texts)) {
    it(`${name}: read to the end`, () => {
      for (const path of ['a.ts', 'a.py', 'a.md', 'a.html', 'a.hs', 'a.yaml', 'a.ipynb']) {
        const { references } = audit(path, `model = "veo-3.0-generate-001"\n${broken}`);
        assert.equal(references[0]?.text, 'veo-3.0-generate-001', path);
      }
    });
  }
});

describe('any notebook', () => {
  it('gives references that slice to what they name, however its strings are escaped', () => {
    const escaped = (value: string): string =>
      JSON.stringify(value).replace(
        /[^\x20-\x7e]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    const cell = fc.tuple(fc.constantFrom('code', 'markdown', 'raw'), lines, fc.boolean());
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), fc.boolean(), (cells, ascii) => {
        const string = ascii ? escaped : JSON.stringify;
        const parts = cells.map(([type, content, joined]) => {
          const source = joined
            ? string(content.join('\n'))
            : `[${content.map((one) => string(`${one}\n`)).join(',\n')}]`;
          return `{"cell_type": "${type}", "source": ${source}}`;
        });
        const source = `{"cells": [${parts.join(', ')}], "nbformat": 4}`;
        const { references } = audit('a.ipynb', source);
        for (const reference of references) {
          assert.equal(source.slice(reference.start, reference.end), reference.text);
          assert.equal(reference.text, reference.id);
        }
        const wanted = cells.flatMap(([, content]) => content.join('\n').match(/veo-[\w.-]+/g) ?? []);
        assert.deepEqual(
          references.filter(({ kind }) => kind === 'official').map((found) => found.id),
          wanted,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('fixes', () => {
  it('fix every finding that can be fixed, and change nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a.py', 'a.ts', 'a.yaml'),
        lines,
        fc.constantFrom('\n', '\r\n'),
        (path, content, eol) => {
          const source = content.join(eol);
          const before = audit(path, source);
          const edits = applicableFixes(before).flatMap((finding) => finding.fix?.edits ?? []);
          const fixed = applyEdits(source, edits);
          const fixable = audit(path, fixed).findings.filter(
            (finding) => finding.fix !== null && !finding.suppressed,
          );
          assert.deepEqual(fixable, []);
          let rest = fixed;
          let at = 0;
          let from = 0;
          for (const edit of edits) {
            const kept = source.slice(from, edit.start);
            assert.equal(rest.slice(at, at + kept.length), kept);
            at += kept.length;
            assert.equal(rest.slice(at, at + edit.newText.length), edit.newText);
            at += edit.newText.length;
            from = edit.end;
          }
          rest = rest.slice(at);
          assert.equal(rest, source.slice(from));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what must not matter', () => {
  /** Findings by line and column, with the severity: what a report shows. */
  const shown = (path: string, source: string): readonly string[] => {
    const at = positionCounter(source);
    return audit(path, source).findings.map(({ rule, severity, start, message }) => {
      const { line: row, column } = at(start);
      return `${row}:${column} ${rule} ${severity} ${message}`;
    });
  };

  it('line ends', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.py', 'a.ts', 'a.yaml', 'a.md', '.env'), lines, (path, content) => {
        assert.deepEqual(shown(path, content.join('\r\n')), shown(path, content.join('\n')));
      }),
      { numRuns: 200 },
    );
  });

  it('what else stands in the lines before', () => {
    const before = fc.array(fc.constantFrom('😀 = 1', 'é = "ü"', '\tx = 2', ''), { maxLength: 5 });
    fc.assert(
      fc.property(before, lines, (prefix, content) => {
        const moved = shown('a.py', [...prefix, ...content].join('\n'));
        const still = shown('a.py', content.join('\n')).map((entry) =>
          entry.replace(/^\d+/, (row) => String(Number(row) + prefix.length)),
        );
        assert.deepEqual(moved, still);
      }),
      { numRuns: 200 },
    );
  });
});
