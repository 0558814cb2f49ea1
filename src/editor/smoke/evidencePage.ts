// The page of some evidence in the report.
import * as vscode from 'vscode';
import type { PageDetail } from '../../report/detail/types.ts';
import { videoBeside } from '../../report/page/data.ts';
import { wholeEvidence } from '../../smoke/keptEvidence.ts';
import { pathInFolder, pathOf } from '../documents.ts';
import { editorFiles } from '../editorFiles.ts';

/** The page of the evidence in a file of the workspace; null where the file holds none. */
export async function evidencePage(uri: vscode.Uri): Promise<PageDetail | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return null;
  const [evidence, { evidenceDetail }] = await Promise.all([
    wholeEvidence(editorFiles(folder.uri), pathInFolder(uri)),
    import('../../smoke/evidenceDetail.ts'),
  ]);
  const file = pathOf(uri);
  return evidence && evidenceDetail(evidence, file, (name) => videoBeside(file, name));
}
