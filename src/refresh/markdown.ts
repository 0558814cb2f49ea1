// A Markdown page as headings with their tables and texts. Repairs what is broken in real pages before a parser sees it:
// headings glued to a link, and rows of a table that have more cells than its header.
import MarkdownIt, { type Token } from 'markdown-it';
import { UnreadablePageError } from './types.ts';

export interface Cell {
  readonly text: string;
  /** What stands between backticks. */
  readonly codes: readonly string[];
}

export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A line of text: a paragraph's, a list item's. */
export interface Line extends Cell {
  /** How deep it lies in lists; 0 outside of them. */
  readonly depth: number;
}

export interface Section {
  readonly title: string;
  readonly level: number;
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
}

/** Markdown of these pages may begin with a line break, and with no other tag. */
const HTML = /^\s*<(?!br\b)[a-z!?]/i;

/** The page by its headings; what stands before the first has an empty title. @throws UnreadablePageError */
export function sectionsOf(page: string): readonly Section[] {
  const text = withNotes(asShown(page.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')));
  if (text.trim() === '') throw new UnreadablePageError('the page is empty');
  if (HTML.test(text)) throw new UnreadablePageError('it is an HTML page, not the Markdown of the page');
  if (isCutOff(text)) throw new UnreadablePageError('the page ends in the middle of a table');
  const repaired = widened(text.replace(/([)\]`|])(#{2,4} )/g, '$1\n\n$2'));
  return inSections(new MarkdownIt({ html: false }).parse(repaired, {}));
}

/** The page as its readers see it: without comments, and what tags strike out struck out as Markdown does it. */
const asShown = (text: string): string =>
  text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?(?:del|s|strike)>/gi, STRUCK);

/** A footnote: its mark, and what it says. */
const NOTE = /^(\[\^[^\]\s]{1,20}\](?=:)|\\\*{1,3}|[†‡¹²³]):?[ \t]*(\S.*)$/gm;

/** Puts what a footnote says where its mark stands in a table, as it may change what the cell means. */
function withNotes(text: string): string {
  const notes = [...text.matchAll(NOTE)].map(([, mark = '', said = '']) => [mark, said.replaceAll('|', '/')]);
  if (notes.length === 0) return text;
  const noted = (cells: string): string =>
    notes.reduce((all, [mark = '', said = '']) => all.replaceAll(mark, () => ` (${said})`), cells);
  // A mark at what a row is about leaves its days as they are.
  return text.replace(
    /^(\|(?:\\.|[^|\\\n])*\|)(.*)$/gm,
    (_, first: string, rest: string) => first + noted(rest),
  );
}

/** Whether the page ends within a row of a table whose other rows are closed. */
function isCutOff(text: string): boolean {
  const lines = text.trimEnd().split('\n');
  const [before, last] = [lines.at(-2)?.trim() ?? '', lines.at(-1)?.trim() ?? ''];
  return last.startsWith('|') && before.startsWith('|') && before.endsWith('|') && !/[^\\]\|$/.test(last);
}

const BAR = /(?<!\\)\|/;

/** Whether a line is the row of dashes below a table's header. */
function isSeparator(line: string): boolean {
  const cells = line.split('|').map((cell) => cell.trim());
  const [first = '', ...others] = cells;
  const inner = [...(first === '' ? [] : [first]), ...(others.at(-1) === '' ? others.slice(0, -1) : others)];
  return cells.length > 1 && inner.length > 0 && inner.every((cell) => /^:?---+:?$/.test(cell));
}

/** Gives each table as many columns as its longest row: a parser drops what is beyond, or the whole table. */
function widened(text: string): string {
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const header = lines[index - 1];
    if (header === undefined || !isSeparator(line) || !BAR.test(header)) return;
    const following = lines.slice(index + 1);
    const end = following.findIndex((row) => !row.includes('|'));
    const rows = following.slice(0, end < 0 ? undefined : end);
    const columns = Math.max(...[header, line, ...rows].map(columnsOf));
    lines[index - 1] = `${header.trimEnd().replace(/\|?$/, '|')}${' |'.repeat(columns - columnsOf(header))}`;
    lines[index] = `${line.trimEnd().replace(/\|?$/, '|')}${'---|'.repeat(columns - columnsOf(line))}`;
  });
  return lines.join('\n');
}

function columnsOf(row: string): number {
  return row.trim().replace(/^\|/, '').replace(/\|$/, '').split(BAR).length;
}

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly tables: { header: Cell[]; rows: Cell[][] }[];
  readonly lines: Line[];
}

function inSections(tokens: readonly Token[]): readonly Section[] {
  let section: OpenSection = { title: '', level: 0, tables: [], lines: [] };
  const sections = [section];
  let depth = 0;
  let at: 'heading' | 'header' | 'row' | 'text' = 'text';
  for (const { type, tag, ...token } of tokens) {
    if (type.endsWith('list_open')) depth++;
    if (type.endsWith('list_close')) depth--;
    if (type === 'heading_open') at = 'heading';
    if (type === 'table_open') section.tables.push({ header: [], rows: [] });
    if (type === 'th_open') at = 'header';
    if (type === 'td_open') at = 'row';
    if (type === 'tr_open') section.tables.at(-1)?.rows.push([]);
    if (type === 'thead_close') section.tables.at(-1)?.rows.pop();
    if (type === 'paragraph_open') at = 'text';
    if (type === 'heading_close') {
      section = {
        title: section.lines.pop()?.text ?? '',
        level: Number(tag.slice(1)),
        tables: [],
        lines: [],
      };
      sections.push(section);
    }
    if (type === 'fence' || type === 'code_block') {
      section.lines.push(...token.content.split('\n').map((text) => ({ text, codes: [], depth })));
    }
    if (type !== 'inline') continue;
    const cells = linesOf(token.children ?? []);
    const [first = { text: '', codes: [] }] = cells;
    if (at === 'header') section.tables.at(-1)?.header.push(whole(cells));
    else if (at === 'row') section.tables.at(-1)?.rows.at(-1)?.push(whole(cells));
    else if (at === 'heading') section.lines.push({ ...first, depth });
    else section.lines.push(...cells.map((cell) => ({ ...cell, depth })));
  }
  return sections;
}

/** A cell is one line, whatever stands in it. */
function whole(cells: readonly Cell[]): Cell {
  return {
    text: cells.map(({ text }) => text).join(' '),
    codes: cells.flatMap(({ codes }) => codes),
  };
}

/** Stands before and behind words that are struck out. */
export const STRUCK = '~~';

function linesOf(children: readonly Token[]): readonly Cell[] {
  const lines: { text: string; codes: string[] }[] = [{ text: '', codes: [] }];
  for (const { type, content } of children) {
    const line = lines.at(-1);
    if (line === undefined) continue;
    if (type === 'softbreak' || type === 'hardbreak') lines.push({ text: '', codes: [] });
    if (type === 'text' || type === 'code_inline') line.text += content;
    if (type === 'code_inline') line.codes.push(content);
    // What is struck out was withdrawn: it must not read like what stands.
    if (type === 's_open' || type === 's_close') line.text += STRUCK;
  }
  return lines.map(({ text, codes }) => ({ text: text.trim(), codes }));
}
