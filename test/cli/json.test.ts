// `audit --format json` of the built command line: the contract that scripts read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCorpus } from '../detect/expectations.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';
import { type JsonReport, reportSchema } from './contract.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function report(folder: string, ...args: readonly string[]): JsonReport {
  const { status, stdout, stderr } = veoAudit(
    folder,
    'audit',
    '--format',
    'json',
    '--as-of',
    '2026-11-21',
    ...args,
  );
  assert.notEqual(status, 2, stderr);
  return reportSchema.parse(JSON.parse(stdout));
}

const places = (json: JsonReport): readonly string[] =>
  json.references.map(
    ({ file, line, column, endLine, endColumn, text }) =>
      `${file}:${line}:${column}-${endLine}:${endColumn} ${text}`,
  );

describe('audit --format json', function () {
  this.timeout(60_000);
  before(buildBundle);

  describe('on the labelled corpus', () => {
    let json: JsonReport;
    before(() => {
      json = report(ROOT, 'test/corpus/detect');
    });

    it('finds every labelled reference and no other', () => {
      const kinds = new Map(
        json.references
          .filter(({ file }) => !file.endsWith('.expect'))
          .map(({ file, line, column, text, kind }) => [`${file}:${line}:${column} ${text}`, kind]),
      );
      const wrong: string[] = [];
      for (const { document, expected } of loadCorpus()) {
        for (const { line, column, text, kind } of expected) {
          const place = `test/corpus/detect/${document.path}:${line}:${column} ${text}`;
          const found = kinds.get(place);
          if (found === undefined) wrong.push(`missed ${place}`);
          else if (kind !== '*' && kind !== found) wrong.push(`${place} is ${found}, not ${kind}`);
          kinds.delete(place);
        }
      }
      assert.deepEqual([...wrong, ...[...kinds.keys()].map((place) => `unexpected ${place}`)], []);
    });

    it('is sorted by file, line and column', () => {
      for (const rows of [json.references, json.findings]) {
        const keys = rows.map(({ file, line, column }) => ({ file, line, column }));
        const sorted = [...keys].sort((a, b) =>
          a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
        );
        assert.deepEqual(keys, sorted);
      }
    });

    it('sums what it lists', () => {
      const count = (severity: string) =>
        json.findings.filter((finding) => finding.severity === severity && !finding.suppressed).length;
      const { references, routes, errors, warnings, infos, hints } = json.summary;
      assert.deepEqual(
        { references, routes, errors, warnings, infos, hints },
        {
          references: json.references.length,
          routes: json.routes.length,
          errors: count('error'),
          warnings: count('warning'),
          infos: count('info'),
          hints: count('hint'),
        },
      );
    });

    it('holds slices that are in the files, end exclusive', () => {
      for (const { file, line, column, endLine, endColumn, text } of json.references) {
        if (line !== endLine) continue;
        const source = readFileSync(`${ROOT}${file}`, 'utf8')
          .replace(/^\uFEFF/, '')
          .split('\n')[line - 1];
        assert.equal(source?.slice(column - 1, endColumn - 1), text, `${file}:${line}`);
      }
    });
  });

  it('is byte-identical twice', () => {
    const args = ['audit', '--format', 'json', 'test/corpus/detect'];
    assert.equal(veoAudit(ROOT, ...args).stdout, veoAudit(ROOT, ...args).stdout);
  });

  it('counts columns in UTF-16 code units, without a byte order mark and with CRLF', async () => {
    const id = 'veo-3.0-generate-001';
    const files = {
      'a.ts': `const film = '😀'; const m = '${id}';\n`,
      'b.yaml': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`model: ${id}\n`)]),
      'c.py': `x = 1\r\nm = "${id}"\r\n`,
      'd.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`é ${id}`, 'utf16le')]),
      'e.go': `\t\tm := "${id}"`,
      'f.ipynb': `{"cells": [{"cell_type": "code",\n "source": ["m = \\"${id}\\" # \\ud83c\\udfac\\n",\n  "n = '${id}'"]}]}`,
    };
    await withFolder(files, (folder) => {
      assert.deepEqual(places(report(folder)), [
        `a.ts:1:31-1:51 ${id}`,
        `b.yaml:1:8-1:28 ${id}`,
        `c.py:2:6-2:26 ${id}`,
        `d.txt:1:3-1:23 ${id}`,
        `e.go:1:9-1:29 ${id}`,
        `f.ipynb:2:20-2:40 ${id}`,
        `f.ipynb:3:9-3:29 ${id}`,
      ]);
    });
  });

  it('names files as they lie below the working folder, wherever they were named from', async () => {
    await withFolder(
      { 'src/a b/ü.ts': `const m = 'veo-3.0-generate-001';\n`, 'other/x.ts': '' },
      (folder) => {
        const files = (working: string, ...args: readonly string[]) =>
          report(working, ...args).references.map(({ file }) => file);
        assert.deepEqual(files(folder), ['src/a b/ü.ts']);
        assert.deepEqual(files(folder, './src/'), ['src/a b/ü.ts']);
        assert.deepEqual(files(folder, 'src', 'src/a b/ü.ts', `${folder}/src`), ['src/a b/ü.ts']);
        assert.deepEqual(files(`${folder}/other`, '../src'), ['../src/a b/ü.ts']);
      },
    );
  });

  it('says what is true on the asked day: the last day of the Gemini API and the one after', async () => {
    await withFolder({ 'a.ts': `const m = 'gemini/veo-3.1-generate-preview';\n` }, (folder) => {
      const on = (day: string) => {
        const { asOf, references, findings } = report(folder, '--as-of', day);
        return [asOf, references[0]?.status, findings.map(({ rule, severity }) => `${rule} ${severity}`)];
      };
      assert.deepEqual(on('2026-10-21'), ['2026-10-21', 'deprecated', ['deprecated-model warning']]);
      assert.deepEqual(on('2026-10-22'), ['2026-10-22', 'shut-down', ['shut-down-model error']]);
    });
  });

  it('holds fixes with their edits, and suppressed findings with their reasons', async () => {
    const text = `# veo-audit-ignore shut-down-model until 2026-12-31 -- replay\nm = "vertex_ai/veo-3.0-generate-001"\n`;
    await withFolder({ 'a.py': text }, (folder) => {
      const [finding] = report(folder).findings;
      assert.deepEqual(finding?.suppressed, { reason: 'replay', until: '2026-12-31' });
      assert.deepEqual(finding?.fix?.edits, [
        { file: 'a.py', line: 2, column: 16, endLine: 2, endColumn: 36, newText: 'veo-3.1-generate-001' },
      ]);
      assert.equal(report(folder).summary.errors, 0);
    });
  });

  it('says of routes what their files are for, as of the references that they send', async () => {
    const text = `import { fal } from '@fal-ai/client';\nawait fal.subscribe('fal-ai/veo3.1', { input: { prompt } });\n`;
    await withFolder({ 'src/a.ts': text, 'tests/a.ts': text, 'examples/a.ts': text }, (folder) => {
      const { routes, references } = report(folder);
      const said = (rows: readonly { readonly file: string; readonly place: string }[]) =>
        rows.map(({ file, place }) => `${file} ${place}`);
      assert.deepEqual(said(routes), ['examples/a.ts sample', 'src/a.ts production', 'tests/a.ts test']);
      assert.deepEqual(said(routes), said(references));
    });
  });

  it('is a whole document where nothing is found', async () => {
    await withFolder({ 'a.ts': 'export {};\n' }, (folder) => {
      const { references, findings, summary } = report(folder);
      assert.deepEqual(
        { references, findings, files: summary.files },
        { references: [], findings: [], files: 1 },
      );
    });
  });
});
