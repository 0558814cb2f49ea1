// The evidence that a workspace keeps, for programs and for people: written after a run, read for contracts and views.
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import type { Files } from '../workspace/files.ts';
import {
  readRecord,
  readRecords,
  recordFolder,
  recordPaths,
  writeJsonRecord,
  writeRecord,
} from '../workspace/records.ts';
import type { SkippedFile } from '../workspace/skipped.ts';
import type { Evidence } from './evidence.ts';
import { parseJson } from './json.ts';

/** The paths of both forms of evidence. */
export interface EvidenceFiles {
  readonly json: string;
  readonly markdown: string;
}

/**
 * Writes both forms and gives their paths. A resumed run replaces its earlier evidence.
 * @throws RecordPlaceError where that is of another version
 */
export async function writeEvidence(files: Files, evidence: Evidence): Promise<EvidenceFiles> {
  const { runId } = evidence;
  const { evidenceMarkdown } = await import('./evidenceMarkdown.ts');
  return {
    json: await writeJsonRecord(files, 'evidence', `${runId}.json`, evidence),
    markdown: await writeRecord(files, 'evidence', `${runId}.md`, evidenceMarkdown(evidence)),
  };
}

/** Whether the evidence of a run was written. */
export async function hasEvidence(files: Files, runId: string): Promise<boolean> {
  return (await files.kindOf(`${recordFolder('evidence')}/${runId}.json`)) !== null;
}

/** What audits need of all evidence, by file. What cannot be read is handed to `onSkipped`. */
export async function readEvidence(
  files: Files,
  onSkipped: (skipped: SkippedFile) => void = () => undefined,
): Promise<readonly EvidenceSummary[]> {
  const records = await readRecords(files, 'evidence');
  if (records.length === 0) return [];
  const { summaryOf } = await import('./summary.ts');
  return records.flatMap(({ path, text, reason }) => {
    const summary = text === null ? null : summaryOf(text, path);
    if (summary === null)
      onSkipped({ file: path, reason: text === null ? reason : 'it is damaged, or of another version' });
    return summary ?? [];
  });
}

/** The paths of the newest evidence. */
export async function newestEvidence(files: Files, most: number): Promise<readonly string[]> {
  // The name of a run begins with its time.
  return (await recordPaths(files, 'evidence')).toReversed().slice(0, most);
}

/** One whole piece of evidence; null where a file holds none that this version reads. */
export async function wholeEvidence(files: Files, path: string): Promise<Evidence | null> {
  const { text } = await readRecord(files, 'evidence', path);
  if (text === null) return null;
  const { EvidenceSchema } = await import('./evidence.ts');
  return EvidenceSchema.safeParse(parseJson(text)).data ?? null;
}
