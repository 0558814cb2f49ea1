// The licences of what is bundled: in the .vsix, one for each package, and no package without one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle } from '../cli/bundle.ts';
import { withFolder } from '../workspace/tempFolder.ts';

interface Notices {
  packagesOf(paths: readonly string[]): readonly string[];
  noticesOf(folders: readonly string[], root: string): Promise<string>;
}

const script = new URL('../../scripts/third-party-notices.mjs', import.meta.url);
const { noticesOf, packagesOf }: Notices = await import(script.href);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('third-party notices', () => {
  before(function () {
    this.timeout(120_000);
    buildBundle();
  });

  it('name every dependency that is bundled, each with the text of its licence', () => {
    const notices = readFileSync(join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const bundled = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) =>
      /^(?:zod|yaml|ignore|diff|mp4box|jsonc-parser|web-tree-sitter|google-auth-library|@vscode\/tree-sitter-wasm)$/.test(
        name,
      ),
    );
    assert.equal(bundled.length, 9);
    for (const name of bundled) assert.match(notices, new RegExp(`^${name} \\d\\S* \\(.+\\)$`, 'm'));
    for (const notice of notices.split(`\n${'-'.repeat(80)}\n\n`).slice(1))
      assert.match(notice, /permi|licen[cs]ed under|public domain/i, notice.split('\n')[0]);
  });

  it('are in the .vsix', () => {
    const vsce = join(ROOT, 'node_modules/.bin/vsce');
    const listed = execFileSync(vsce, ['ls', '--no-dependencies'], { cwd: ROOT, encoding: 'utf8' });
    assert.ok(listed.split('\n').includes('dist/THIRD-PARTY-NOTICES.txt'), listed);
  });

  it('take a package inside another one for itself', () => {
    const paths = ['node_modules/a/x.js', 'node_modules/a/node_modules/@b/c/y.js', 'src/cli.ts'];
    assert.deepEqual(packagesOf(paths), ['node_modules/a', 'node_modules/a/node_modules/@b/c']);
  });

  it('refuse a package that brings no licence', () =>
    withFolder({ 'node_modules/a/package.json': '{"name":"a","version":"1.0.0"}' }, async (folder) => {
      await assert.rejects(noticesOf(['node_modules/a'], folder), {
        message: 'a 1.0.0 brings no licence: it cannot be bundled.',
      });
    }));
});
