// Puts pinned packages into a cache folder that git ignores, once for each lockfile.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = ['package.json', 'package-lock.json'];
const OPTIONS = ['--ignore-scripts', '--omit=optional', '--legacy-peer-deps', '--no-audit', '--no-fund'];

/**
 * The folder that holds the packages that a lockfile under `test` pins, installed when it is missing or the lockfile is
 * another.
 * @param name the folder of the lockfile, relative to `test`
 */
export function installedPackages(name: string): string {
  const pinned = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const cache = fileURLToPath(new URL(`../.cache/${name}`, import.meta.url));
  const lock = readFileSync(join(pinned, 'package-lock.json'), 'utf8');
  const isThere = (): boolean => {
    const done = join(cache, 'installed.json');
    return existsSync(done) && readFileSync(done, 'utf8') === lock;
  };
  if (!isThere()) {
    // Test files run side by side: each installs into a folder of its own, and the first one that is done gives it the name.
    const own = `${cache}.${process.pid}`;
    mkdirSync(own, { recursive: true });
    for (const file of FILES) copyFileSync(join(pinned, file), join(own, file));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['ci', ...OPTIONS], { cwd: own, stdio: ['ignore', 'ignore', 'pipe'] });
    copyFileSync(join(pinned, 'package-lock.json'), join(own, 'installed.json'));
    if (!isThere()) {
      rmSync(cache, { recursive: true, force: true });
      renameSync(own, cache);
    } else rmSync(own, { recursive: true });
  }
  return join(cache, 'node_modules');
}
