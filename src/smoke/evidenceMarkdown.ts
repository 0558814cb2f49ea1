// The evidence for people as it is kept on disk.
import { detailMarkdown } from '../report/detail/markdown.ts';
import type { Evidence } from './evidence.ts';
import { evidenceDetail } from './evidenceDetail.ts';

/** The page as Markdown. Ends with a newline. Its words come from surfaces and workspaces, so none of them is markup. */
export const evidenceMarkdown = (evidence: Evidence): string => detailMarkdown(evidenceDetail(evidence, ''));
