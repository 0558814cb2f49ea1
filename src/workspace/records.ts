// The folder `.veo-audit`, where runs and snapshots keep their records. Nothing that a record says becomes a path, and no
// link leads one out of the workspace.
import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FileKind } from './limits.ts';
import { readRegularText } from './readRegularFile.ts';
import { RECORD_RULES, RECORDS } from './recordRules.ts';
import { codeOf, UnreadableFileError } from './skipped.ts';

/** A record would lie where none belongs. The message is a sentence for the user. */
export class RecordPlaceError extends Error {}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/** Whether a text can be the name of a record: one that this program makes, and no path. */
export function isRecordName(name: string): boolean {
  return NAME.test(name);
}

/** The path of a record in its folder. @throws RecordPlaceError where `name` is no plain name */
export function recordPath(folder: string, name: string): string {
  if (!isRecordName(name))
    throw new RecordPlaceError(`${JSON.stringify(name.slice(0, 80))} cannot be the name of a record.`);
  return join(folder, name);
}

/**
 * Makes a folder for records, with what `.veo-audit` tells others about itself.
 * @throws RecordPlaceError where a link leads out of the workspace
 */
export async function makeRecordFolder(folder: string): Promise<void> {
  const own = ownFolderOf(folder);
  if (own !== null) requireInside(own.path, own.workspace);
  await mkdir(folder, { recursive: true });
  if (own === null) return;
  requireInside(folder, own.workspace);
  for (const { name, text } of RECORD_RULES)
    await writeFile(join(own.path, name), text, { flag: 'wx' }).catch(() => undefined);
}

/** Writes a record so that nobody ever sees half of it, and gives its path. An earlier one of the name is replaced. */
export async function writeRecord(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = recordPath(folder, name);
  await makeRecordFolder(folder);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  return path;
}

/**
 * Writes a record for programs as `writeRecord` does; its `schema` names its format.
 * @throws RecordPlaceError where one of another format, as of a newer version, has the name
 */
export async function writeJsonRecord(
  folder: string,
  name: string,
  kind: FileKind,
  record: { readonly schema: string },
): Promise<string> {
  const there = schemaOf(recordPath(folder, name), kind);
  if (there !== null && there !== record.schema)
    throw new RecordPlaceError(`${name} is of another version (${there}) and was left as it is.`);
  return writeRecord(folder, name, `${JSON.stringify(record, null, 2)}\n`);
}

function schemaOf(path: string, kind: FileKind): string | null {
  try {
    const { schema }: { readonly schema?: unknown } = JSON.parse(readRegularText(path, kind));
    return typeof schema === 'string' ? schema.slice(0, 80) : null;
  } catch {
    return null;
  }
}

/** Whether something that is no file of its own, such as a link, has the name of a record. */
export function isForeign(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

/**
 * The text of a file of a workspace, by its path in it.
 * @throws UnreadableFileError where it lies outside of the workspace, after links too; otherwise as `readRegularFile`
 */
export function readInside(workspace: string, path: string, kind: FileKind): string {
  const real = realpathSync(resolve(workspace, path));
  if (!isInside(real, realpathSync(workspace)))
    throw new UnreadableFileError('it lies outside of the workspace');
  return readRegularText(real, kind);
}

/** As `readInside`; null where the file cannot be read, for readers that go on without it. */
export function readInsideIfAny(workspace: string, path: string, kind: FileKind): string | null {
  try {
    return readInside(workspace, path, kind);
  } catch {
    return null;
  }
}

function ownFolderOf(folder: string): { readonly path: string; readonly workspace: string } | null {
  const parts = resolve(folder).split(sep);
  const at = parts.lastIndexOf(RECORDS);
  if (at < 0) return null;
  return {
    path: parts.slice(0, at + 1).join(sep),
    workspace: parts.slice(0, at).join(sep) || sep,
  };
}

function requireInside(folder: string, workspace: string): void {
  const real = realPathOf(folder);
  if (real !== null && !isInside(real, realpathSync(workspace)))
    throw new RecordPlaceError(`${folder} is a link out of the workspace, to ${real}. Remove the link.`);
}

/** Null where nothing is there yet. */
function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
