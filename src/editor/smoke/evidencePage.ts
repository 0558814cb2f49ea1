// The page of some evidence in the report.
import type * as vscode from 'vscode';
import type { PageDetail } from '../../report/detail/types.ts';
import { videoBeside } from '../../report/page/data.ts';
import { pathOf } from '../documents.ts';
import { readEvidenceFile } from './readEvidence.ts';

/** The page of the evidence in a file; null where the file holds none. */
export async function evidencePage(uri: vscode.Uri): Promise<PageDetail | null> {
  const [evidence, { evidenceDetail }] = await Promise.all([
    readEvidenceFile(uri),
    import('../../smoke/evidenceDetail.ts'),
  ]);
  const file = pathOf(uri);
  return evidence && evidenceDetail(evidence, file, (name) => videoBeside(file, name));
}
