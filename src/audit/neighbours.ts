// What stands around a reference: the brackets that hold it and the lines beside it.
import { languageOfPath } from '../detect/documents/languages/fileNames.ts';
import type { LanguageId } from '../detect/documents/languages/languages.ts';
import { keyBefore } from '../detect/keyBefore.ts';
import type { TextDocument } from '../detect/types.ts';
import type { Place } from '../routes/types.ts';

/** How far a bracket is followed, in UTF-16 code units. */
const REACH = 4000;

/** How many brackets up what stands beside a reference counts. */
const LEVELS = 3;

/** How many lines of a paragraph are looked at to each side. */
const LINES = 30;

/** The stretches of a text in which an ID beside another one may be a duplicate of it: its brackets, its paragraph. */
export function neighbourhood({ path, text }: TextDocument, reference: Place): readonly Place[] {
  // The brackets of a notebook are those of its JSON.
  if (path.endsWith('.ipynb')) return [{ start: lineStart(text, reference), end: lineEnd(text, reference) }];
  const held = brackets(text, reference.start, LEVELS);
  const { id } = languageOfPath(path);
  if (!KEEPS_BLOCKS.has(id)) return held;
  return [...held, (id === 'yaml' ? ownRow(text, reference) : null) ?? paragraph(text, reference)];
}

/** The key by which a row of a list is asked for. */
const ROW_NAME =
  /^[ \t]{0,80}(?:-[ \t]{1,8})?(?:model_name|name|alias)[ \t]{0,8}:[ \t]{0,8}["']?([^"'#\s]{1,120})/m;

/**
 * The row of a YAML list that holds a reference, where it has a name of its own that no other row has: what stands in
 * the others is asked for by other names. Null for other text.
 */
function ownRow(text: string, reference: Place): Place | null {
  const before = text.slice(Math.max(0, reference.start - REACH), lineEnd(text, reference)).split('\n');
  let indent = Number.POSITIVE_INFINITY;
  let start = lineEnd(text, reference);
  for (const line of before.toReversed()) {
    start -= line.length + (start === lineEnd(text, reference) ? 0 : 1);
    if (line.trim() === '') continue;
    const own = line.length - line.trimStart().length;
    const opens = line.trimStart().startsWith('- ') && own < indent;
    indent = Math.min(indent, own);
    if (!opens) continue;
    const end = endOfRow(text, start + line.length, own);
    const name = ROW_NAME.exec(text.slice(start, end))?.[1];
    if (name !== undefined) return isOnlyName(text, name, start) ? { start, end } : null;
  }
  return null;
}

/** Where the lines end that are indented deeper than the dash of their row. */
function endOfRow(text: string, from: number, indent: number): number {
  const after = text.slice(from, from + REACH).split('\n');
  let end = from + (after[0] ?? '').length;
  for (const line of after.slice(1)) {
    if (line.trim() !== '' && line.length - line.trimStart().length <= indent) break;
    end += line.length + 1;
  }
  return end;
}

/** How far to each side rows of the same name are looked for, in UTF-16 code units. */
const ROWS_REACH = 20_000;

const isOnlyName = (text: string, name: string, at: number): boolean =>
  text
    .slice(Math.max(0, at - ROWS_REACH), at + ROWS_REACH)
    .split('\n')
    .filter((line) => ROW_NAME.exec(line)?.[1] === name).length === 1;

/** Formats whose maps are blocks of lines, and Go, where two equal constants cannot be cases of one switch. */
const KEEPS_BLOCKS: ReadonlySet<LanguageId> = new Set([
  'yaml',
  'toml',
  'ini',
  'properties',
  'env',
  'terraform',
  'go',
  'ruby',
]);

const lineStart = (text: string, { start }: Place): number => text.lastIndexOf('\n', start - 1) + 1;

function lineEnd(text: string, { end }: Place): number {
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at;
}

function brackets(text: string, at: number, levels: number): readonly Place[] {
  const found: Place[] = [];
  let depth = 0;
  for (let index = at - 1; index >= Math.max(0, at - REACH) && found.length < levels; index--) {
    const char = text[index];
    if (char === ')' || char === ']' || char === '}') depth++;
    else if (char === '(' || char === '[' || char === '{') {
      if (depth === 0) found.push({ start: index, end: closing(text, index + 1) });
      else depth--;
    }
  }
  return found;
}

function closing(text: string, from: number): number {
  let depth = 0;
  const ceiling = Math.min(text.length, from + REACH);
  for (let index = from; index < ceiling; index++) {
    const char = text[index];
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (depth === 0) return index + 1;
      depth--;
    }
  }
  return ceiling;
}

/** The lines around a reference up to an empty one. */
function paragraph(text: string, { start, end }: Place): Place {
  const above = text.slice(Math.max(0, start - REACH), start).split('\n');
  const below = text.slice(end, end + REACH).split('\n');
  const isEmpty = (line: string): boolean => line.trim() === '';
  const first = Math.max(
    above.length - LINES,
    above.findLastIndex((line, index) => index < above.length - 1 && isEmpty(line)) + 1,
  );
  const next = below.findIndex((line, index) => index > 0 && isEmpty(line));
  const last = Math.min(LINES, next < 0 ? below.length : next);
  return {
    start: start - above.slice(first).join('\n').length,
    end: end + below.slice(0, last).join('\n').length,
  };
}

/** Whether an ID stands in one of some stretches, not as a part of a longer one. */
export function isMentioned(stretches: readonly Place[], text: string, id: string): boolean {
  return stretches.some(({ start, end }) => {
    const stretch = text.slice(start, end + id.length);
    for (let at = stretch.indexOf(id); at >= 0 && start + at < end; at = stretch.indexOf(id, at + 1)) {
      const after = text[start + at + id.length] ?? '';
      if (!/[\w-]/.test(text[start + at - 1] ?? '') && !/[\w-]/.test(after)) return true;
    }
    return false;
  });
}

/** The version of Veo that a name speaks of (`VEO_3_0_MODEL`: `3.0`, `veo2Model`: `2`); null where it names none. */
export function versionOf(name: string): string | null {
  const version = /veo[_-]?v?(\d)(?:[_.-]?(\d)(?!\d))?/i.exec(name);
  if (version === null) return null;
  return version[2] === undefined ? (version[1] ?? null) : `${version[1]}.${version[2]}`;
}

/**
 * A version other than that of `model` that the innermost braces, their key, the line of a reference or the label of
 * its case speak of. Whole IDs do not count: they are changed themselves.
 */
export function versionBeside(text: string, reference: Place, model: string): string | null {
  const [inner] = brackets(text, reference.start, 1);
  const isObject = inner !== undefined && text[inner.start] === '{' && inner.end - inner.start < 600;
  const { start, end } = isObject ? inner : lineWithLabel(text, reference);
  const key = isObject ? (keyBefore(text, start) ?? '') : '';
  const beside = `${key} ${text.slice(start, reference.start)} ${text.slice(reference.end, end)}`;
  for (const match of beside.matchAll(/(?<![\w/])veo[ _-]?v?(\d)(?:[._](\d)(?!\d))?(?![\w.-]*-generate)/gi)) {
    const version = match[2] === undefined ? (match[1] ?? '') : `${match[1]}.${match[2]}`;
    if (!model.includes(`veo-${version}`)) return version;
  }
  return null;
}

/** What a line begins with that goes on with the statement of the line above it: `? a`, `: b`, `|| c`, `else d`. */
const GOES_ON = /^\s*(?:[?:|&]|or\b|else\b|and\b)/;

/** The line of a reference with those that it continues and that continue it. */
export function statementAround(text: string, reference: Place): Place {
  let start = lineStart(text, reference);
  for (let step = 0; step < LINES && start > 0 && GOES_ON.test(text.slice(start, start + 80)); step++)
    start = lineStart(text, { start: start - 1, end: start });
  let end = lineEnd(text, reference);
  for (let step = 0; step < LINES && GOES_ON.test(text.slice(end + 1, end + 81)); step++)
    end = lineEnd(text, { start: end, end: end + 1 });
  return { start, end };
}

/** The line of a reference, from the line above where that is the label of its case (`when "veo-3.0"`, `case 'veo-3.0':`). */
function lineWithLabel(text: string, reference: Place): Place {
  const start = lineStart(text, reference);
  const above = lineStart(text, { start: start - 1, end: start });
  const isLabel = start > 0 && /^\s{0,80}(?:when|case)\b/.test(text.slice(above, start));
  return { start: isLabel ? above : start, end: lineEnd(text, reference) };
}
