// `veo-audit catalog refresh`: what Google and others publish today against the catalog, row by row.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { createCatalog } from '../catalog/catalog.ts';
import type { CatalogData, Day } from '../catalog/types.ts';
import { fetchedAnswers } from '../refresh/answers.ts';
import { overlayBetween } from '../refresh/overlay.ts';
import { READERS } from '../refresh/readers/index.ts';
import {
  type Answer,
  acceptRows,
  chosenRows,
  listsReadOn,
  NotAcceptedError,
  type Refresh,
  refreshFrom,
} from '../refresh/refresh.ts';
import { refreshJson, refreshText, sourceSentences } from '../refresh/report.ts';
import { type Difference, type Reader, SOURCE_NAMES } from '../refresh/types.ts';
import { messageOf } from '../thrown.ts';
import { replaceFile } from '../workspace/atomicWrite.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { acceptedFacts, BrokenOverlayError, writeOverlay } from '../workspace/overlayFile.ts';
import { readRegularText } from '../workspace/readRegularFile.ts';
import { readText } from '../workspace/readText.ts';
import { RecordPlaceError } from '../workspace/records.ts';
import { codeOf, reasonOf } from '../workspace/skipped.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { personHere } from './askTerminal.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

const OPTIONS = {
  from: { type: 'string' },
  save: { type: 'string' },
  source: { type: 'string', multiple: true },
  accept: { type: 'string', multiple: true },
  maintain: { type: 'boolean' },
  yes: { type: 'boolean' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
} as const;

/** The bundled facts in a checkout of this project. */
const BUNDLED = 'src/catalog/veo.yaml';

/** What a refresh needs from the world, which a test can put in the place of. */
export interface RefreshExtras {
  readonly fetch: typeof globalThis.fetch;
  /** Asks a person; undefined where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

type Context = Pick<CliContext, 'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr'> &
  Partial<Pick<CliContext, 'bundledCatalog'>>;

/** Runs the command; the exit status. */
export async function refreshCommand(
  args: readonly string[],
  context: Context,
  extras: RefreshExtras = { fetch, ask: personHere(context.env) },
): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'catalog');
  if (positionals.length > 0)
    throw new UsageError(`catalog refresh takes options only, not "${positionals[0]}".`);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const day = asOfOption(values['as-of'], context);
  const choices = (values.accept ?? []).flatMap((list) => list.split(',')).filter((choice) => choice !== '');
  if (values.maintain && choices.length === 0)
    throw new UsageError('--maintain needs --accept: it writes what is accepted.');
  const isNumbered = choices.some((choice) => /^\d+$/.test(choice));
  if (isNumbered && values.from === undefined)
    throw new UsageError(
      'Numbers of rows hold for saved answers alone: use --save DIR first and then --from DIR, or name rows by their ID.',
    );
  const readers = readersNamed(values.source);
  const base = await baseOf(context, values.maintain === true);
  const answers =
    values.from === undefined
      ? await askedAnswers(readers, values.yes === true, context, extras)
      : savedAnswers(readers, resolve(context.workingFolder, values.from), values.from);
  if (values.save !== undefined)
    saveAnswers(answers, resolve(context.workingFolder, values.save), values.save);
  const refresh = refreshFrom(base.current, answers, { day, saved: values.from !== undefined });
  for (const sentence of sourceSentences(refresh)) context.stderr(`${sentence}\n`);
  const isWhole = refresh.sources.every(({ state }) => state !== 'unreadable');
  const written = choices.length > 0 && isWhole ? await accept(choices, refresh, base, context) : null;
  context.stdout(format === 'json' ? refreshJson(refresh, written) : refreshText(refresh));
  if (written !== null) context.stderr(`Written to ${written}.\n`);
  if (!isWhole) {
    if (choices.length > 0)
      context.stderr('Nothing was accepted, since a source could not be read; leave it out by --source.\n');
    return EXIT.usage;
  }
  return choices.length === 0 && refresh.differences.some(isChange) ? EXIT.findings : EXIT.ok;
}

const isChange = ({ edit }: Difference): boolean => edit?.kind !== 'checked';

function readersNamed(names: readonly string[] | undefined): readonly Reader[] {
  if (names === undefined) return READERS;
  const wanted = names
    .flatMap((list) => list.split(','))
    .map((name) => wordOption(name, '--source', SOURCE_NAMES, 'gemini-deprecations'));
  return READERS.filter(({ name }) => wanted.includes(name));
}

/** What the sources are held against, and what accepted rows are written into. */
interface Base {
  readonly bundled: Catalog;
  readonly current: Catalog;
  readonly maintain: { readonly path: string; readonly text: string } | null;
  /** When the lists of models were read for what the workspace has already. */
  readonly listsReadOn: Day | null;
}

async function baseOf(context: Context, isMaintaining: boolean): Promise<Base> {
  const bundled = await (context.bundledCatalog ?? context.catalog)();
  if (isMaintaining) {
    const { data, ...maintain } = await bundledYaml(context.workingFolder);
    const catalog = createCatalog(data);
    return { bundled: catalog, current: catalog, maintain, listsReadOn: null };
  }
  try {
    const { catalog, overlay } = await acceptedFacts(nodeFiles(context.workingFolder), bundled);
    return { bundled, current: catalog, maintain: null, listsReadOn: overlay?.listsReadOn ?? null };
  } catch (error) {
    if (!(error instanceof BrokenOverlayError)) throw error;
    context.stderr(`${error.message} Accepting rows now replaces it.\n`);
    return { bundled, current: bundled, maintain: null, listsReadOn: null };
  }
}

async function bundledYaml(
  workingFolder: string,
): Promise<{ readonly path: string; readonly text: string; readonly data: CatalogData }> {
  const path = join(workingFolder, BUNDLED);
  if (!existsSync(path))
    throw new UsageError(`--maintain is for a checkout of this project: there is no ${BUNDLED}.`);
  const [{ parse }, { parseCatalog }] = await Promise.all([import('yaml'), import('../catalog/schema.ts')]);
  try {
    const text = readRegularText(path, 'config');
    return { path, text, data: parseCatalog(parse(text)) };
  } catch (error) {
    throw new UsageError(`${BUNDLED} cannot be used: ${messageOf(error)}`);
  }
}

async function askedAnswers(
  readers: readonly Reader[],
  yes: boolean,
  { stderr }: Context,
  { ask, fetch, timeoutMs, maxBytes }: RefreshExtras,
): Promise<readonly Answer[]> {
  stderr(
    `These addresses are read, and nothing is sent to them:\n${readers.map(({ url }) => `  ${url}\n`).join('')}`,
  );
  if (!yes && ask === undefined)
    throw new UsageError(
      'Nothing was read: add --yes to read these addresses, or --from DIR for saved answers.',
    );
  if (!yes && !(await ask?.('Read them now?'))) throw new UsageError('Nothing was read.');
  return fetchedAnswers(readers, {
    fetch,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}

function savedAnswers(readers: readonly Reader[], folder: string, shown: string): readonly Answer[] {
  const answers = readers.map(({ name, file }): Answer => {
    const path = join(folder, file);
    try {
      return { name, text: readRegularText(path, 'snapshot') };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { name, missing: `${shown} has no ${file}` };
      return { name, fault: reasonOf(error) };
    }
  });
  if (answers.every((answer) => 'missing' in answer))
    throw new UsageError(nothingSaved(folder, shown, readers));
  return answers;
}

function nothingSaved(folder: string, shown: string, readers: readonly Reader[]): string {
  try {
    readdirSync(folder);
  } catch (error) {
    return `${shown} cannot be read: ${codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error)}.`;
  }
  return `${shown} has no saved answer; its files are called ${readers.map(({ file }) => file).join(', ')}.`;
}

function saveAnswers(answers: readonly Answer[], folder: string, shown: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const answer of answers) {
      const file = READERS.find(({ name }) => name === answer.name)?.file;
      if (file !== undefined && 'text' in answer) writeFileSync(join(folder, file), answer.text);
    }
  } catch (error) {
    throw new UsageError(`The answers could not be saved in ${shown}: ${reasonOf(error)}.`);
  }
}

/** Writes the chosen rows and gives the file's place; null where they change nothing. @throws UsageError */
async function accept(
  choices: readonly string[],
  refresh: Refresh,
  { bundled, current, maintain, listsReadOn: before }: Base,
  { workingFolder }: Context,
): Promise<string | null> {
  try {
    const rows = chosenRows(refresh.differences, choices);
    if (rows.length === 0) return null;
    const next = acceptRows(current.data, rows, refresh);
    if (maintain !== null) return await writeBundled(maintain, current.data, next);
    const overlay = overlayBetween(bundled.data, next, listsReadOn(refresh, rows) ?? before);
    return overlay === null ? null : await writeOverlay(nodeFiles(workingFolder), overlay);
  } catch (error) {
    if (error instanceof NotAcceptedError || error instanceof RecordPlaceError)
      throw new UsageError(error.message);
    throw error;
  }
}

async function writeBundled(
  { path, text }: { readonly path: string; readonly text: string },
  before: CatalogData,
  after: CatalogData,
): Promise<string> {
  const { maintained } = await import('../refresh/maintain.ts');
  const there = readText(path);
  if (there.kind !== 'text' || there.content.text !== text)
    throw new UsageError(`${BUNDLED} was left as it is: it changed since it was read.`);
  const result = replaceFile(path, there.content, maintained(text, before, after));
  if (result.kind === 'refused') throw new UsageError(`${BUNDLED} was left as it is: ${result.reason}.`);
  return BUNDLED;
}
