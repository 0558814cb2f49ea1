// Standard input as a document, how much is printed, and what shells complete, with the built command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const DEAD = 'veo-3.0-generate-001';

/** Two files: one with an ID that was shut down, one with an ID that may be retired any day. */
const FILES = {
  'dead.py': `from google import genai\nmodel = "${DEAD}"\ngenai.Client(vertexai=True).models.generate_videos(model=model, prompt="x")\n`,
  'living.ts': `import { GoogleGenAI } from '@google/genai';\nnew GoogleGenAI({ vertexai: true }).models.generateVideos({ model: 'veo-3.1-generate-001', prompt: 'x' });\n`,
};

function piped(folder: string, input: string | Buffer, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'audit', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

const AS_OF = ['--as-of', '2026-11-24'];

describe('audit --stdin', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('says of standard input what it says of a file with that text', async () => {
    await withFolder(FILES, (folder) => {
      const file = veoAudit(folder, 'audit', 'dead.py', '--format', 'json', ...AS_OF);
      const input = piped(
        folder,
        FILES['dead.py'],
        '--stdin',
        '--stdin-filename',
        'dead.py',
        '--format',
        'json',
        ...AS_OF,
      );
      assert.equal(input.stdout, file.stdout);
      assert.equal(input.status, 1);
    });
  });

  it('needs no file of that name, and takes its language from it', async () => {
    await withFolder({}, (folder) => {
      const input = ['--stdin', '--stdin-filename', `${folder}/new/render.py`, '--format', 'json', ...AS_OF];
      const { routes, references } = JSON.parse(piped(folder, FILES['dead.py'], ...input).stdout);
      assert.equal(references[0].file, 'new/render.py');
      assert.equal(routes[0].model, DEAD);
    });
  });

  it('reads UTF-16, and is silent on bytes that are no text', async () => {
    await withFolder({}, (folder) => {
      const utf16 = Buffer.from(`\uFEFF${FILES['dead.py']}`, 'utf16le');
      assert.match(piped(folder, utf16, '--stdin', '--stdin-filename', 'a.py', ...AS_OF).stdout, /a\.py/);
      const binary = piped(
        folder,
        Buffer.from([0x76, 0x65, 0x6f, 0, 1]),
        '--stdin',
        '--stdin-filename',
        'a.bin',
      );
      assert.deepEqual([binary.status, binary.stderr], [0, '']);
    });
  });

  it('shows a fix as a diff', async () => {
    await withFolder({}, (folder) => {
      const { stdout } = piped(
        folder,
        FILES['dead.py'],
        '--stdin',
        '--stdin-filename',
        'a.py',
        '--dry-run',
        ...AS_OF,
      );
      assert.match(stdout, /^-model = "veo-3\.0-generate-001"\n\+model = "veo-3\.1-generate-001"$/m);
    });
  });

  for (const [args, sentence] of [
    [['--stdin'], '--stdin needs --stdin-filename FILE: the name says which language it is.'],
    [['--stdin-filename', 'a.py'], '--stdin-filename is for --stdin, which is missing.'],
    [
      ['--stdin', '--stdin-filename', 'a.py', 'src'],
      '--stdin takes no paths: it audits standard input alone.',
    ],
    [
      ['--stdin', '--stdin-filename', 'a.py', '--fix'],
      '--fix writes files; for standard input use --dry-run, which prints a diff.',
    ],
  ] as const) {
    it(`refuses ${args.join(' ')} in a sentence`, () => {
      const { status, stdout, stderr } = piped(tmpdir(), '', ...args);
      assert.deepEqual([status, stdout, stderr], [2, '', `veo-audit: ${sentence}\n`]);
    });
  }
});

describe('how much audit prints', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('with --summary is the sums alone', async () => {
    await withFolder(FILES, (folder) => {
      const { stdout, status } = veoAudit(folder, 'audit', '--summary', ...AS_OF);
      assert.equal(status, 1);
      assert.match(stdout, /^\d+ findings: 1 error, /);
      assert.equal(stdout.trimEnd().split('\n').length, 2);
    });
  });

  it('with --quiet is what fails alone', async () => {
    await withFolder(FILES, (folder) => {
      const { stdout, status } = veoAudit(folder, 'audit', '--quiet', ...AS_OF);
      assert.equal(status, 1);
      assert.match(stdout, /^dead\.py\n/);
      assert.doesNotMatch(stdout, /living\.ts|findings/);
    });
  });

  it('with --quiet is nothing where nothing fails', async () => {
    await withFolder({ 'living.ts': FILES['living.ts'] }, (folder) => {
      const { stdout, stderr, status } = veoAudit(folder, 'audit', '--quiet', ...AS_OF);
      assert.deepEqual([status, stdout, stderr], [0, '', '']);
    });
  });

  it('is decided for the text report alone', () => {
    const { status, stderr } = veoAudit(
      tmpdir(),
      'audit',
      '--quiet',
      '--format',
      'json',
      '--stdin-filename',
      'a',
    );
    assert.equal(status, 2);
    assert.match(stderr, /^veo-audit: [^\n]+\n$/);
  });
});

describe('veo-audit completion', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('completes commands and their options in bash', () => {
    const script = veoAudit(tmpdir(), 'completion', 'bash').stdout;
    const complete = (...words: readonly string[]): readonly string[] => {
      const asked = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _veo_audit; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', asked], { encoding: 'utf8' }).stdout.trim().split('\n');
    };
    assert.deepEqual(complete('veo-audit', 'mig'), ['migrate']);
    assert.deepEqual(complete('veo-audit', 'audit', '--stdin-'), ['--stdin-filename']);
    assert.deepEqual(complete('veo-audit', 'audit', 'sr'), ['']);
  });

  it('names every command for each shell', () => {
    const commands = [...veoAudit(tmpdir(), '--help').stdout.matchAll(/^ {2}([a-z]+) {2}/gm)].map(
      ([, name]) => name,
    );
    assert.ok(commands.length > 10);
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = veoAudit(tmpdir(), 'completion', shell);
      for (const name of commands) assert.match(stdout, new RegExp(`\\b${name}\\b`), `${name} in ${shell}`);
    }
  });

  it('says which shells there are', () => {
    const { status, stderr } = veoAudit(tmpdir(), 'completion', 'powershell');
    assert.equal(status, 2);
    assert.equal(stderr, 'veo-audit: completion needs one of bash, zsh, fish, not "powershell".\n');
  });
});
