// The folder `.veo-audit`, where runs, gateway checks and refreshes keep their records. Nothing that a record says becomes
// a path, and no link leads one out of the workspace.
import { t } from '../words/words.ts';
import { type Files, readInside } from './files.ts';
import type { FileKind } from './limits.ts';
import { RECORD_RULES, RECORDS } from './recordRules.ts';
import { reasonOf } from './skipped.ts';

/** Each kind of record has a folder of its name. The limit of its files. */
const KINDS = {
  catalog: 'snapshot',
  evidence: 'evidence',
  gateways: 'snapshot',
  journal: 'journal',
  probes: 'evidence',
  videos: 'video',
} as const satisfies Readonly<Record<string, FileKind>>;

export type RecordKind = keyof typeof KINDS;

/** A record would lie where none belongs. The message is a sentence for the user. */
export class RecordPlaceError extends Error {}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/** Whether a text can be the name of a record: one that this program makes, and no path. */
export function isRecordName(name: string): boolean {
  return NAME.test(name);
}

/** The path of a record in a folder. @throws RecordPlaceError where `name` is no plain name */
export function recordPath(folder: string, name: string): string {
  if (!isRecordName(name))
    throw new RecordPlaceError(t('{0} cannot be the name of a record.', JSON.stringify(name.slice(0, 80))));
  return `${folder}/${name}`;
}

/** The folder of a kind of records. */
export function recordFolder(kind: RecordKind): string {
  return `${RECORDS}/${kind}`;
}

/**
 * Makes ready for records of a kind: `.veo-audit` tells others about itself from its first record on.
 * @throws RecordPlaceError where a link leads out of the workspace
 */
export async function prepareRecords(files: Files, kind: RecordKind): Promise<void> {
  for (const folder of [RECORDS, recordFolder(kind)]) {
    const resolved = await files.resolve(folder);
    if ('outside' in resolved) throw leadsOut(folder, resolved.outside);
  }
  for (const { name, text } of RECORD_RULES) {
    const path = `${RECORDS}/${name}`;
    if ((await files.kindOf(path)) === null) await files.write(path, text).catch(() => undefined);
  }
}

function leadsOut(folder: string, to: string | null): RecordPlaceError {
  return new RecordPlaceError(
    to === null
      ? t('{0} or a folder in it is a link, which may lead out of the workspace: remove it', RECORDS)
      : t('{0} is a link out of the workspace, to {1}. Remove the link.', folder, to),
  );
}

/** Writes a record so that nobody ever sees half of it, and gives its path. An earlier one of the name is replaced. */
export async function writeRecord(
  files: Files,
  kind: RecordKind,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = recordPath(recordFolder(kind), name);
  await prepareRecords(files, kind);
  await files.write(path, content);
  return path;
}

/**
 * Writes a record for programs as `writeRecord` does; its `schema` names its format.
 * @throws RecordPlaceError where one of another format, as of a newer version, has the name
 */
export async function writeJsonRecord(
  files: Files,
  kind: RecordKind,
  name: string,
  record: { readonly schema: string },
): Promise<string> {
  const there = schemaOf((await readRecord(files, kind, recordPath(recordFolder(kind), name))).text);
  if (there !== null && there !== record.schema)
    throw new RecordPlaceError(t('{0} is of another version ({1}) and was left as it is.', name, there));
  return writeRecord(files, kind, name, `${JSON.stringify(record, null, 2)}\n`);
}

function schemaOf(text: string | null): string | null {
  try {
    const { schema }: { readonly schema?: unknown } = JSON.parse(text ?? '');
    return typeof schema === 'string' ? schema.slice(0, 80) : null;
  } catch {
    return null;
  }
}

/** A record that was looked for: its text, or null and the reason why it is not read, a clause. */
export interface ReadRecord {
  readonly path: string;
  readonly text: string | null;
  readonly reason: string;
}

/** Reads a record, or what a configuration names in its place, from inside of the workspace. */
export async function readRecord(files: Files, kind: RecordKind, path: string): Promise<ReadRecord> {
  try {
    const bytes = await readInside(files, path, KINDS[kind]);
    return { path, text: new TextDecoder().decode(bytes), reason: '' };
  } catch (error) {
    return { path, text: null, reason: reasonOf(error) };
  }
}

/** The paths of the JSON files of a kind, sorted; none where there is no such folder. */
export async function recordPaths(files: Files, kind: RecordKind): Promise<readonly string[]> {
  const folder = recordFolder(kind);
  const entries = await files.list(folder).catch(() => []);
  return entries.flatMap(({ name }) => (name.endsWith('.json') ? [`${folder}/${name}`] : [])).toSorted();
}

/** All records of a kind. */
export async function readRecords(files: Files, kind: RecordKind): Promise<readonly ReadRecord[]> {
  const paths = await recordPaths(files, kind);
  return Promise.all(paths.map((path) => readRecord(files, kind, path)));
}
