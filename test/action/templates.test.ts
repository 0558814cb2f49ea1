// Where the command line runs beside GitHub: the GitLab job, the pre-commit hook and the container, as far as a shell shows it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildBundle } from '../cli/bundle.ts';
import { commit, git, request, withRepository } from '../cli/history.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DEAD = request('veo-3.0-generate-001');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Runs a script with `veo-audit` standing for the built command line. */
function shell(folder: string, script: string, env: NodeJS.ProcessEnv = {}) {
  const bin = join(folder, '.git', 'bin');
  mkdirSync(bin, { recursive: true });
  const programs = {
    npx: 'echo "npx fetches a name that nobody has published" >&2; exit 64',
    'veo-audit': `exec node '${ROOT}dist/cli.js' "$@"`,
  };
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return spawnSync('bash', ['-ec', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: '/dev/null', ...env, PATH: `${bin}:${process.env.PATH}` },
  });
}

describe('the GitLab job', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('runs in the container of the command line, which starts no command of its own there', () => {
    const { 'veo-audit': job } = parse(read('templates/gitlab-ci.yml'));
    assert.deepEqual(job.image, { name: '$VEO_AUDIT_IMAGE', entrypoint: [''] });
    assert.match(read('docs/ci.md'), /VEO_AUDIT_IMAGE/);
    assert.match(read('Dockerfile'), /^FROM .*\nRUN .*\bgit\b/m);
  });

  it('leaves its report, and fails a merge request for what is new in it alone', async () => {
    const { 'veo-audit': job } = parse(read('templates/gitlab-ci.yml'));
    await withRepository({ 'old.py': DEAD }, (folder) => {
      const base = git(folder, 'rev-parse', 'HEAD').trim();
      const run = (env: NodeJS.ProcessEnv) => shell(folder, job.script.join('\n'), env);
      assert.equal(run({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base }).status, 0);
      const report = JSON.parse(readFileSync(join(folder, job.artifacts.reports.codequality), 'utf8'));
      assert.deepEqual(
        report.map(({ location }: { location: { path: string } }) => location.path),
        ['old.py'],
      );
      assert.equal(run({}).status, 1, 'a branch fails for everything');
      commit(folder, { 'new.py': DEAD });
      const failing = run({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
      assert.equal(failing.status, 1);
      assert.match(failing.stdout, /^new\.py$/m);
      assert.doesNotMatch(failing.stdout, /^old\.py$/m);
    });
  });
});

describe('the pre-commit hook', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('fails for the files that it is given', async () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    await withRepository({ 'dead.py': DEAD, 'fine.py': 'x = 1\n' }, (folder) => {
      assert.equal(shell(folder, `${hook.entry} fine.py`).status, 0);
      assert.equal(shell(folder, `${hook.entry} fine.py dead.py`).status, 1);
    });
  });
});

describe('the container', () => {
  it('copies what is there, and starts the command that package.json names', () => {
    const dockerfile = read('Dockerfile');
    const { bin } = JSON.parse(read('package.json'));
    const [, folder] = /^COPY --from=build \/build\/dist (\S+)\/dist$/m.exec(dockerfile) ?? [];
    assert.ok(dockerfile.includes(`ln -s ${folder}/${bin['veo-audit']} /usr/local/bin/veo-audit`));
    assert.match(dockerfile, /^ENTRYPOINT \["veo-audit"\]$/m);
    const copied = /^COPY --from=build ((?:\/build\/(?!dist)\S+ )+)/m.exec(dockerfile)?.[1] ?? '';
    assert.ok(copied.includes('/build/package.json'), 'it reads its version there');
    for (const path of copied.trim().split(' ')) assert.ok(existsSync(path.replace('/build/', ROOT)), path);
  });
});
