// The pages of kept evidence for the report as one HTML file, which cannot read them when they are asked for.
import type { PageDetail } from '../report/detail/types.ts';
import { videoBeside } from '../report/page/data.ts';
import { newestEvidence, wholeEvidence } from '../smoke/keptEvidence.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';

/** Older evidence is named in the report, but has no page there. */
const MOST_PAGES = 100;

/** The pages of the newest evidence in a working folder. */
export async function evidencePages(workingFolder: string): Promise<readonly PageDetail[]> {
  const files = nodeFiles(workingFolder);
  const newest = await newestEvidence(files, MOST_PAGES);
  if (newest.length === 0) return [];
  const { evidenceDetail } = await import('../smoke/evidenceDetail.ts');
  const pages = newest.map(async (file) => {
    const evidence = await wholeEvidence(files, file);
    return evidence === null ? [] : evidenceDetail(evidence, file, (name) => videoBeside(file, name));
  });
  return (await Promise.all(pages)).flat();
}
