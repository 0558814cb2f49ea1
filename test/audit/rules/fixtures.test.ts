// Every rule on its fixtures: expectations beside the line, golden files for fixes, and what the rule says.
import assert from 'node:assert/strict';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicableFixes, applyEdits } from '../../../src/audit/edits.ts';
import { auditDocument, RULE_METAS } from '../../../src/audit/engine.ts';
import type { DocumentAudit } from '../../../src/audit/types.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { readContractInputs } from '../../../src/cli/contractInputs.ts';
import { withOverrides } from '../../../src/contracts/overrides.ts';
import { positionCounter } from '../../../src/detect/lines.ts';
import { auditFiles } from '../../../src/workspace/auditFiles.ts';
import { loadConfig } from '../../../src/workspace/loadConfig.ts';
import { nodeFiles } from '../../../src/workspace/nodeFiles.ts';
import { Scan } from '../../../src/workspace/scan.ts';
import { assertKept, UPDATES } from '../../kept.ts';
import { said } from './said.ts';
import { wantedIn, writeWants } from './wants.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url));
const GRAMMARS = new URL('../../../dist/grammars/', import.meta.url);
const TODAY = '2026-11-21';
const catalog = bundledCatalog();

/** A file that is audited alone, or a folder that is audited as the command line audits it. */
interface Case {
  readonly name: string;
  /** The files in which findings can be wanted. */
  readonly files: readonly string[];
  /** Anew each time: tests run again and again in the process of the mutation tester, and an answer that is kept hides its faults. */
  audits(): Promise<readonly DocumentAudit[]>;
  /** Where the fixture of an audited document lies. */
  fileOf(audit: DocumentAudit): string;
  /** Where what its fixes make of it lies. */
  goldenOf(audit: DocumentAudit): string;
}

const dayIn = (text: string): string | undefined => /^.{0,5}as-of (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];

function caseOf(rule: string, entry: Dirent): Case {
  const name = `${rule}/${entry.name}`;
  const path = join(FOLDER, name);
  if (entry.isFile()) {
    const text = readFileSync(path, 'utf8');
    const audits = async () => [auditDocument({ path: name, text }, { catalog, asOf: dayIn(text) ?? TODAY })];
    const golden = path.replace(/(\.\w+)$/, `.golden${extname(path)}`);
    return { name, files: [path], audits, fileOf: () => path, goldenOf: () => golden };
  }
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  return {
    name,
    files,
    audits: () => auditFolder(path, files),
    fileOf: ({ document }) => join(path, document.path),
    goldenOf: ({ document }) => join(`${path}.golden`, document.path),
  };
}

/** A folder as the command line audits it: requests, what lies between files, and its veo-audit.yaml. */
async function auditFolder(
  workingFolder: string,
  files: readonly string[],
): Promise<readonly DocumentAudit[]> {
  const loaded = await loadConfig(nodeFiles(workingFolder));
  const { config } = loaded;
  const contracts = { ...(await readContractInputs(workingFolder, loaded)), complete: true };
  const asOf = files.map((file) => dayIn(readFileSync(file, 'utf8'))).find(Boolean) ?? TODAY;
  const scan = new Scan(['.'], { workingFolder, noIgnore: false });
  const options = { workingFolder, grammars: GRAMMARS, config, asOf, contracts };
  return (await auditFiles(scan, { ...options, catalog: withOverrides(catalog, config) })).audits;
}

function reported({ document, findings }: DocumentAudit): readonly string[] {
  const positionAt = positionCounter(document.text);
  return findings
    .filter((finding) => finding.suppressed === false)
    .map(
      ({ rule, severity, start, fix }) =>
        `${positionAt(start).line} ${rule} ${severity}${fix === null ? '' : '+fix'}`,
    )
    .sort();
}

/** Holds the findings of a file against what it wants. */
function assertWanted(file: string, findings: readonly string[]): void {
  if (UPDATES) writeWants(file, readFileSync(file, 'utf8'), findings);
  assert.deepEqual(findings, wantedIn(file, readFileSync(file, 'utf8')), file);
}

const fixedText = (audit: DocumentAudit): string =>
  applyEdits(
    audit.document.text,
    applicableFixes(audit).flatMap((finding) => finding.fix?.edits ?? []),
  );

const isCase = ({ name }: Dirent): boolean => !/\.golden(?:\.|$)|\.want$|^messages\.txt$/.test(name);

describe('rules on their fixtures', () => {
  const rules = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );

  it('every rule has a folder, and every folder is a rule', () => {
    const ids = new Set(RULE_METAS.map((meta) => meta.id));
    assert.deepEqual(rules.toSorted(), [...ids].sort());
  });

  for (const rule of rules) {
    const cases = readdirSync(join(FOLDER, rule), { withFileTypes: true })
      .filter(isCase)
      .map((entry) => caseOf(rule, entry));

    for (const { name, files, audits, fileOf, goldenOf } of cases) {
      it(`${name}: findings`, async () => {
        const found = new Map((await audits()).map((audit) => [fileOf(audit), reported(audit)]));
        for (const file of files) assertWanted(file, found.get(file) ?? []);
      });

      it(`${name}: fixes`, async () => {
        for (const audit of await audits())
          assertKept(goldenOf(audit), fixedText(audit), audit.document.text);
      });
    }

    it(`${rule}: what it says`, async () => {
      const lines: string[] = [];
      for (const { audits, fileOf } of cases)
        for (const audit of await audits()) {
          const file = fileOf(audit).slice(FOLDER.length + rule.length + 1);
          lines.push(...said(rule, file, audit));
        }
      assert.notDeepEqual(lines, [], 'its fixtures never make it speak');
      assertKept(join(FOLDER, rule, 'messages.txt'), `${lines.join('\n')}\n`);
    });
  }
});
