// Puts evidence on disk, for programs and for people.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeJsonRecord, writeRecord } from '../workspace/records.ts';
import type { Evidence } from './evidence.ts';
import { evidenceMarkdown } from './evidenceMarkdown.ts';

export interface EvidenceFiles {
  readonly json: string;
  readonly markdown: string;
}

/**
 * Writes both forms into the folder and returns their paths. A resumed run replaces its earlier evidence.
 * @throws RecordPlaceError where that is of another version
 */
export async function writeEvidence(folder: string, evidence: Evidence): Promise<EvidenceFiles> {
  const { runId } = evidence;
  const json = await writeJsonRecord(folder, `${runId}.json`, 'evidence', evidence);
  return { json, markdown: await writeRecord(folder, `${runId}.md`, evidenceMarkdown(evidence)) };
}

/** Whether the evidence of a run was written. */
export function hasEvidence(folder: string, runId: string): boolean {
  return existsSync(join(folder, `${runId}.json`));
}
