// Other tools that do some of the same work, at pinned versions, installed once into a folder of their own.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('tools', import.meta.url));

/** Installs the tools where they are missing; the absolute path of their node_modules. */
export function installedTools(): string {
  if (!existsSync(`${FOLDER}/node_modules/.package-lock.json`)) {
    console.log('Installing the tools to compare with (once, 100 MB) …');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['ci', ...quiet], { cwd: FOLDER, stdio: 'inherit' });
  }
  return `${FOLDER}/node_modules`;
}

/** The path of ripgrep 15, as VS Code ships it. */
export function ripgrep(): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return `${installedTools()}/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg${suffix}`;
}
