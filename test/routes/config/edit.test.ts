// An edit changes the scalar that it is meant for: the parsed document is equal but for it, and comments stay.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse as parseJson } from 'jsonc-parser';
import { Lexer, parseAllDocuments } from 'yaml';
import { applyEdits } from '../../../src/audit/edits.ts';
import { itemRemoval, scalarEdit } from '../../../src/routes/config/edit.ts';
import { read } from './describe.ts';

const CORPUS = new URL('./corpus/', import.meta.url);
const files = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) && entry.name !== 'tabs.yml')
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(CORPUS.pathname.length - 1).replace(/^\/+/, ''))
  .sort();

const parsed = (path: string, text: string): unknown =>
  path.endsWith('.json')
    ? parseJson(text, [], { allowTrailingComma: true })
    : [parseAllDocuments(text)].flat().map((document) => document.toJS());

/** The comments of a text, in order. */
const comments = (path: string, text: string): readonly string[] =>
  path.endsWith('.json')
    ? (text.match(/\/\/.*$/gm) ?? [])
    : [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));

/** A parsed value with every occurrence of `from` inside a string replaced. */
function replaced(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((item) => replaced(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, from, to)]));
}

describe('edits of configurations', () => {
  const MARK = 'veo-9.9-marked-001';
  const NEW = 'veo-3.1-edited-001';

  for (const path of files) {
    it(`${path}: a new model changes that value alone`, () => {
      const text = readFileSync(new URL(path, CORPUS), 'utf8');
      for (const { reference } of read({ path, text })?.routes ?? []) {
        assert.ok(reference !== null);
        const edit = scalarEdit(text, reference, NEW);
        assert.ok(edit !== null, `no edit at ${reference.start}`);
        const after = applyEdits(text, [edit]);
        // What must change is found by a mark of the same shape in the same place.
        const marked = applyEdits(text, [{ ...edit, newText: MARK }]);
        assert.deepEqual(parsed(path, after), replaced(parsed(path, marked), MARK, NEW));
        assert.notDeepEqual(parsed(path, after), parsed(path, text));
        assert.deepEqual(comments(path, after), comments(path, text));
        assert.equal(after.slice(0, reference.start), text.slice(0, reference.start));
        assert.equal(after.slice(reference.start + NEW.length), text.slice(reference.end));
      }
    });
  }

  it('any value in any YAML quotes reads back as that value', () => {
    const value = fc.string({ minLength: 1, unit: fc.constantFrom(...'ab "\'\\:#,{}[]&*!|>%@`-?1.😀') });
    fc.assert(
      fc.property(value, fc.constantFrom('"', "'"), (content, quote) => {
        const text = `# before\na: ${quote}old${quote} # behind\nb: 2\n`;
        const start = text.indexOf('old');
        const edit = scalarEdit(text, { start, end: start + 3 }, content);
        assert.ok(edit !== null);
        const after = applyEdits(text, [edit]);
        assert.deepEqual(parsed('x.yaml', after), [{ a: content, b: 2 }]);
        assert.deepEqual(comments('x.yaml', after), ['# before', '# behind']);
      }),
    );
  });

  it('a plain value stays plain, or there is no edit', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom(...'ab0 1.:#,{}-/@\'"&*tfruenoy~') }),
        (content) => {
          const text = 'a: old # behind\nb: [old, 2]\n';
          for (const start of [text.indexOf('old'), text.lastIndexOf('old')]) {
            const edit = scalarEdit(text, { start, end: start + 3 }, content);
            if (edit === null) continue;
            const [document] = parsed('x.yaml', applyEdits(text, [edit])) as readonly {
              a: unknown;
              b: readonly unknown[];
            }[];
            const [changed, kept] =
              start < 10 ? [document?.a, document?.b[0]] : [document?.b[0], document?.a];
            assert.deepEqual([changed, kept], [content, 'old']);
          }
        },
      ),
    );
  });

  it('a number stays a number', () => {
    const text = 'rpm: 120 # a minute\n';
    const edit = scalarEdit(text, { start: 5, end: 8 }, 50);
    assert.equal(applyEdits(text, edit === null ? [] : [edit]), 'rpm: 50 # a minute\n');
    assert.equal(scalarEdit('rpm: many\n', { start: 5, end: 9 }, 50), null);
  });

  for (const [before, item, after] of [
    ['on: [400, 429]', '400', 'on: [429]'],
    ['on: [429, 400]', '400', 'on: [429]'],
    ['on: [429, 400, 503] # why', '400', 'on: [429, 503] # why'],
    ['on: ["429","400"]', '400', 'on: ["429"]'],
    ['on: [\n  "400", # no\n  "429"\n]', '400', 'on: [\n  # no\n  "429"\n]'],
    ['on:\n  - 429\n  - 400\n  - 503\n', '400', 'on:\n  - 429\n  - 503\n'],
    ['on:\n  - "400"\n  - "429"', '400', 'on:\n  - "429"'],
    ['on: [error, http_403, http_429]', 'http_403', 'on: [error, http_429]'],
  ] as const) {
    it(`${JSON.stringify(before)} without ${item}`, () => {
      const start = before.indexOf(item);
      const edit = itemRemoval(before, { start, end: start + item.length });
      assert.equal(applyEdits(before, edit === null ? [] : [edit]), after);
    });
  }

  for (const [text, item] of [
    ['on: [400]', '400'],
    ['on:\n  - 400\n', '400'],
    ['on:\n  - 429\n  - 400 # the reason stays\n', '400'],
    ['code: 400', '400'],
  ] as const) {
    it(`${JSON.stringify(text)} is left as it is`, () => {
      const start = text.indexOf(item);
      assert.equal(itemRemoval(text, { start, end: start + item.length }), null);
    });
  }
});
