// The rules on fixture files, with expectations beside the line and golden files for their fixes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicableFixes, applyEdits } from '../../../src/audit/edits.ts';
import { auditDocument, RULE_METAS } from '../../../src/audit/engine.ts';
import type { DocumentAudit } from '../../../src/audit/types.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { readContractInputs } from '../../../src/cli/contractInputs.ts';
import { withOverrides } from '../../../src/contracts/overrides.ts';
import { lineCounter } from '../../../src/detect/lines.ts';
import { auditFiles } from '../../../src/workspace/auditFiles.ts';
import { loadConfig } from '../../../src/workspace/loadConfig.ts';
import { nodeFiles } from '../../../src/workspace/nodeFiles.ts';
import { Scan } from '../../../src/workspace/scan.ts';
import { assertKept, UPDATES } from '../../kept.ts';
import { wantedIn, writeWants } from './wants.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url));
const GRAMMARS = new URL('../../../dist/grammars/', import.meta.url);
const TODAY = '2026-11-21';
const catalog = bundledCatalog();

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

const textOf = (path: string): string => (statSync(path).isFile() ? readFileSync(path, 'utf8') : '');

/** Holds the findings of a file against what it wants. */
function assertWanted(file: string, text: string, findings: readonly string[]): void {
  if (UPDATES) writeWants(file, text, findings);
  assert.deepEqual(findings, wantedIn(file, UPDATES ? readFileSync(file, 'utf8') : text), file);
}

const fixedText = (audit: DocumentAudit): string =>
  applyEdits(
    audit.document.text,
    applicableFixes(audit).flatMap((finding) => finding.fix?.edits ?? []),
  );

/** A folder as the command line audits it: requests, what lies between files, and its veo-audit.yaml. */
async function auditFolder(workingFolder: string): Promise<readonly DocumentAudit[]> {
  const loaded = await loadConfig(nodeFiles(workingFolder));
  const { config } = loaded;
  const contracts = { ...(await readContractInputs(workingFolder, loaded)), complete: true };
  const scan = new Scan(['.'], { workingFolder, noIgnore: false });
  const options = { workingFolder, grammars: GRAMMARS, config, asOf: TODAY, contracts };
  return (await auditFiles(scan, { ...options, catalog: withOverrides(catalog, config) })).audits;
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
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
    const entries = readdirSync(join(FOLDER, rule), { withFileTypes: true }).filter(
      ({ name }) => !/\.golden(?:\.|$)|\.want$/.test(name),
    );
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      const folder = join(FOLDER, rule, name);
      const audited = lazily(() => auditFolder(folder));

      it(`${rule}/${name}: findings in each of its files`, async () => {
        for (const audit of await audited()) {
          const { path, text } = audit.document;
          assertWanted(join(folder, path), text, reported(audit));
        }
        const paths = (await audited()).map(({ document }) => document.path);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
          if (!paths.includes(path))
            assert.deepEqual(wantedIn(join(folder, path), textOf(join(folder, path))), [], path);
      });

      it(`${rule}/${name}: fixes`, async () => {
        for (const audit of await audited()) {
          const { path, text } = audit.document;
          assertKept(join(`${folder}.golden`, path), fixedText(audit), text);
        }
      });
    }
    for (const { name } of entries.filter((entry) => entry.isFile())) {
      const file = join(FOLDER, rule, name);
      const text = readFileSync(file, 'utf8');

      it(`${rule}/${name}: findings`, () => {
        assertWanted(file, text, reported(auditFile(file, text)));
      });

      it(`${rule}/${name}: fixes`, () => {
        const golden = file.replace(/(\.\w+)$/, `.golden${extname(file)}`);
        assertKept(golden, fixedText(auditFile(file, text)), text);
      });
    }
  }
});
