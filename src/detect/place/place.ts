// What a file is for: a dead ID in production fails a request, elsewhere it only reads out of date.
import { once } from '../../once.ts';
import { within } from '../documents/comments.ts';
import { docstringSpans } from '../documents/docstrings.ts';
import type { FilePlace, TextDocument } from '../types.ts';
import { HEAD_LENGTH, MINIFIED_LENGTH, MINIFIED_LINE, TEXT_MARKS } from './marks.ts';
import { CAPITAL_TEST, FILE_NAMES, FOLDERS, SOURCE_FOLDER, TOP_OUTPUT } from './paths.ts';

/** A place and the clause that says why; production needs no evidence. */
export interface PlaceClaim {
  readonly place: FilePlace;
  readonly evidence: string | null;
}

export const PRODUCTION: PlaceClaim = { place: 'production', evidence: null };

/** Code in a docstring shows how something is called. */
export const DOCSTRING: PlaceClaim = { place: 'docs', evidence: 'a docstring' };

/**
 * The place of any offset of a document: that of the file, but for tests that stand beside what they test and for
 * docstrings.
 */
export function placesOf(document: TextDocument): (offset: number) => PlaceClaim {
  const whole = placeOfFile(document);
  if (whole.place !== 'production') return () => whole;
  if (/\.pyi?$/.test(document.path)) {
    const docstrings = once(() => docstringSpans(document.text));
    return (offset) => (within(docstrings(), offset) ? DOCSTRING : whole);
  }
  if (!/\.rs$/.test(document.path)) return () => whole;
  const from = document.text.search(/^[ \t]*#\[cfg\(test\)\][ \t\r]*\n\s*(?:pub\s+)?mod\b/m);
  const tests: PlaceClaim = { place: 'test', evidence: 'the module behind #[cfg(test)]' };
  return (offset) => (from >= 0 && offset > from ? tests : whole);
}

/** The place of a whole file, by its name, its folders and what its text says of itself. */
export function placeOfFile({ path, text, language }: TextDocument): PlaceClaim {
  return byName(path) ?? byFolder(path) ?? byText(path, text) ?? byLanguage(language) ?? PRODUCTION;
}

function byName(path: string): PlaceClaim | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const evidence = `the file name ${name}`;
  const mark = FILE_NAMES.find(({ pattern }) => pattern.test(name.toLowerCase()));
  if (mark !== undefined) return { place: outranked(mark.place, path), evidence };
  return CAPITAL_TEST.test(name) ? { place: 'test', evidence } : null;
}

/** Prose in a folder of recordings or of a build's output belongs to these. */
function outranked(place: FilePlace, path: string): FilePlace {
  if (place !== 'docs') return place;
  const folder = byFolder(path)?.place;
  return folder === 'recorded' || folder === 'generated' ? folder : place;
}

/** The strongest mark among the folders: what lies in `tests/cassettes` is a recording. */
function byFolder(path: string): PlaceClaim | null {
  const folders = path
    // `AppTests`, `VideoKitUITests`: the folders of Xcode and .NET.
    .replace(/[a-z](?:UI)?Tests(?=\/)/g, '-tests')
    // `com/example/…`: the package that every new project of Java begins with.
    .replace(/(?<=(?:^|\/)(?:com|org|net|io|dev|me)\/)examples?(?=\/)/gi, '-')
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== '..' && folder !== '.');
  for (const { place, pattern, path: names } of FOLDERS) {
    if (names !== undefined && !names.test(path)) continue;
    const folder = folders.find((one) => pattern.test(one));
    if (folder !== undefined) return { place, evidence: `the folder ${folder}` };
  }
  const source = folders.findIndex((folder) => SOURCE_FOLDER.test(folder));
  const output = folders.find((folder, index) => TOP_OUTPUT.test(folder) && (source < 0 || index < source));
  return output === undefined ? null : { place: 'generated', evidence: `the folder ${output}` };
}

function byText(path: string, text: string): PlaceClaim | null {
  const head = text.slice(0, HEAD_LENGTH);
  const mark = TEXT_MARKS.find((one) => (one.path?.test(path) ?? true) && one.pattern.test(head));
  if (mark !== undefined) return { place: mark.place, evidence: mark.evidence };
  return isMinified(path, text)
    ? { place: 'generated', evidence: 'its lines are those of a minifier' }
    : null;
}

function isMinified(path: string, text: string): boolean {
  if (text.length < MINIFIED_LENGTH || !/\.(?:[cm]?js|css)$/i.test(path)) return false;
  const lines = text.split('\n');
  return text.length / lines.length > MINIFIED_LINE;
}

/** Texts without a telling name, as editors hold them before they are saved. */
function byLanguage(language: string | undefined): PlaceClaim | null {
  if (language !== 'markdown' && language !== 'plaintext' && language !== 'restructuredtext') return null;
  return { place: 'docs', evidence: `the language ${language}` };
}
