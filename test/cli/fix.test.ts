// `--fix` and `--dry-run` of the built command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';

const DAY = ['--as-of', '2026-11-21'];
const FILES = {
  'a.ts': `const film = '😀';\nconst m = 'vertex_ai/veo-3.0-generate-001';\n`,
  'crlf.yaml': 'video:\r\n  model: vertex_ai/veo-3.0-fast-generate-001\r\n  seconds: 8\r\n',
  'no newline.py': `m = "vertex_ai/veo-3.0-generate-001"`,
  'folder/two.go': 'a := "vertex_ai/veo-3.1-generate-preview"\nb := "gemini/veo-3.1-generate-preview"\n',
  'alive.ts': `const m = 'vertex_ai/veo-3.1-lite-generate-001';\n`,
};
const FIXED = {
  'a.ts': `const film = '😀';\nconst m = 'vertex_ai/veo-3.1-generate-001';\n`,
  'crlf.yaml': 'video:\r\n  model: vertex_ai/veo-3.1-fast-generate-001\r\n  seconds: 8\r\n',
  'no newline.py': `m = "vertex_ai/veo-3.1-generate-001"`,
  'folder/two.go': 'a := "vertex_ai/veo-3.1-generate-001"\nb := "gemini/veo-3.1-generate-preview"\n',
  'alive.ts': FILES['alive.ts'],
};

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(FILES).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

describe('veo-audit audit --fix', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('replaces the IDs, keeps all else, and reports what is left', async () => {
    await withFolder(FILES, (folder) => {
      const { status, stdout, stderr } = veoAudit(folder, 'audit', ...DAY, '--fix');
      assert.deepEqual(contents(folder), FIXED);
      assert.equal(stderr, 'Fixed 4 findings in 4 files.\n');
      assert.equal(status, 1, 'the ID of the Gemini API is left');
      assert.match(stdout, /2:14 {2}error {2}veo-3\.1-generate-preview/);
      assert.match(stdout, /: 1 error,/);
    });
  });

  it('has nothing more to do the second time, and leaves nothing behind', async () => {
    await withFolder(FILES, (folder) => {
      veoAudit(folder, 'audit', ...DAY, '--fix');
      const times = () => Object.keys(FILES).map((file) => statSync(join(folder, file)).mtimeMs);
      const before = times();
      assert.match(veoAudit(folder, 'audit', ...DAY, '--fix').stderr, /Fixed 0 findings in 0 files/);
      assert.deepEqual(times(), before);
      assert.deepEqual(readdirSync(folder).sort(), [
        'a.ts',
        'alive.ts',
        'crlf.yaml',
        'folder',
        'no newline.py',
      ]);
    });
  });

  it('leaves alone what is suppressed', async () => {
    const text = `# veo-audit-ignore shut-down-model -- kept\nm = "vertex_ai/veo-3.0-generate-001"\n`;
    await withFolder({ 'a.py': text }, (folder) => {
      veoAudit(folder, 'audit', ...DAY, '--fix');
      assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), text);
    });
  });

  it('keeps a byte order mark, UTF-16 and permissions', async () => {
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from('m: vertex_ai/veo-3.0-generate-001\n'),
    ]);
    const wide = (id: string) => Buffer.from(`\uFEFFm = "vertex_ai/${id}"\r\n`, 'utf16le');
    await withFolder({ 'a.yaml': marked, 'b.py': wide('veo-3.0-generate-001') }, (folder) => {
      const mode = statSync(join(folder, 'a.yaml')).mode;
      veoAudit(folder, 'audit', ...DAY, '--fix');
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), '\uFEFFm: vertex_ai/veo-3.1-generate-001\n');
      assert.deepEqual(readFileSync(join(folder, 'b.py')), wide('veo-3.1-generate-001'));
      assert.equal(statSync(join(folder, 'a.yaml')).mode, mode);
    });
  });

  it('does not write a file whose bytes it could not read back, and says so', async () => {
    const latin = Buffer.from('caf\xe9 = "vertex_ai/veo-3.0-generate-001"\n', 'latin1');
    await withFolder({ 'a.py': latin }, (folder) => {
      const { status, stderr } = veoAudit(folder, 'audit', ...DAY, '--fix');
      assert.deepEqual(readFileSync(join(folder, 'a.py')), latin);
      assert.match(stderr, /^a\.py was left as it is: .+\nFixed 0 findings in 0 files\.\n$/);
      assert.equal(status, 1);
    });
  });
});

describe('veo-audit audit --dry-run', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('prints a diff that git applies to what --fix would write, and writes nothing', async () => {
    await withFolder(FILES, (folder) => {
      const { status, stdout, stderr } = veoAudit(folder, 'audit', ...DAY, '--dry-run');
      assert.equal(stderr, '');
      assert.equal(status, 1);
      assert.deepEqual(contents(folder), FILES);
      const git = (...args: readonly string[]) =>
        spawnSync('git', args, { cwd: folder, input: stdout, encoding: 'utf8' });
      git('init', '-q');
      assert.equal(git('apply', '--check', '-').stderr, '');
      assert.equal(git('apply', '--whitespace=nowarn', '-').status, 0);
      assert.deepEqual(contents(folder), FIXED);
    });
  });

  it('wins over --fix', async () => {
    await withFolder(FILES, (folder) => {
      assert.match(veoAudit(folder, 'audit', ...DAY, '--fix', '--dry-run').stdout, /^--- a\//);
      assert.deepEqual(contents(folder), FILES);
    });
  });

  it('prints no diff where nothing can be fixed, and says so', async () => {
    await withFolder({ 'a.py': 'm = "gemini/veo-3.0-generate-001"\n' }, (folder) => {
      const { stdout, stderr } = veoAudit(folder, 'audit', ...DAY, '--dry-run');
      assert.deepEqual([stdout, stderr], ['', 'No finding can be fixed by an edit alone.\n']);
    });
  });
});
