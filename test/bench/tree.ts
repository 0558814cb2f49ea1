// Trees to read: real packages, installed once at pinned versions into a folder that git ignores, and this project itself.
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT, run } from './processes.ts';
import { ripgrep } from './tools.ts';

const PACKAGES = {
  '@ai-sdk/google': '2.0.44',
  '@fal-ai/client': '1.7.2',
  '@fluentui/react-icons': '2.0.315',
  '@google/genai': '1.30.0',
  '@mui/icons-material': '7.3.5',
  'aws-sdk': '2.1692.0',
  'date-fns': '4.1.0',
  googleapis: '166.0.0',
  lodash: '4.17.21',
  typescript: '5.9.3',
};

/** Paths that hold about half of the files and half of the bytes. */
export const HALF_TREE = ['@fluentui', 'aws-sdk', 'date-fns', '@mui/icons-material/esm'].map(
  (name) => `node_modules/${name}`,
);

const FOLDER = fileURLToPath(new URL('../../.cache/bench-tree', import.meta.url));

/** Installs the tree where it is missing; the absolute path of its folder. More than 80,000 files, about 500 MB. */
export function installedTree(): string {
  const manifest = `${FOLDER}/package.json`;
  const done = `${FOLDER}/node_modules/.package-lock.json`;
  if (existsSync(done)) return FOLDER;
  console.log('Installing the tree to scan (once, some minutes) …');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ private: true, dependencies: PACKAGES }, null, 2));
  const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet], { cwd: FOLDER, stdio: 'inherit' });
  return FOLDER;
}

/** Paths of the files of this project that hold "veo": sources, fixtures, pages. */
export function veoFiles(): readonly string[] {
  const { stdout } = run(ripgrep(), ['-uu', '-l', '-i', 'veo', 'src', 'test', 'docs'], { folder: PROJECT });
  return stdout
    .trim()
    .split('\n')
    .filter((path) => !path.includes('node_modules'))
    .sort();
}

/** A folder of `count` files that are links to those of the installed tree, a thousand to a folder; made once. */
export function treeOf(count: number): string {
  const folder = fileURLToPath(new URL(`../../.cache/bench-growth/${count}`, import.meta.url));
  if (existsSync(`${folder}/done`)) return folder;
  const root = installedTree();
  const { stdout } = run(ripgrep(), ['-uu', '--files', '--max-filesize', '20K', '.'], { folder: root });
  const files = stdout.trim().split('\n').sort();
  for (let index = 0; index < count; index++) {
    const path = files[index % files.length] ?? '';
    const into = `${folder}/${Math.floor(index / 1000)}`;
    if (index % 1000 === 0) mkdirSync(into, { recursive: true });
    linkSync(`${root}/${path}`, `${into}/${index}-${basename(path)}`);
  }
  writeFileSync(`${folder}/done`, '');
  return folder;
}
