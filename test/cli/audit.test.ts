// `audit` of the built command line: options, exit statuses, and which output goes where.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';
import { request } from './history.ts';

const ERROR = { 'error.py': 'm = "gemini/veo-3.0-generate-001"\n' };
const WARNING = { 'warning.py': 'm = "veo-9.0-generate-001"\n' };
const INFO = { 'info.py': 'm = "vertex_ai/veo-3.1-lite-generate-001"\n' };
const HINT = { 'hint.py': 'model = "veo3_fast"\n' };
const DAY = ['--as-of', '2026-11-21'];

describe('veo-audit audit', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('exits by --fail-on: each level counts what is as bad or worse', async () => {
    const levels = ['error', 'warning', 'info', 'never'];
    const wanted = [
      ['error', ERROR, [1, 1, 1, 0]],
      ['warning', WARNING, [0, 1, 1, 0]],
      ['info', INFO, [0, 0, 1, 0]],
      ['hint', HINT, [0, 0, 0, 0]],
    ] as const;
    for (const [name, files, statuses] of wanted) {
      await withFolder(files, (folder) => {
        const found = levels.map((level) => veoAudit(folder, 'audit', ...DAY, '--fail-on', level).status);
        assert.deepEqual(found, statuses, name);
        assert.equal(veoAudit(folder, 'audit', ...DAY).status, statuses[0], `${name} without --fail-on`);
      });
    }
  });

  it('does not fail on what is suppressed', async () => {
    const text = '# veo-audit-ignore shut-down-model -- kept\nm = "gemini/veo-3.0-generate-001"\n';
    await withFolder({ 'a.py': text }, (folder) => {
      assert.equal(veoAudit(folder, 'audit', ...DAY, '--fail-on', 'info').status, 0);
    });
  });

  it('prints text by default, without colours into a pipe and nothing on standard error', async () => {
    await withFolder({ ...ERROR, ...INFO }, (folder) => {
      const { stdout, stderr } = veoAudit(folder, 'audit', ...DAY);
      assert.equal(stderr, '');
      assert.ok(!stdout.includes('\u001b'), 'there are escape codes');
      assert.match(stdout, /^error\.py\n {2}1:13 {2}error {2}.*shut-down-model\n\ninfo\.py\n/);
      assert.match(
        stdout,
        /^2 findings: 1 error, 0 warnings, 1 info, 0 hints\.\n2 model IDs in 2 files, as of 2026-11-21 .*\n$/m,
      );
    });
  });

  it('says states in words where people read them', async () => {
    await withFolder({ 'a.py': request('veo-3.1-generate-001') }, (folder) => {
      const { stdout } = veoAudit(folder, 'audit', ...DAY, '--format', 'markdown');
      assert.match(stdout, /\| Vertex AI \| retirement window \|/);
    });
  });

  it('refuses a named path that could not be read, and only reports one that lies below', async () => {
    await withFolder({ ...INFO, 'src/a.py': 'a = 1\n' }, (folder) => {
      execFileSync('mkfifo', [join(folder, 'src/pipe')]);
      const named = veoAudit(folder, 'audit', 'info.py', 'src/pipe');
      assert.deepEqual([named.status, named.stdout], [2, '']);
      assert.match(named.stderr, /^veo-audit: src\/pipe could not be read: it is not a regular file .*\.\n$/);
      assert.equal(veoAudit(folder, 'checklist', 'src/pipe').status, 2);
      const below = veoAudit(folder, 'audit', ...DAY, 'src');
      assert.deepEqual([below.status, below.stderr.split('\n')[0]], [0, 'Skipped 1 file:']);
    });
  });

  it('audits the working folder when no path is named, otherwise only what is named', async () => {
    await withFolder({ ...ERROR, ...INFO }, (folder) => {
      assert.match(veoAudit(folder, 'audit', ...DAY).stdout, /error\.py/);
      assert.doesNotMatch(veoAudit(folder, 'audit', ...DAY, 'info.py').stdout, /error\.py/);
      assert.match(
        veoAudit(folder, 'audit', ...DAY, 'info.py', 'error.py').stdout,
        /error\.py[\s\S]*info\.py/,
      );
    });
  });

  it('writes the report to a file and keeps standard output empty', async () => {
    await withFolder(ERROR, (folder) => {
      const { status, stdout } = veoAudit(
        folder,
        'audit',
        ...DAY,
        '--format',
        'json',
        '--output',
        'report.json',
      );
      assert.equal(status, 1);
      assert.equal(stdout, '');
      const written: { findings: unknown[] } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
      assert.equal(written.findings.length, 1);
    });
  });

  it('reads dot-files and leaves out what is ignored, binary, in node_modules or in .git', async () => {
    const id = 'm = "gemini/veo-3.0-generate-001"\n';
    const files = {
      '.env': 'MODEL=gemini/veo-3.0-generate-001\n',
      '.github/workflows/ci.yml': 'model: gemini/veo-3.0-generate-001\n',
      '.gitignore': 'build/\n',
      'build/a.py': id,
      'src/.gitignore': 'b.py\n',
      'src/b.py': id,
      'src/c.py': id,
      'node_modules/x/d.py': id,
      '.git/HEAD': id,
      'e.bin': Buffer.concat([Buffer.from([0]), Buffer.from(id)]),
    };
    await withFolder(files, (folder) => {
      const shown = (...args: readonly string[]) => {
        const { stdout } = veoAudit(folder, 'audit', ...DAY, '--format', 'json', ...args);
        const report: { references: { file: string }[] } = JSON.parse(stdout);
        return report.references.map(({ file }) => file);
      };
      assert.deepEqual(shown(), ['.env', '.github/workflows/ci.yml', 'src/c.py']);
      assert.deepEqual(shown('--no-ignore'), [
        '.env',
        '.github/workflows/ci.yml',
        'build/a.py',
        'node_modules/x/d.py',
        'src/b.py',
        'src/c.py',
      ]);
    });
  });

  it('names each text file that was not read, with its reason, on standard error', async () => {
    await withFolder({ ...INFO, 'large.txt': Buffer.alloc(65 * 1024 * 1024, 'veo ') }, (folder) => {
      symlinkSync('.', join(folder, 'circle'));
      const { status, stdout, stderr } = veoAudit(folder, 'audit', ...DAY);
      assert.equal(status, 0);
      assert.equal(stderr, 'Skipped 1 file:\n  large.txt: it is larger than 64 MB\n');
      assert.match(stdout, /info\.py/);
    });
  });

  it('names a file whose requests could not be read, though it spells no ID', async () => {
    const deep = `await ai.models.generateVideos({ model: MODEL, prompt });\nconst x = ${'('.repeat(1500)}1${')'.repeat(1500)};\n`;
    await withFolder({ 'deep.ts': deep }, (folder) => {
      const { status, stderr } = veoAudit(folder, 'audit', ...DAY);
      assert.equal(status, 0);
      const why =
        'Requests in TypeScript were not read, because its brackets nest too deep: only the IDs are known.';
      assert.equal(stderr, `Read 1 file in part:\n  deep.ts: ${why}\n`);
    });
  });

  it('writes nothing beside the report', async () => {
    await withFolder(ERROR, (folder) => {
      veoAudit(folder, 'audit', ...DAY);
      assert.ok(!existsSync(join(folder, '.veo-audit')));
      assert.equal(readFileSync(join(folder, 'error.py'), 'utf8'), ERROR['error.py']);
    });
  });
});
