// The steps of the action, run as shell on a pull request that the test makes; the comment goes to a stand-in.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildBundle } from '../cli/bundle.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FAKES = fileURLToPath(new URL('.', import.meta.url));
const DEAD = 'm = "gemini/veo-3.0-generate-001"\n';

interface Step {
  readonly stdout: string;
  readonly outputs: string;
  readonly summary: string;
  readonly comments: readonly { readonly id: number; readonly body: string }[];
}

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(folder: string, file: string, text: string): string {
  writeFileSync(join(folder, file), text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'a change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** Runs one step as the runner does, with a pull request event whose base is `base`. */
function step(home: string, script: string, base: string): Step {
  const path = (name: string): string => join(home, name);
  writeFileSync(path('event.json'), JSON.stringify({ pull_request: { number: 7, base: { sha: base } } }));
  for (const name of ['output', 'summary']) writeFileSync(path(name), '');
  const { status, stdout, stderr } = spawnSync('bash', [join(ROOT, 'action', script)], {
    cwd: path('code'),
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${FAKES}:${process.env.PATH}`,
      GITHUB_ACTION_PATH: ROOT.replace(/\/$/, ''),
      GITHUB_EVENT_PATH: path('event.json'),
      GITHUB_OUTPUT: path('output'),
      GITHUB_STEP_SUMMARY: path('summary'),
      GITHUB_REPOSITORY: 'o/r',
      RUNNER_TEMP: home,
      FAKE_COMMENTS: path('comments.json'),
    },
  });
  assert.equal(status, 0, stderr);
  const text = (name: string): string => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '');
  const comments = JSON.parse(text('comments.json') || '[]');
  return { stdout, outputs: text('output'), summary: text('summary'), comments };
}

/** A repository with one old finding; its first commit is the base. */
async function withPullRequest(work: (home: string, base: string) => void): Promise<void> {
  await withFolder({}, (home) => {
    mkdirSync(join(home, 'code'));
    git(join(home, 'code'), 'init', '-q', '-b', 'main');
    work(home, commit(join(home, 'code'), 'old.py', DEAD));
  });
}

describe('the action', function () {
  this.timeout(300_000);
  before(buildBundle);

  it('is named in its page as package.json names the project and its version', () => {
    const { homepage, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
    const named = [...page.matchAll(/uses: (veo-[^\s]+)/g)].map(([, name]) => name);
    assert.deepEqual(named, [`${new URL(homepage).pathname.slice(1)}@v${version}`]);
  });

  it('has the steps and inputs that its scripts read', () => {
    const { inputs, runs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    assert.deepEqual(Object.keys(inputs), ['paths', 'fail-on', 'changed-only', 'comment', 'sarif', 'token']);
    assert.equal(runs.using, 'composite');
    for (const { run } of runs.steps) {
      const script = /action\/[a-z]+\.sh/.exec(run ?? '')?.[0];
      if (script !== undefined) assert.ok(existsSync(join(ROOT, script)), script);
    }
  });

  it('annotates and fails for what the pull request brings, not for what was there', async () => {
    await withPullRequest((home, base) => {
      const quiet = step(home, 'audit.sh', base);
      assert.match(quiet.outputs, /^status=0$/m);
      assert.doesNotMatch(quiet.stdout, /^::error/m);
      commit(join(home, 'code'), 'new.py', `\n${DEAD}`);
      const loud = step(home, 'audit.sh', base);
      assert.match(loud.outputs, /^status=1$/m);
      assert.match(loud.stdout, /^::error file=new\.py,line=2,/m);
      assert.doesNotMatch(loud.stdout, /file=old\.py/);
      assert.match(loud.summary, /## Veo Route Audit/);
      const sarif = /^sarif=(.*)$/m.exec(loud.outputs)?.[1] ?? '';
      assert.equal(JSON.parse(readFileSync(sarif, 'utf8')).version, '2.1.0');
    });
  });

  it('fetches the base that a shallow checkout lacks', async () => {
    await withPullRequest((home, base) => {
      const origin = join(home, 'origin');
      commit(join(home, 'code'), 'new.py', DEAD);
      renameSync(join(home, 'code'), origin);
      git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
      git(home, 'clone', '-q', '--depth', '1', `file://${origin}`, join(home, 'code'));
      const { stdout, outputs } = step(home, 'audit.sh', base);
      assert.match(outputs, /^status=1$/m);
      assert.match(stdout, /^::error file=new\.py,line=1,/m);
      assert.doesNotMatch(stdout, /file=old\.py/);
    });
  });

  it('comments once, updates that comment, and says nothing where nothing changes', async () => {
    await withPullRequest((home, base) => {
      assert.deepEqual(step(home, 'comment.sh', base).comments, []);
      commit(join(home, 'code'), 'new.py', DEAD);
      const first = step(home, 'comment.sh', base).comments;
      assert.equal(first.length, 1);
      assert.match(first[0]?.body ?? '', /new\.py:1/);
      commit(join(home, 'code'), 'newer.py', DEAD);
      const second = step(home, 'comment.sh', base).comments;
      assert.deepEqual(
        second.map(({ id }) => id),
        first.map(({ id }) => id),
      );
      assert.match(second[0]?.body ?? '', /newer\.py:1/);
    });
  });
});
