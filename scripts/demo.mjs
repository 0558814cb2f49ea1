// Opens the built extension on the samples, one root folder each: in the desktop VS Code where `code` is installed, otherwise in the
// browser through the VS Code server of the tests.
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const extension = resolve('.');
const workspace = resolve('samples/samples.code-workspace');

function hasDesktop() {
  return (
    spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
  );
}

const build = spawnSync('node', ['esbuild.mjs'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

if (hasDesktop()) {
  console.log('Opening the sample workspace in VS Code.');
  spawn('code', ['--new-window', `--extensionDevelopmentPath=${extension}`, workspace], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} else {
  const server = spawn('npx', ['--no-install', 'tsx', 'test/host/demo.ts', workspace], { stdio: 'inherit' });
  server.on('close', (code) => process.exit(code ?? 1));
}
