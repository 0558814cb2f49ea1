// Every example of every help text, run as a shell runs it, in a repository with what the examples name.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costMap } from '../refresh/pages.ts';
import { buildBundle, usersEnv, veoAudit } from './bundle.ts';
import { commit, git, request, withRepository } from './history.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Commands whose examples would ask somebody else, or wait for somebody. */
const WITHOUT = new Set(['probe', 'simulate', 'mcp', 'completion']);

const FILES = {
  'src/a.py': request('veo-3.1-generate-001'),
  'draft.py': request('veo-3.0-generate-001'),
  'veo-audit.yaml':
    'routes:\n  film:\n    match: { file: src/a.py }\n    environment: production\n    owner: me\ngateways:\n  house: { kind: litellm }\n',
  'answer.json': JSON.stringify({
    data: [
      {
        model_name: 'film',
        litellm_params: { model: 'vertex_ai/veo-3.1-generate-001' },
        model_info: { id: 'a', mode: 'video_generation', output_cost_per_second: 0.4 },
      },
    ],
  }),
  'answers/litellm.json': costMap({ 'gemini/veo-3.1-generate-preview': 0.4 }),
};

const commandsOf = (overview: string): readonly string[] =>
  [...overview.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name ?? '');

/** The lines below the word Examples. */
const examplesOf = (help: string): readonly string[] =>
  [...(help.split('\nExamples\n')[1] ?? '').matchAll(/^ {2}(veo-audit .*)$/gm)].map(([, line]) => line ?? '');

/** A shell with the command line on its path, in a repository with two commits and a remote's branch. */
function withShell(work: (run: (line: string) => ReturnType<typeof spawnSync>) => void): Promise<void> {
  return withRepository(FILES, (folder) => {
    git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    commit(folder, { 'src/b.py': request('veo-3.1-fast-generate-001') });
    const bin = join(folder, '.git', 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'veo-audit'), `#!/bin/sh\nexec node '${ROOT}dist/cli.js' "$@"\n`);
    chmodSync(join(bin, 'veo-audit'), 0o755);
    const run = (line: string) =>
      spawnSync('bash', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...usersEnv(), PATH: `${bin}:${process.env.PATH}`, XDG_CACHE_HOME: '/dev/null' },
      });
    mkdirSync(join(folder, 'reports'));
    for (const [at, name] of ['reports/1.json', 'reports/2.json', 'before.json', 'after.json'].entries())
      run(`veo-audit audit ${at % 2 === 0 ? 'src' : '.'} --format json --fail-on never --output ${name}`);
    run('veo-audit audit --write-baseline known.json');
    work(run);
  });
}

describe('the examples of the help', function () {
  this.timeout(300_000);
  before(buildBundle);

  it('work as they are written', () =>
    withShell((run) => {
      const commands = commandsOf(String(run('veo-audit --help').stdout));
      assert.ok(commands.length > 12);
      for (const command of commands) {
        const examples = examplesOf(String(run(`veo-audit ${command} --help`).stdout));
        assert.equal(examples.length > 0, !WITHOUT.has(command), `${command} and its examples`);
        for (const example of examples) {
          const { status, stdout, stderr } = run(example);
          assert.ok(status === 0 || status === 1, `${example}: ${status} ${stderr}`);
          assert.doesNotMatch(String(stderr), /^veo-audit: /m, example);
          assert.ok(example.includes('--output') || `${stdout}${stderr}` !== '', `${example} says nothing`);
        }
      }
    }));
});

describe('colours', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('are shown on a terminal, but not with NO_COLOR or --no-color', () =>
    withShell((run) => {
      const onTerminal = (line: string): string =>
        String(run(`script --quiet --return --command ${JSON.stringify(line)} /dev/null`).stdout);
      const audit = 'TERM=xterm-256color veo-audit audit draft.py';
      const isColoured = (text: string): boolean => text.includes('\u001b[');
      const said = [audit, `NO_COLOR=1 ${audit}`, `${audit} --no-color`].map(onTerminal);
      for (const text of said) assert.match(text, /veo-3\.0-generate-001/);
      assert.deepEqual(
        said.map((text) => isColoured(text.replaceAll('\u001b[K', ''))),
        [true, false, false],
      );
      assert.equal(isColoured(String(run(audit).stdout)), false);
      assert.equal(isColoured(veoAudit(ROOT, 'audit', 'samples/studio/src', '--color').stdout), true);
    }));
});
