// Open notebooks and their cells, by address.
import * as vscode from 'vscode';

/** The scheme of a cell's document. */
export const CELL = 'vscode-notebook-cell';

export const openNotebook = (uri: vscode.Uri): vscode.NotebookDocument | undefined =>
  vscode.workspace.notebookDocuments.find((notebook) => notebook.uri.toString() === uri.toString());

/** The cell of an open notebook whose document has an address. */
export const openCell = (uri: vscode.Uri): vscode.NotebookCell | undefined =>
  vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find(({ document }) => document.uri.toString() === uri.toString());
