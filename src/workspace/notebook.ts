// An open notebook and its file: the cells are audited together, as the closed file is, and each shows its own part.
import type { DocumentAudit } from '../audit/types.ts';
import { notebookCells } from '../detect/documents/notebook.ts';
import { type Place, remapped } from './shifted.ts';

/** A cell as an editor holds it. */
export interface NotebookCell {
  readonly text: string;
  readonly isCode: boolean;
  /** The editor's language ID. */
  readonly language: string;
}

/** The text of a notebook's file: the one that is known, where it says the same, otherwise written anew. */
export function notebookText(cells: readonly NotebookCell[], known: string | undefined): string {
  const isSame = known !== undefined && saysTheSame(notebookCells(known), cells);
  return isSame ? known : JSON.stringify({ cells: cells.map(jsonOf) });
}

const saysTheSame = (known: readonly { readonly text: string }[], cells: readonly NotebookCell[]): boolean =>
  known.length === cells.length && known.every(({ text }, index) => text === cells[index]?.text);

const jsonOf = ({ text, isCode, language }: NotebookCell) => ({
  cell_type: isCode ? 'code' : 'markdown',
  metadata: isCode ? { vscode: { languageId: language } } : {},
  source: [text],
});

/** The part of a notebook's audit that each of its cells shows. Places that lie in another cell are left out. */
export function auditsOfCells(
  audit: DocumentAudit,
  cells: readonly NotebookCell[],
): readonly DocumentAudit[] {
  const sources = notebookCells(audit.document.text);
  return cells.map(({ text, language }, index) => {
    const { offsets } = sources[index] ?? { offsets: new Uint32Array(1) };
    const { references, routes, findings, config, notes } = audit;
    const own = remapped({ references, routes, findings, config }, (place) => placeIn(offsets, place));
    return { ...own, notes, document: { path: audit.document.path, text, language } };
  });
}

function placeIn(offsets: Uint32Array, { start, end }: Place): Place | null {
  const [first = 0] = offsets;
  const last = offsets.at(-1) ?? 0;
  if (start < first || end > last) return null;
  return { start: indexOf(offsets, start), end: indexOf(offsets, end) };
}

/** The first character of a cell that stands at an offset of the file or behind it. */
function indexOf(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
