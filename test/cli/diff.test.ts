// `diff` of the built command line on histories that the test makes, and on reports.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder, withOwnTemp } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';
import { change, commit, DAY, diffOf, git, request, withRepository } from './history.ts';

const counts = ({ routes, findings }: ReturnType<typeof diffOf>) => ({
  routes: [routes.added.length, routes.removed.length, routes.changed.length],
  findings: [findings.added.length, findings.resolved.length],
});

const NOTHING = { routes: [0, 0, 0], findings: [0, 0] };

describe('veo-audit diff', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('says of a changed model what changes, and what it costs before and after', async () => {
    await withRepository({ 'a.py': request('veo-3.0-generate-001') }, (folder) => {
      change(folder, { 'a.py': request('veo-3.1-generate-001', 8) });
      const diff = diffOf(folder, 'HEAD');
      assert.equal(diff.schema, 'veo-route-audit/diff/1');
      assert.deepEqual(counts(diff).routes, [0, 0, 1]);
      const [{ before, after }] = diff.routes.changed;
      assert.deepEqual([before.status, after.status], ['shut-down', 'retirement-window']);
      assert.deepEqual(diff.usdPerRequest.after, { min: 1.6, max: 1.6 });
      const text = veoAudit(folder, 'diff', 'HEAD', ...DAY).stdout;
      assert.match(
        text,
        /~ a\.py:3 {2}model veo-3\.0-generate-001 → veo-3\.1-generate-001; .*duration 4 s → 8 s/,
      );
      assert.equal(diff.status, 0);
    });
  });

  it('says in words what went, where nothing is known of its surface or its cost', async () => {
    await withRepository({ 'a.toml': 'model_id = "veo-3.1-generate-preview"\n' }, (folder) => {
      commit(folder, { 'a.toml': null });
      assert.match(
        veoAudit(folder, 'diff', 'HEAD~1', 'HEAD', ...DAY).stdout,
        /- a\.toml:1 {2}veo-3\.1-generate-preview on an unknown surface, shut down, cost per request not known\n/,
      );
    });
  });

  it('calls a renamed file, a moved request and moved lines no change', async () => {
    const text = request('veo-3.0-generate-001');
    await withRepository({ 'a.py': text, 'b.py': `x = 1\n` }, (folder) => {
      mkdirSync(join(folder, 'lib'));
      renameSync(join(folder, 'a.py'), join(folder, 'lib/c.py'));
      commit(folder, {});
      assert.deepEqual(counts(diffOf(folder, 'HEAD~1', 'HEAD')), NOTHING);
      commit(folder, { 'lib/c.py': `# one\n# two\n${text}` });
      assert.deepEqual(counts(diffOf(folder, 'HEAD~1', 'HEAD')), NOTHING);
    });
  });

  it('fails for a new finding alone', async () => {
    await withRepository({ 'a.py': request('veo-3.0-generate-001') }, (folder) => {
      commit(folder, { 'b.py': request('veo-3.0-fast-generate-001') });
      const diff = diffOf(folder, 'HEAD~1', 'HEAD');
      assert.deepEqual(counts(diff).routes, [1, 0, 0]);
      assert.deepEqual([diff.status, diff.findings.resolved], [1, []]);
      assert.equal(diffOf(folder, 'HEAD', 'HEAD~1').status, 0);
      assert.equal(veoAudit(folder, 'diff', 'HEAD~1', ...DAY, '--fail-on', 'never').status, 0);
    });
  });

  it('holds a contract and its month against the one before', async () => {
    const contract = (requests: number) =>
      `routes:\n  film:\n    match: { file: a.py }\n    owner: me\n    requestsPerMonth: ${requests}\n`;
    const files = { 'a.py': request('veo-3.1-generate-001'), 'veo-audit.yaml': contract(100) };
    await withRepository(files, (folder) => {
      change(folder, { 'veo-audit.yaml': contract(250) });
      const diff = diffOf(folder, 'HEAD');
      assert.equal(diff.contracts.changed.length, 1);
      assert.deepEqual(diff.usdPerMonth, { before: { min: 80, max: 80 }, after: { min: 200, max: 200 } });
    });
  });

  it('compares merge commits, tags and folders of a repository, and touches nothing', async () => {
    await withRepository({ 'app/a.py': request('veo-3.1-generate-001'), 'else.py': 'x = 1\n' }, (folder) => {
      git(folder, 'tag', 'v1');
      git(folder, 'checkout', '-qb', 'topic');
      commit(folder, { 'app/b.py': request('veo-3.1-fast-generate-001') });
      git(folder, 'checkout', '-q', 'main');
      commit(folder, { 'else.py': request('veo-3.1-generate-001') });
      git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'topic');
      change(folder, { 'app/untracked.txt': 'x' });
      const before = git(folder, 'status', '--porcelain');
      return withOwnTemp((temp) => {
        assert.deepEqual(counts(diffOf(folder, 'v1', 'HEAD')).routes, [2, 0, 0]);
        assert.deepEqual(counts(diffOf(join(folder, 'app'), 'v1', 'HEAD')).routes, [1, 0, 0]);
        assert.equal(git(folder, 'status', '--porcelain'), before);
        assert.deepEqual(readdirSync(temp), []);
      });
    });
  });

  it('audit --changed-since fails for what a commit does not have, also where a change has its effect elsewhere', async () => {
    const gateway =
      'model_list:\n  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n';
    const files = { 'a.py': request('veo-3.0-generate-001'), 'gateway.yaml': gateway };
    await withRepository(files, (folder) => {
      const since = () => veoAudit(folder, 'audit', ...DAY, '--changed-since', 'HEAD');
      assert.equal(since().status, 0);
      assert.match(since().stderr, /findings? already in HEAD\./);
      change(folder, {
        'a.py': `# moved\n${request('veo-3.0-generate-001')}`,
        'b.py': request('veo-2.0-generate-001'),
      });
      assert.equal(since().status, 1);
      assert.match(since().stdout, /^b\.py\n/);
      assert.doesNotMatch(since().stdout, /^a\.py/m);
      assert.equal(veoAudit(folder, 'audit', '--changed-since', 'nowhere').status, 2);
    });
  });

  it('is a comment with its marker as Markdown', async () => {
    await withRepository({ 'a.py': request('veo-3.1-generate-001') }, (folder) => {
      change(folder, { 'a.py': request('veo-3.1-generate-001', 8) });
      const { stdout } = veoAudit(folder, 'diff', 'HEAD', ...DAY, '--format', 'markdown');
      assert.ok(stdout.startsWith('<!-- veo-route-audit -->'));
      assert.match(stdout, /One request of each route: \$0\.80 → \$1\.60/);
    });
  });

  it('compares two JSON reports', async () => {
    await withFolder({ 'a.py': request('veo-3.1-generate-001') }, (folder) => {
      veoAudit(folder, 'audit', ...DAY, '--format', 'json', '--output', 'one.json');
      change(folder, { 'a.py': request('veo-3.1-generate-001', 8) });
      veoAudit(folder, 'audit', ...DAY, '--format', 'json', '--output', 'two.json');
      const diff = diffOf(folder, 'one.json', 'two.json');
      assert.deepEqual(counts(diff).routes, [0, 0, 1]);
      assert.equal(diff.usdPerMonth, null);
    });
  });

  it('says what the calendar changes about a price: the same file on two days', async () => {
    const text = `from google import genai\ngenai.Client(api_key="k").models.generate_videos(model="veo-3.1-fast-generate-preview", prompt="x", config={"duration_seconds": 8, "resolution": "720p"})\n`;
    await withFolder({ 'a.py': text }, (folder) => {
      for (const day of ['2026-04-06', '2026-04-07'])
        veoAudit(folder, 'audit', '--as-of', day, '--format', 'json', '--output', `${day}.json`);
      const { stdout } = veoAudit(folder, 'diff', '2026-04-06.json', '2026-04-07.json');
      assert.match(stdout, /as of 2026-04-06 and 2026-04-07\n/);
      assert.match(stdout, /~ a\.py:2 {2}cost per request \$1\.20 → \$0\.80\n/);
      assert.match(stdout, /One request of each route: \$1\.20 → \$0\.80/);
    });
  });

  it('names what cannot be compared in one sentence', async () => {
    const files = {
      'a.py': 'x = 1\n',
      'new.json': '{"schema":"veo-route-audit/2"}',
      'list.json': '[]',
      'bad.json': '{',
    };
    await withRepository(files, (folder) => {
      const complaints = [
        [['nowhere'], /git knows no commit "nowhere"/],
        [['--format', 'json'], /compares one commit or report with another/],
        [['new.json', 'new.json'], /new\.json could not be read: it was written by a newer version/],
        [['list.json', 'list.json'], /list\.json could not be read: it is not a JSON report of veo-audit/],
        [['bad.json', 'bad.json'], /bad\.json could not be read: it is not JSON/],
        [['bad.json', 'HEAD'], /the other side has to be one/],
        [['none.json', 'none.json'], /none\.json could not be read/],
      ] as const;
      for (const [args, message] of complaints) {
        const { status, stdout, stderr } = veoAudit(folder, 'diff', ...args);
        assert.deepEqual([status, stdout], [2, ''], args.join(' '));
        assert.match(stderr, message);
        assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      }
    });
    await withFolder({ 'a.py': 'x = 1\n' }, (folder) => {
      const { PATH } = process.env;
      process.env.PATH = folder;
      const without = veoAudit(folder, 'diff', 'HEAD');
      process.env.PATH = PATH;
      assert.deepEqual([without.status, without.stdout], [2, '']);
      assert.equal(
        without.stderr,
        'veo-audit: git was not found. Install it, or compare two JSON reports.\n',
      );
      const { status, stderr } = veoAudit(folder, 'diff', 'HEAD');
      assert.equal(status, 2);
      assert.match(stderr, /is in no git repository\.\n$/);
    });
  });

  it('says how a shallow clone gets the commit that it lacks', async () => {
    await withRepository({ 'a.py': 'x = 1\n' }, (folder) => {
      git(folder, 'tag', 'v1');
      commit(folder, { 'a.py': 'x = 2\n' });
      git(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${folder}`, join(folder, 'shallow'));
      const { status, stderr } = veoAudit(join(folder, 'shallow'), 'diff', 'v1');
      assert.equal(status, 2);
      assert.match(
        stderr,
        /"v1" is not in this shallow clone\. Fetch it, for example with fetch-depth: 0\.\n$/,
      );
    });
  });
});
