// The program of a document that is rewritten: its whole text, or the cells of a notebook one after the other.
import { applyEdits } from '../../audit/edits.ts';
import type { Language } from '../../detect/documents/languages/languages.ts';
import type { TextDocument } from '../../detect/types.ts';
import { partsOf, programSources, type Source } from '../../routes/sources.ts';
import type { Route, TextEdit } from '../../routes/types.ts';

export interface Program {
  readonly text: string;
  readonly language: Language;
  /** A route with the places that it has in the program; null where it is not part of it. */
  routeIn(route: Route): Route | null;
  /** Edits of the program as edits of the document; null where they would not come out the same. */
  inDocument(edits: readonly TextEdit[]): readonly TextEdit[] | null;
}

/** Null for documents of several languages, and for those that quote their programs. */
export function programOf(document: TextDocument): Program | null {
  const parts = partsOf(document);
  const [part, ...others] = parts;
  if (part === undefined) return null;
  const { language } = part;
  if (others.length === 0 && part.text === document.text)
    return { text: part.text, language, routeIn: (route) => route, inDocument: (edits) => edits };
  if (!/\.ipynb$/i.test(document.path)) return null;
  const cells = parts.find((one) => one.language.id === 'python');
  const source = pythonOf(document);
  return cells === undefined || source === undefined ? null : notebook(document, source, cells.language);
}

/** The text that a request is read in, be it one of several in its document, with the place that it has there. */
export function sourceWith(
  document: TextDocument,
  route: Route,
): { readonly source: Source; readonly start: number; readonly end: number } | null {
  for (const source of programSources(partsOf(document))) {
    const [start, end] = [offsetIn(route.start, source), offsetIn(route.end, source)];
    if (start !== null && end !== null) return { source, start, end };
  }
  return null;
}

const pythonOf = (document: TextDocument): Source | undefined =>
  programSources(partsOf(document)).find(({ language }) => language === 'python');

function notebook(document: TextDocument, source: Source, language: Language): Program {
  const moved = (edits: readonly TextEdit[]): readonly TextEdit[] =>
    edits.map(({ start, end, newText }) => {
      const from = source.sourceOffset(start);
      return { start: from, end: source.sourceOffset(end), newText: inStrings(newText, document.text, from) };
    });
  return {
    text: source.text,
    language,
    routeIn: (route) => routeIn(route, source),
    inDocument: (edits) => {
      const there = moved(edits);
      const after = { ...document, text: applyEdits(document.text, there) };
      return isJson(after.text) && pythonOf(after)?.text === applyEdits(source.text, edits) ? there : null;
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function routeIn(route: Route, source: Source): Route | null {
  const [start, end] = [offsetIn(route.start, source), offsetIn(route.end, source)];
  if (start === null || end === null) return null;
  const at = route.reference;
  if (at === null) return { ...route, start, end };
  const [from, to] = [offsetIn(at.start, source), offsetIn(at.end, source)];
  return from === null || to === null
    ? null
    : { ...route, start, end, reference: { ...at, start: from, end: to } };
}

/** The program's offset of an offset of the document; null where the program does not have it. */
function offsetIn(wanted: number, { text, sourceOffset }: Source): number | null {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOffset(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return sourceOffset(low) === wanted ? low : null;
}

/** Text within the strings of a cell: each line in a string of its own where the cell has it so. */
function inStrings(newText: string, text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const [, indent] = /^([ \t]*)"(?!source")/.exec(text.slice(lineStart, at)) ?? [];
  const lines = newText.split('\n').map((line) => JSON.stringify(line).slice(1, -1));
  return lines.join(indent === undefined ? '\\n' : `\\n",\n${indent}"`);
}
