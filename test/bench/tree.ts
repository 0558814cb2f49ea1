// A large tree of real packages, installed once at pinned versions into a folder that git ignores.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
