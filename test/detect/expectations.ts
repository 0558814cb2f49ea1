// The labelled corpus: reads fixtures with their `.expect` sidecars, compares detection with them and scores it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reference, ReferenceKind, Role, TextDocument } from '../../src/detect/types.ts';

const CORPUS = fileURLToPath(new URL('../corpus/detect/', import.meta.url));
const SIDECAR = '.expect';
const KINDS = ['official', 'alias', 'unknown'] as const satisfies readonly ReferenceKind[];
const ROLES = ['code', 'config', 'comment', 'prose'] as const satisfies readonly Role[];
const ANY = '*';

/** One labelled reference. Line and column are 1-based, columns count UTF-16 code units and leave out a BOM. */
export interface Expectation {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** `*` where the label is debatable. */
  readonly kind: ReferenceKind | typeof ANY;
  /** A surface, `*` for any, or a surface with a closing `?` where `unknown` is right as well. */
  readonly surface: string;
  /** `*` where the label is debatable. */
  readonly role: Role | typeof ANY;
}

/** A fixture with its labels. `notes` says by line why something that looks like an ID is none. */
export interface CorpusFile {
  readonly document: TextDocument;
  readonly expected: readonly Expectation[];
  readonly notes: ReadonlyMap<number, string>;
}

/** A reference with the place that people and sidecars use. */
export interface Located {
  readonly line: number;
  readonly column: number;
  readonly reference: Reference;
}

/** A reference found where it was expected, and which of its fields disagree. */
export interface Match {
  readonly expectation: Expectation;
  readonly found: Located;
  readonly wrong: readonly ('kind' | 'surface' | 'role')[];
}

export interface Comparison {
  readonly matches: readonly Match[];
  readonly missed: readonly Expectation[];
  readonly unexpected: readonly Located[];
}

/** Shares between 0 and 1; 1 where nothing was to be found (recall) or nothing was found (precision). */
export interface Share {
  readonly expected: number;
  readonly found: number;
  readonly unexpected: number;
  readonly recall: number;
  readonly precision: number;
}

export interface Score {
  readonly all: Share;
  readonly byKind: Readonly<Record<ReferenceKind, Share>>;
  readonly byRole: Readonly<Record<Role, Share>>;
  readonly wrongKind: number;
  readonly wrongRole: number;
  /** References whose surface is stated, and stated wrongly. */
  readonly wrongSurface: number;
  /** References whose surface the text shows, but which were left `unknown`. */
  readonly silentSurface: number;
}

/** Reads the whole corpus, sorted by path. Throws where a fixture has no sidecar, or a sidecar no fixture. */
export function loadCorpus(): readonly CorpusFile[] {
  const files = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(CORPUS.length).replaceAll('\\', '/'))
    .sort();
  const fixtures = files.filter((file) => !file.endsWith(SIDECAR));
  const orphan = files.find(
    (file) => file.endsWith(SIDECAR) && !fixtures.includes(file.slice(0, -SIDECAR.length)),
  );
  if (orphan !== undefined) throw new Error(`${orphan} has no fixture`);
  return fixtures.map((path) => ({
    document: { path, text: readFileSync(join(CORPUS, path), 'utf8') },
    ...parseSidecar(readFileSync(join(CORPUS, path + SIDECAR), 'utf8'), path + SIDECAR),
  }));
}

/**
 * Parses a sidecar: lines `LINE:COLUMN text kind surface role`, sorted by place, and comments after `#`
 * (`# LINE why` explains a trap). `name` is for the message of the error that a malformed line throws.
 */
export function parseSidecar(text: string, name: string): Pick<CorpusFile, 'expected' | 'notes'> {
  const expected: Expectation[] = [];
  const notes = new Map<number, string>();
  for (const [index, line] of text.split('\n').entries()) {
    const note = /^# (\d+) (.+)$/.exec(line);
    if (note) notes.set(Number(note[1]), note[2] ?? '');
    if (line === '' || line.startsWith('#')) continue;
    const expectation = parseExpectation(line);
    if (!expectation)
      throw new Error(`${name}:${index + 1} is not «LINE:COLUMN text kind surface role»: ${line}`);
    expected.push(expectation);
  }
  return { expected, notes };
}

function parseExpectation(line: string): Expectation | null {
  const parts = /^(\d+):(\d+) (\S+) (official|alias|unknown|\*) (\S+) (code|config|comment|prose|\*)$/.exec(
    line,
  );
  if (!parts) return null;
  const [, row, column, text, kind, surface, role] = parts;
  return {
    line: Number(row),
    column: Number(column),
    text: text ?? '',
    kind: kind as Expectation['kind'],
    surface: surface ?? '',
    role: role as Expectation['role'],
  };
}

/** The lines of a text without their ends; a BOM is not part of the first one. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

/** Compares found references with the labels. Only place and exact text decide whether one is found. */
export function compare(file: CorpusFile, references: readonly Reference[]): Comparison {
  const found = references.map((reference) => locate(file.document.text, reference));
  const open = new Map(found.map((located) => [placeOf(located, located.reference.text), located]));
  const twice = found.filter((located) => open.get(placeOf(located, located.reference.text)) !== located);
  const matches: Match[] = [];
  const missed: Expectation[] = [];
  for (const expectation of file.expected) {
    const place = placeOf(expectation, expectation.text);
    const located = open.get(place);
    open.delete(place);
    if (located)
      matches.push({ expectation, found: located, wrong: wrongFields(expectation, located.reference) });
    else missed.push(expectation);
  }
  return { matches, missed, unexpected: [...open.values(), ...twice] };
}

function placeOf(at: { readonly line: number; readonly column: number }, text: string): string {
  return `${at.line}:${at.column} ${text}`;
}

function locate(text: string, reference: Reference): Located {
  const before = text.slice(0, reference.start).replace(/^\uFEFF/, '');
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, reference };
}

function wrongFields(expectation: Expectation, reference: Reference): Match['wrong'] {
  const fits = {
    kind: expectation.kind === ANY || expectation.kind === reference.kind,
    surface: surfaceFits(expectation.surface, reference.surface),
    role: expectation.role === ANY || expectation.role === reference.role,
  };
  return (['kind', 'surface', 'role'] as const).filter((field) => !fits[field]);
}

function surfaceFits(expected: string, actual: string): boolean {
  if (expected === ANY || expected === actual) return true;
  return expected.endsWith('?') && (actual === 'unknown' || actual === expected.slice(0, -1));
}

/** What is wrong, one entry a line with the source beneath it; empty where detection agrees with the labels. */
export function describe(file: CorpusFile, comparison: Comparison): readonly string[] {
  const lines = linesOf(file.document.text);
  const source = (line: number) => `             | ${shorten(lines[line - 1] ?? '')}`;
  const entries = [
    ...comparison.missed.map((missed) => ({
      line: missed.line,
      texts: [`  missed     ${labelOf(missed)}`, source(missed.line)],
    })),
    ...comparison.unexpected.map((located) => ({
      line: located.line,
      texts: [
        `  unexpected ${labelOf({ ...located, ...located.reference })}`,
        source(located.line),
        ...(file.notes.has(located.line) ? [`             # ${file.notes.get(located.line)}`] : []),
      ],
    })),
    ...comparison.matches
      .filter((match) => match.wrong.length > 0)
      .map(({ expectation, found, wrong }) => ({
        line: expectation.line,
        texts: [
          `  wrong      ${placeOf(expectation, expectation.text)}: ${wrong
            .map((field) => `${field} ${found.reference[field]}, expected ${expectation[field]}`)
            .join('; ')}`,
          source(expectation.line),
        ],
      })),
  ];
  return entries.sort((a, b) => a.line - b.line).flatMap((entry) => entry.texts);
}

function labelOf(label: Expectation): string {
  return `${placeOf(label, label.text)} ${label.kind} ${label.surface} ${label.role}`;
}

function shorten(line: string): string {
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

/** Recall and precision over many files. A debatable label counts under what detection called it. */
export function score(comparisons: readonly Comparison[]): Score {
  const matches = comparisons.flatMap((comparison) => comparison.matches);
  const missed = comparisons.flatMap((comparison) => comparison.missed);
  const unexpected = comparisons.flatMap((comparison) => comparison.unexpected);
  const shareWhere = (fits: (label: Pick<Expectation, 'kind' | 'role'>) => boolean): Share =>
    share(
      matches.filter((match) => fits(settled(match))).length,
      missed.filter(fits).length,
      unexpected.filter((located) => fits(located.reference)).length,
    );
  const wrong = (field: 'kind' | 'role') => matches.filter((match) => match.wrong.includes(field)).length;
  const surfaces = matches.filter((match) => match.wrong.includes('surface'));
  const silent = surfaces.filter((match) => match.found.reference.surface === 'unknown').length;
  return {
    all: shareWhere(() => true),
    byKind: record(KINDS, (kind) => shareWhere((label) => label.kind === kind)),
    byRole: record(ROLES, (role) => shareWhere((label) => label.role === role)),
    wrongKind: wrong('kind'),
    wrongRole: wrong('role'),
    wrongSurface: surfaces.length - silent,
    silentSurface: silent,
  };
}

function settled({ expectation, found }: Match): Pick<Expectation, 'kind' | 'role'> {
  return {
    kind: expectation.kind === ANY ? found.reference.kind : expectation.kind,
    role: expectation.role === ANY ? found.reference.role : expectation.role,
  };
}

function share(found: number, missed: number, unexpected: number): Share {
  const expected = found + missed;
  return {
    expected,
    found,
    unexpected,
    recall: expected === 0 ? 1 : found / expected,
    precision: found + unexpected === 0 ? 1 : found / (found + unexpected),
  };
}

function record<K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
