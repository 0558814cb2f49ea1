// The rules on fixture files, with expectations beside the line and golden files for their fixes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicableFixes, applyEdits } from '../../../src/audit/edits.ts';
import { auditDocument, RULE_METAS } from '../../../src/audit/engine.ts';
import type { DocumentAudit } from '../../../src/audit/types.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { lineCounter } from '../../../src/detect/lines.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url));
const TODAY = '2026-11-21';
const catalog = bundledCatalog();

/** `LINE RULE SEVERITY[+fix]`, as in a sidecar. */
function wanted(file: string, text: string): readonly string[] {
  const sidecar = `${file}.want`;
  if (existsSync(sidecar)) return readFileSync(sidecar, 'utf8').trim().split('\n').sort();
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...(/\bwant ((?:[\w-]+ [a-z]+(?:\+fix)?(?:, )?)+)/.exec(line)?.[1]?.split(', ') ?? [])].map(
        (want) => `${index + 1} ${want.trim()}`,
      ),
    )
    .sort();
}

function reported({ document, findings }: DocumentAudit): readonly string[] {
  const lineAt = lineCounter(document.text);
  return findings
    .filter((finding) => finding.suppressed === false)
    .map(
      ({ rule, severity, start, fix }) =>
        `${lineAt(start) + 1} ${rule} ${severity}${fix === null ? '' : '+fix'}`,
    )
    .sort();
}

function auditFile(file: string, text: string): DocumentAudit {
  const asOf = /^.{0,5}as-of (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? TODAY;
  return auditDocument({ path: file.slice(FOLDER.length), text }, { catalog, asOf });
}

describe('rules on their fixtures', () => {
  const rules = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it('every folder is a rule', () => {
    const ids = RULE_METAS.map((meta) => meta.id);
    assert.deepEqual(
      rules.map((rule) => rule.name).filter((name) => !ids.includes(name)),
      [],
    );
  });

  for (const { name: rule } of rules) {
    const names = readdirSync(join(FOLDER, rule)).filter((name) => !/\.golden\.|\.want$/.test(name));
    for (const name of names) {
      const file = join(FOLDER, rule, name);
      const text = readFileSync(file, 'utf8');

      it(`${rule}/${name}: findings`, () => {
        assert.deepEqual(reported(auditFile(file, text)), wanted(file, text));
      });

      it(`${rule}/${name}: fixes`, () => {
        const audit = auditFile(file, text);
        const golden = file.replace(/(\.\w+)$/, `.golden${extname(file)}`);
        const edits = applicableFixes(audit).flatMap((finding) => finding.fix?.edits ?? []);
        const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : text;
        assert.equal(applyEdits(text, edits), expected);
      });
    }
  }
});
