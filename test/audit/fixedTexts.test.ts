// Every fix that is offered for the texts of the corpora: made alone and together, what comes out is still whole.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { parseAllDocuments } from 'yaml';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import type { Finding } from '../../src/audit/types.ts';
import { languageOfPath } from '../../src/detect/documents/languages/fileNames.ts';
import { READABLE } from '../../src/routes/languages.ts';
import { auditOf } from '../fuzz/engine.ts';
import { type Input, seedTexts } from '../fuzz/inputs.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

/** In a folder of production code: nothing is offered in tests. */
const TEXTS: readonly Input[] = seedTexts()
  .filter(({ path }) => !/\.(?:expect|routes\.json|findings)$|\.golden\./.test(path))
  .map(({ path, text }) => ({ path: `src/${basename(path)}`, text }));

/** What is wrong with a text as its language reads it: syntax errors, keys that stand twice. */
async function faultsOf({ path, text }: Input): Promise<readonly string[]> {
  const { id } = languageOfPath(path);
  const readable = READABLE[id];
  if (readable !== undefined) {
    const parsed = await nodeGrammars.parse(readable.grammar, text);
    return 'refused' in parsed ? [parsed.refused] : parsed.isBroken ? ['a syntax error'] : [];
  }
  if (id === 'json') return jsonFaults(text);
  return id === 'yaml' ? parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ code }) => code)) : [];
}

function jsonFaults(text: string): readonly string[] {
  const faults: string[] = [];
  const errors: { error: number }[] = [];
  const visit = (node: ReturnType<typeof parseTree>): void => {
    const keys = node?.type === 'object' ? (node.children ?? []).map((one) => one.children?.[0]?.value) : [];
    faults.push(
      ...keys.filter((key, index) => keys.indexOf(key) < index).map((key) => `${key} stands twice`),
    );
    for (const child of node?.children ?? []) visit(child);
  };
  visit(parseTree(text, errors as never));
  return [...errors.map(({ error }) => `error ${error}`), ...faults];
}

const editsOf = (findings: readonly Finding[]) => findings.flatMap(({ fix }) => fix?.edits ?? []);

/** What the fixes of a text break; null where none is offered. */
async function harmOf(input: Input): Promise<readonly string[] | null> {
  const audit = await auditOf(input.path, input.text);
  const together = applicableFixes(audit);
  if (together.length === 0) return null;
  const before = await faultsOf(input);
  const harm: string[] = [];
  for (const findings of [...together.map((one) => [one]), together]) {
    const text = applyEdits(input.text, editsOf(findings));
    const name = `${input.path}: ${findings.map(({ rule, start }) => `${rule}@${start}`).join(', ')}`;
    const faults = await faultsOf({ path: input.path, text });
    if (faults.length > before.length) harm.push(`${name} brings ${faults.slice(before.length).join(', ')}`);
    const left = await auditOf(input.path, text);
    const same = left.findings.filter(({ rule, start, fix }) =>
      findings.some((one) => one.rule === rule && one.start === start && fix !== null),
    );
    if (same.length > 0) harm.push(`${name} is still there`);
  }
  return harm;
}

describe('the texts of the corpora', () => {
  it('are whole after each fix and after all, and the fixed finding is gone', async () => {
    const harms = await Promise.all(TEXTS.map(harmOf));
    const fixed = harms.flatMap((harm) => harm ?? []);
    assert.deepEqual(fixed, []);
    assert.ok(harms.filter((harm) => harm !== null).length > 30, 'hardly a text has a fix');
  });
});
