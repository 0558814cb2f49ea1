// Puts evidence on disk, for programs and for people.
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRecordFolder } from '../workspace/records.ts';
import type { Evidence } from './evidence.ts';
import { evidenceMarkdown } from './evidenceMarkdown.ts';

export interface EvidenceFiles {
  readonly json: string;
  readonly markdown: string;
}

/** Writes both forms into the folder and returns their paths. A resumed run replaces its earlier evidence. */
export async function writeEvidence(folder: string, evidence: Evidence): Promise<EvidenceFiles> {
  await makeRecordFolder(folder);
  const json = join(folder, `${evidence.runId}.json`);
  const markdown = join(folder, `${evidence.runId}.md`);
  await writeFile(markdown, evidenceMarkdown(evidence));
  // Last, and whole at once: where the JSON is, the evidence is complete.
  await writeFile(`${json}.part`, `${JSON.stringify(evidence, null, 2)}\n`);
  await rename(`${json}.part`, json);
  return { json, markdown };
}

/** Whether the evidence of a run was written. */
export function hasEvidence(folder: string, runId: string): boolean {
  return existsSync(join(folder, `${runId}.json`));
}
