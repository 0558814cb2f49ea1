// The npm package: packed and installed into an empty folder, its command runs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle } from './bundle.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the npm package', function () {
  this.timeout(300_000);
  before(buildBundle);

  it('runs by npx from an empty folder, reads requests and writes the page', async () => {
    await withFolder({}, (folder) => {
      execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
      const [packed] = readdirSync(folder);
      writeFileSync(join(folder, 'package.json'), '{ "private": true }');
      execFileSync('npm', ['install', '--silent', '--offline', `./${packed}`], {
        cwd: folder,
        stdio: 'pipe',
      });
      writeFileSync(
        join(folder, 'a.py'),
        'client = genai.Client(vertexai=True)\nclient.models.generate_videos(model="veo-3.1-generate-001", prompt="x")\n',
      );
      const run = (...args: readonly string[]) =>
        spawnSync('npx', ['--no-install', 'veo-audit', ...args], { cwd: folder, encoding: 'utf8' });
      assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
      const { routes } = JSON.parse(run('audit', 'a.py', '--format', 'json').stdout);
      assert.equal(routes[0]?.surface, 'vertex-ai');
      assert.match(run('audit', 'a.py', '--format', 'html').stdout, /^<!doctype html>/);
    });
  });
});
