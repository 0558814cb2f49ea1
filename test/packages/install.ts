// Puts the pinned packages into a cache folder that git ignores, once for each lockfile.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PINNED = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/packages/', import.meta.url));
const FILES = ['package.json', 'package-lock.json'];
const DONE = join(CACHE, 'installed.json');
const OPTIONS = ['--ignore-scripts', '--omit=optional', '--legacy-peer-deps', '--no-audit', '--no-fund'];

/** The folder that holds the packages, installed when it is missing or the lockfile is another. */
export function installedPackages(): string {
  const lock = readFileSync(join(PINNED, 'package-lock.json'), 'utf8');
  if (!existsSync(DONE) || readFileSync(DONE, 'utf8') !== lock) {
    rmSync(CACHE, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    for (const file of FILES) copyFileSync(join(PINNED, file), join(CACHE, file));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['ci', ...OPTIONS], { cwd: CACHE, stdio: ['ignore', 'ignore', 'pipe'] });
    copyFileSync(join(PINNED, 'package-lock.json'), DONE);
  }
  return join(CACHE, 'node_modules');
}
