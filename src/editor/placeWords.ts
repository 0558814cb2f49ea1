// Where something stands, in words: by file and line, in a notebook by cell and line.

import * as vscode from 'vscode';
import { cellPlaceAt } from '../detect/documents/notebook.ts';
import type { Place } from '../routes/types.ts';
import type { AuditedResource } from './auditStore.ts';
import { CELL, openCell } from './notebooks.ts';

/** `line 12`, in a notebook `cell 3, line 2`. */
export function lineWords(resource: AuditedResource, place: Place): string {
  const { line, inCell } = whereIn(resource, place);
  return inCell === null ? vscode.l10n.t('line {0}', line) : cellWords(inCell);
}

/** `models.ts:12`, in a notebook `cost.ipynb, cell 3, line 2`. */
export function placeWords(resource: AuditedResource, place: Place): string {
  const { path } = resource.audit.document;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const { line, inCell } = whereIn(resource, place);
  return inCell === null ? `${file}:${line}` : `${file}, ${cellWords(inCell)}`;
}

function whereIn(resource: AuditedResource, place: Place) {
  const line = resource.range(place).start.line + 1;
  return { line, inCell: inOpenCell(resource.uri, line) ?? inClosedFile(resource, place) };
}

const cellWords = ({ cell, line }: { readonly cell: number; readonly line: number }): string =>
  vscode.l10n.t('cell {0}, line {1}', cell, line);

function inOpenCell(uri: vscode.Uri, line: number) {
  const cell = uri.scheme === CELL ? openCell(uri) : undefined;
  return cell === undefined ? null : { cell: cell.index + 1, line };
}

function inClosedFile({ uri, audit }: AuditedResource, { start }: Place) {
  return uri.path.endsWith('.ipynb') ? cellPlaceAt(audit.document.text, start) : null;
}
