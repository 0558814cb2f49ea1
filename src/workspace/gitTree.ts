// A commit's files in a folder of their own, and which files were renamed. The checkout and its index stay as they are.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { GitError } from './gitError.ts';
import { isForeign } from './nodeFiles.ts';
import { RECORDS } from './recordRules.ts';

const run = promisify(execFile);

/** Folders of records that audits read. */
const OWN_RECORDS = ['evidence', 'gateways'];

/** The full hash of a ref's commit. @throws GitError */
export async function commitOf(ref: string, folder: string): Promise<string> {
  await git(['rev-parse', '--git-dir'], folder).catch((error) => {
    if (error.code === 'ENOENT')
      throw new GitError('git was not found. Install it, or compare two JSON reports');
    throw new GitError(`${folder} is in no git repository`);
  });
  const arguments_ = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const hash = await git(arguments_, folder).catch(() => '');
  if (hash.trim() !== '') return hash.trim();
  const shallow = (await git(['rev-parse', '--is-shallow-repository'], folder)).trim() === 'true';
  throw new GitError(
    shallow
      ? `"${ref}" is not in this shallow clone. Fetch it, for example with fetch-depth: 0`
      : `git knows no commit "${ref}"`,
  );
}

/** Does some work with a folder that holds the files of a commit below the current folder, and removes it again. */
export async function withTree<T>(
  commit: string,
  folder: string,
  work: (tree: string) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'veo-audit-'));
  try {
    const tree = join(home, 'tree');
    await mkdir(tree);
    const index = { GIT_INDEX_FILE: join(home, 'index') };
    const prefix = (await git(['rev-parse', '--show-prefix'], folder)).trim();
    const subtree = prefix === '' ? commit : `${commit}:${prefix.replace(/\/$/, '')}`;
    const isThere = await git(['cat-file', '-e', subtree], folder).then(
      () => true,
      () => false,
    );
    if (isThere) {
      const top = (await git(['rev-parse', '--show-toplevel'], folder)).trim();
      await git(['read-tree', subtree], top, index);
      await git(['checkout-index', '--all', '--force', `--prefix=${tree}/`], top, index);
    }
    await addOwnRecords(folder, tree);
    return await work(tree);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Adds the records that git ignores: they are of this machine and of no commit, so every commit is held against them. */
async function addOwnRecords(folder: string, tree: string): Promise<void> {
  const folders = OWN_RECORDS.map((name) => `${RECORDS}/${name}`);
  const asked = ['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--', ...folders];
  for (const path of (await git(asked, folder)).split('\0').filter((each) => each !== '')) {
    const to = join(tree, path);
    if (existsSync(to) || isForeign(join(folder, path))) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(folder, path), to);
  }
}

/** The new paths of renamed files by their old ones, relative to the folder. A null head is the working tree. */
export async function renamedFiles(
  base: string,
  head: string | null,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const sides = head === null ? [base] : [base, head];
  const output = await git(
    [
      'diff',
      '--no-ext-diff',
      '--no-textconv',
      '--relative',
      '--find-renames',
      '--diff-filter=R',
      '--name-status',
      '-z',
      ...sides,
      '--',
    ],
    folder,
  );
  const parts = output.split('\0');
  const renamed = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) renamed.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
  return renamed;
}

/** What a git command prints. */
async function git(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  // A repository's own settings start no program on the way.
  const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}
