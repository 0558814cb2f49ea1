// Jupyter notebooks: JSON whose cells hold source in strings. Cells become parts, outputs stay what they are.
import { type JSONPath, visit } from 'jsonc-parser';
import { type Language, languageOf, languageOfEditor } from './languages/languages.ts';
import type { Part } from './types.ts';

interface JsonString {
  readonly start: number;
  readonly end: number;
}

/** Decodes a run of JSON strings (the lines of a cell) and remembers where each character came from. */
export function decodeJsonStrings(
  text: string,
  strings: readonly JsonString[],
): { text: string; offsets: Uint32Array } {
  const pieces: string[] = [];
  const offsets = new Uint32Array(strings.reduce((sum, { start, end }) => sum + end - start, 1));
  let length = 0;
  let last = 0;
  for (const string of strings) {
    last = string.end - 1;
    for (let at = string.start + 1; at < last; ) {
      const escaped = text.slice(at, last).indexOf('\\');
      const plain = escaped < 0 ? last : at + escaped;
      pieces.push(text.slice(at, plain));
      for (; at < plain; at++) offsets[length++] = at;
      if (at >= last) break;
      const [char, width] = decodeEscape(text, at);
      pieces.push(char);
      offsets[length++] = at;
      at += width;
    }
  }
  offsets[length] = last;
  return { text: pieces.join(''), offsets: offsets.subarray(0, length + 1) };
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function decodeEscape(text: string, at: number): readonly [char: string, width: number] {
  const letter = text[at + 1] ?? '';
  if (letter !== 'u') return [SIMPLE[letter] ?? letter, 2];
  const code = Number.parseInt(text.slice(at + 2, at + 6), 16);
  return Number.isNaN(code) ? ['u', 2] : [String.fromCharCode(code), 6];
}

interface Cell {
  type: string;
  language: string;
  readonly source: JsonString[];
}

interface Notebook {
  readonly cells: readonly Cell[];
  readonly kernelLanguage: string;
}

function cellAt(cells: Cell[], index: number): Cell {
  while (cells.length <= index) cells.push({ type: '', language: '', source: [] });
  return cells[index] ?? { type: '', language: '', source: [] };
}

function readNotebook(text: string): Notebook {
  const cells: Cell[] = [];
  let kernelLanguage = '';
  const onString = (value: string, start: number, end: number, path: JSONPath): void => {
    const at = path[0] === 'worksheets' ? path.slice(2) : path;
    if (at[0] === 'metadata' && at[2] === 'name' && at[1] === 'language_info') kernelLanguage = value;
    if (at[0] !== 'cells' || typeof at[1] !== 'number') return;
    const cell = cellAt(cells, at[1]);
    if (at[2] === 'cell_type') cell.type = value;
    else if (at[2] === 'source' || at[2] === 'input') cell.source.push({ start, end });
    else if (at[2] === 'metadata' && at.at(-1) === 'languageId') cell.language = value;
  };
  try {
    visit(text, {
      onLiteralValue: (value, offset, length, _line, _character, path) => {
        if (typeof value === 'string') onString(value, offset, offset + length, path());
      },
    });
  } catch {
    // Nested deeper than any notebook: the parser ran out of stack. What was read so far counts.
  }
  return { cells, kernelLanguage };
}

/** The text of each cell, with where each of its characters stands in the file; in order, empty cells included. */
export function notebookCells(text: string): readonly ReturnType<typeof decodeJsonStrings>[] {
  return readNotebook(text).cells.map(({ source }) => decodeJsonStrings(text, source));
}

/** The cell, and the line in it, that an offset of the file stands in; both 1-based. Null between cells. */
export function cellPlaceAt(
  text: string,
  offset: number,
): { readonly cell: number; readonly line: number } | null {
  for (const [index, cell] of notebookCells(text).entries()) {
    const { offsets } = cell;
    if (offsets.length < 2 || offset < (offsets[0] ?? 0) || offset > (offsets.at(-1) ?? 0)) continue;
    const before = cell.text.slice(
      0,
      offsets.findIndex((start) => start >= offset),
    );
    return { cell: index + 1, line: before.split('\n').length };
  }
  return null;
}

function cellLanguage(cell: Cell, kernelLanguage: string, text: string): Language {
  if (cell.type === 'markdown' || cell.type === 'raw') return languageOf('markdown');
  if (/^%%(bash|sh|script)\b/.test(text)) return languageOf('bash');
  return languageOfEditor(cell.language || kernelLanguage) ?? languageOf('python');
}

/** Cells as parts in their own languages; everything between them (outputs, metadata) as one plain part each. */
export function notebookParts(text: string): readonly Part[] {
  const { cells, kernelLanguage } = readNotebook(text);
  const parts: Part[] = [];
  let from = 0;
  const plain = (start: number, end: number): void => {
    if (end > start)
      parts.push({
        text: text.slice(start, end),
        language: languageOf('text'),
        sourceOffset: (o) => start + o,
        isOutput: true,
      });
  };
  for (const cell of cells) {
    const first = cell.source[0];
    const last = cell.source.at(-1);
    if (first === undefined || last === undefined) continue;
    plain(from, first.start);
    const { text: source, offsets } = decodeJsonStrings(text, cell.source);
    parts.push({
      text: source,
      language: cellLanguage(cell, kernelLanguage, source),
      sourceOffset: (offset) => offsets[offset] ?? last.end - 1,
    });
    from = last.end;
  }
  plain(from, text.length);
  return parts;
}
