// Which files an import may mean.
import { folderOf, foldersAbove, heightOf, within } from './folders.ts';
import { aliasedBases, goPackageFolder } from './manifests.ts';
import { CONFIG } from './values/configFiles.ts';
import { TYPE } from './values/imported.ts';

const SCRIPT_ENDINGS = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '/index.ts', '/index.js'] as const;

/** A path with `.` and `..` resolved; null where it leads further out of the workspace than the file that names it. */
function normal(path: string, from: string): string | null {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || kept.length === 0 || kept.at(-1) === '..') kept.push(part);
    else kept.pop();
  }
  const resolved = (path.startsWith('/') ? '/' : '') + kept.join('/');
  return heightOf(resolved) > heightOf(from) || resolved.startsWith('/..') ? null : resolved;
}

/**
 * Paths to try in order for an import in `path`; empty for packages of others. `read` gives the files of the project
 * that say where its names lead.
 */
export async function moduleCandidates(
  path: string,
  source: string,
  read: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  if (source.startsWith(TYPE)) return typeCandidates(path, source.slice(TYPE.length));
  const found = await importCandidates(path, source, read);
  return [...new Set(found.map((one) => normal(one, path)).filter((one) => one !== null))];
}

function importCandidates(
  path: string,
  source: string,
  read: (path: string) => Promise<string | null>,
): readonly string[] | Promise<readonly string[]> {
  if (/\.(?:pyw?|ipynb)$/.test(path)) return pythonCandidates(path, source);
  if (/\.go$/.test(path)) return goCandidates(path, source, read);
  if (/\.php$/.test(path))
    return source.startsWith(CONFIG)
      ? foldersAbove(path).map((top) => within(top, `${source}.php`))
      : [within(folderOf(path), source)];
  return scriptCandidates(path, source, read);
}

/** The files of a Go package that its constants are most often in. */
async function goCandidates(
  path: string,
  source: string,
  read: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  // The first part of a path outside of Go's own library is a host.
  if (!/^[^/]*\./.test(source)) return [];
  const folder = await goPackageFolder(path, source, read);
  const name = source.slice(source.lastIndexOf('/') + 1);
  return folder === null ? [] : [name, ...FILES, 'model'].map((file) => within(folder, `${file}.go`));
}

/** Folders next to a file, and names of files, that hold the constants of a project. */
const FOLDERS = [
  '',
  '../',
  '../models/',
  '../constants/',
  '../config/',
  'models/',
  'Models/',
  '../Models/',
  '../Options/',
  '../Config/',
];
const FILES = ['models', 'Models', 'constants', 'Constants', 'const', 'consts', 'config', 'types', 'veo'];

/** Files that may declare a type in languages whose imports name none: under its own name first. */
function typeCandidates(path: string, type: string): readonly string[] {
  const ending = path.slice(path.lastIndexOf('.'));
  if (/^\.[cm]?[jt]sx?$/.test(ending)) return [];
  if (type.includes('.')) return packageCandidates(path, type, ending);
  const snake = type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
  const own = ending === '.dart' || ending === '.rs' || ending === '.rb' || ending === '.go' ? snake : type;
  const names = [...FOLDERS.map((folder) => folder + own), ...FILES];
  return names
    .map((name) => normal(within(folderOf(path), name + ending), path))
    .filter((one) => one !== null && one !== path) as readonly string[];
}

/** The file of a type by its package (`com.acme.Models`), under the folder that this file's own package starts in. */
function packageCandidates(path: string, type: string, ending: string): readonly string[] {
  const parts = type.split('.');
  const at = `/${path}`.indexOf(`/${parts[0]}/`);
  const root = at < 0 ? folderOf(path) : path.slice(0, Math.max(0, at - 1));
  const file = normal(within(root, `${at < 0 ? parts.at(-1) : parts.join('/')}${ending}`), path);
  return file === null || file === path ? [] : [file];
}

async function scriptCandidates(
  path: string,
  source: string,
  read: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const folder = folderOf(path);
  const bases = source.startsWith('.')
    ? [within(folder, source)]
    : [
        ...(await aliasedBases(path, source, read)),
        ...(/^[@~]\//.test(source) ? aliasBases(path, source.slice(2)) : []),
      ];
  return bases.flatMap((base) => {
    const bare = base.replace(/\.[cm]?jsx?$/, '');
    const typed = bare === base ? [] : [`${bare}.ts`, `${bare}.tsx`];
    return /\.(?:[cm]?[jt]sx?|json)$/.test(base)
      ? [base, ...typed]
      : SCRIPT_ENDINGS.map((ending) => base + ending);
  });
}

/** `@/x` stands for the source folder in most projects. */
function aliasBases(path: string, rest: string): readonly string[] {
  const parts = folderOf(path).split('/');
  const source = parts.lastIndexOf('src');
  if (source >= 0)
    return [[...parts.slice(0, source + 1), rest].join('/'), [...parts.slice(0, source), rest].join('/')];
  return foldersAbove(path).flatMap((top) => [within(top, `src/${rest}`), within(top, rest)]);
}

function pythonCandidates(path: string, source: string): readonly string[] {
  const dots = /^\.*/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(dots).replaceAll('.', '/');
  const folders = folderOf(path).split('/');
  const files = (base: string): readonly string[] => [`${base}.py`, `${base}/__init__.py`];
  if (dots > 0) {
    const base = folders.slice(0, folders.length - dots + 1).join('/');
    return inner === '' ? [within(base, '__init__.py')] : files(within(base, inner));
  }
  const roots = foldersAbove(path);
  return [...roots, ...roots.map((root) => within(root, 'src'))].flatMap((root) =>
    files(within(root, inner)),
  );
}

/** A file of JSON as the module that an import makes of it. */
export const jsonModule = (text: string): string => `module.exports = (${text}\n);`;
