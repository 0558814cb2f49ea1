// Finds the files under the paths a user named, as ripgrep does: dot-files too, ignored ones not, links not followed.
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { withSlash } from './files.ts';
import { type IgnoreRules, isIgnored } from './ignoreMatching.ts';
import { rulesAround, rulesInside } from './ignoreRules.ts';
import { codeOf, NOT_REGULAR, reasonOf, type SkippedFile } from './skipped.ts';

export interface WalkOptions {
  /** Absolute; named paths and printed paths are relative to it. */
  readonly workingFolder: string;
  /** Read what .gitignore and .ignore files name, and `node_modules`. `.git` is left out all the same. */
  readonly noIgnore: boolean;
}

/** Files of one folder. A file is printed as `prefix + name`; `openFile` says where it lies. */
export interface FolderFiles {
  /** Empty for the working folder, otherwise with a slash at the end. */
  readonly prefix: string;
  readonly names: readonly string[];
}

/** A path was named that does not exist. The message is a sentence for the user. */
export class NoSuchPathError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`There is no file or folder "${path}".`);
    this.name = 'NoSuchPathError';
    this.path = path;
  }
}

interface Folder {
  readonly prefix: string;
  readonly rules: IgnoreRules;
}

/**
 * Yields the files of folder after folder, each file once; whoever needs an order sorts, once it is known what matters.
 * What can not be read is handed to `onSkipped`. Named files are yielded even when ignored; a named link is followed.
 * @throws NoSuchPathError before anything is yielded.
 */
export function* walk(
  paths: readonly string[],
  options: WalkOptions,
  onSkipped: (skipped: SkippedFile) => void,
): Generator<FolderFiles> {
  const { files, folders } = sortOut(paths, options, onSkipped);
  for (const file of files) {
    const start = file.lastIndexOf('/') + 1;
    yield { prefix: file.slice(0, start), names: [file.slice(start)] };
  }
  const seen = new Set<string>();
  for (const named of folders) {
    const stack: Folder[] = [named];
    for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
      if (seen.has(folder.prefix)) continue;
      seen.add(folder.prefix);
      const { names, subfolders } = list(folder, options, onSkipped);
      const fresh = files.size === 0 ? names : names.filter((name) => !files.has(folder.prefix + name));
      if (fresh.length > 0) yield { prefix: folder.prefix, names: fresh };
      for (const subfolder of subfolders) stack.push(subfolder);
    }
  }
}

/**
 * Where a printed file or prefix lies on the disk: an absolute path with forward slashes and without `..`, so that
 * ignore rules can be matched against it. A slash at the end stays.
 */
export function locate(workingFolder: string, printed: string): string {
  if (isAbsolute(printed)) return printed;
  if (!printed.startsWith('../')) return withSlash(slashed(workingFolder)) + printed;
  const resolved = slashed(resolve(workingFolder, printed));
  return printed.endsWith('/') ? withSlash(resolved) : resolved;
}

function sortOut(paths: readonly string[], options: WalkOptions, onSkipped: (skipped: SkippedFile) => void) {
  const files = new Set<string>();
  const folders: Folder[] = [];
  for (const path of paths) {
    const absolute = resolve(options.workingFolder, path);
    const printed = slashed(relative(options.workingFolder, absolute));
    const stat = statNamed(path, absolute);
    if (!(stat instanceof Object)) onSkipped({ file: printed, reason: stat });
    else if (stat.isDirectory()) folders.push(rootFolder(absolute, printed, options));
    else if (stat.isFile()) files.add(printed);
    else onSkipped({ file: printed, reason: NOT_REGULAR });
  }
  return { files, folders };
}

function rootFolder(absolute: string, printed: string, options: WalkOptions): Folder {
  const rules = options.noIgnore
    ? []
    : rulesAround(withSlash(slashed(absolute)), withSlash(slashed(options.workingFolder)));
  return { prefix: printed === '' ? '' : withSlash(printed), rules };
}

function statNamed(path: string, absolute: string): Stats | string {
  try {
    return statSync(absolute);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw new NoSuchPathError(path);
    return reasonOf(error);
  }
}

/** The files and folders inside a folder that are to be read. */
function list(folder: Folder, options: WalkOptions, onSkipped: (skipped: SkippedFile) => void) {
  const names: string[] = [];
  const subfolders: Folder[] = [];
  const location = locate(options.workingFolder, folder.prefix);
  const entries = readFolder(folder, location, onSkipped);
  const rules = options.noIgnore ? [] : rulesOf(folder, location, entries);
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isFile()) {
      if (rules.length === 0 || !isIgnored(rules, location + name, false)) names.push(name);
    } else if (entry.isDirectory()) {
      if (name === '.git' || (name === 'node_modules' && !options.noIgnore)) continue;
      if (rules.length > 0 && isIgnored(rules, location + name, true)) continue;
      subfolders.push({ prefix: `${folder.prefix}${name}/`, rules });
    } else if (!entry.isSymbolicLink() && !isIgnored(rules, location + name, false)) {
      onSkipped({ file: folder.prefix + name, reason: NOT_REGULAR });
    }
  }
  return { names, subfolders };
}

function readFolder(
  folder: Folder,
  location: string,
  onSkipped: (skipped: SkippedFile) => void,
): readonly Dirent[] {
  try {
    return readdirSync(location, { withFileTypes: true });
  } catch (error) {
    onSkipped({ file: folder.prefix === '' ? '.' : folder.prefix, reason: reasonOf(error) });
    return [];
  }
}

function rulesOf(folder: Folder, location: string, entries: readonly Dirent[]): IgnoreRules {
  const dotNames = entries.filter((entry) => entry.name.startsWith('.'));
  if (dotNames.length === 0) return folder.rules;
  const files = new Set(dotNames.filter((entry) => entry.isFile()).map((entry) => entry.name));
  const isRepository = dotNames.some((entry) => entry.name === '.git');
  return rulesInside(folder.rules, location, files, isRepository);
}

function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** Only a path on another Windows drive is printed whole. */
function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//i.test(path);
}
