// Both adapters of `Files` over a folder on the disk: what holds for one has to hold for the other.
import type { Uri } from 'vscode';
import { editorFiles } from '../../src/editor/editorFiles.ts';
import type { Files } from '../../src/workspace/files.ts';
import { nodeFiles } from '../../src/workspace/nodeFiles.ts';
import { Uri as DiskUri } from '../editor/diskVscode.ts';

export const ADAPTERS: Readonly<Record<string, (root: string) => Files>> = {
  nodeFiles,
  editorFiles: (root) => editorFiles(DiskUri.file(root) as unknown as Uri),
};
