// Puts evidence on disk, for programs and for people.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from './evidence.ts';
import { evidenceMarkdown } from './evidenceMarkdown.ts';

export interface EvidenceFiles {
  readonly json: string;
  readonly markdown: string;
}

/** Writes both forms into the folder and returns their paths. A resumed run replaces its earlier evidence. */
export async function writeEvidence(folder: string, evidence: Evidence): Promise<EvidenceFiles> {
  await mkdir(folder, { recursive: true });
  const json = join(folder, `${evidence.runId}.json`);
  const markdown = join(folder, `${evidence.runId}.md`);
  await writeFile(json, `${JSON.stringify(evidence, null, 2)}\n`);
  await writeFile(markdown, evidenceMarkdown(evidence));
  return { json, markdown };
}
