// The pages of kept evidence for the report as one HTML file, which cannot read them when they are asked for.
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import type { PageDetail } from '../report/detail/types.ts';
import { videoBeside } from '../report/page/data.ts';
import { readInside } from '../workspace/records.ts';

/** Older evidence is named in the report, but has no page there. */
const MOST_PAGES = 100;

/** The pages of the newest evidence in a working folder. */
export async function evidencePages(
  kept: readonly EvidenceSummary[],
  workingFolder: string,
): Promise<readonly PageDetail[]> {
  if (kept.length === 0) return [];
  const [{ EvidenceSchema }, { evidenceDetail }] = await Promise.all([
    import('../smoke/evidence.ts'),
    import('../smoke/evidenceDetail.ts'),
  ]);
  // The name of a run begins with its time.
  const newest = kept.toSorted((a, b) => (a.file < b.file ? 1 : -1)).slice(0, MOST_PAGES);
  return newest.flatMap(({ file }) => {
    const evidence = EvidenceSchema.safeParse(JSON.parse(readInside(workingFolder, file, 'evidence'))).data;
    return evidence === undefined ? [] : evidenceDetail(evidence, file, (name) => videoBeside(file, name));
  });
}
