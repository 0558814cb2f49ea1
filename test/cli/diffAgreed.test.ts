// What `diff` says of contracts, fallbacks and the evidence of smoke tests.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle, veoAudit } from './bundle.ts';
import { EVIDENCE } from './evidenceRecord.ts';
import { change, commit, DAY, diffOf, git, request, withRepository } from './history.ts';

const FULL = 'veo-3.1-generate-001';
const FAST = 'veo-3.1-fast-generate-001';
const RECORD = '.veo-audit/evidence/film.json';

const contract = (...terms: readonly string[]): string =>
  `routes:\n  film:\n    match: { file: a.py }\n    owner: me\n${terms.map((term) => `    ${term}\n`).join('')}`;

/** The record of a real run of `film`. */
const record = (further: object = {}): string =>
  JSON.stringify({ ...EVIDENCE, route: { ...EVIDENCE.route, name: 'film' }, ...further });

const rowsOf = (folder: string, title: string, ...args: readonly string[]): readonly string[] => {
  const text = veoAudit(folder, 'diff', ...args, ...DAY).stdout;
  const section = text.split('\n\n').find((part) => part.startsWith(`${title}\n`)) ?? '';
  return section.split('\n').slice(1);
};

/** What the evidence of a side turns into by a change of files. */
async function evidenceAfter(
  changes: Readonly<Record<string, string | null>>,
  expected: { readonly gained?: number; readonly lost?: string; readonly says: RegExp },
): Promise<void> {
  const files = { 'a.py': request(FULL), 'veo-audit.yaml': contract(), [RECORD]: record() };
  await withRepository(files, (folder) => {
    change(folder, changes);
    const { evidence } = diffOf(folder, 'HEAD');
    assert.deepEqual(
      [evidence.gained.length, evidence.lost.map(({ because }: { because: string }) => because)],
      [expected.gained ?? 0, expected.lost === undefined ? [] : [expected.lost]],
    );
    const rows = rowsOf(folder, 'Evidence', 'HEAD');
    assert.equal(rows.length, 1);
    assert.match(rows[0] ?? '', expected.says);
  });
}

describe('veo-audit diff of what is agreed', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('names each term of a contract that changes, also where the cost stays', async () => {
    const before = contract('budgets: { usdPerRequest: 2 }', 'fallbacks: { approved: [] }');
    await withRepository({ 'a.py': request(FULL), 'veo-audit.yaml': before }, (folder) => {
      change(folder, {
        'veo-audit.yaml': contract(
          'budgets: { usdPerRequest: 5 }',
          'fallbacks: { approved: [{ to: draft, when: [429, timeout] }] }',
          'storage: gs://films',
        ),
      });
      assert.deepEqual(rowsOf(folder, 'Contracts', 'HEAD'), [
        '  ~ film  budgets.usdPerRequest 2 → 5; fallbacks.approved none → to draft when 429, timeout; storage not set → gs://films',
      ]);
    });
  });

  it('says where a gateway begins and ceases to fall back, wherever the step stands', async () => {
    const config = (...targets: readonly string[]): string =>
      [
        'model_list:',
        `  - { model_name: film, litellm_params: { model: vertex_ai/${FULL} } }`,
        `  - { model_name: draft, litellm_params: { model: vertex_ai/${FAST} } }`,
        `  - { model_name: lite, litellm_params: { model: vertex_ai/veo-3.1-lite-generate-001 } }`,
        'router_settings:',
        `  fallbacks: [{ film: [${targets.join(', ')}] }]`,
        '',
      ].join('\n');
    await withRepository({ 'g.yaml': config('draft') }, (folder) => {
      change(folder, { 'g.yaml': `# moved\n${config('draft')}` });
      assert.deepEqual(diffOf(folder, 'HEAD').fallbacks, { added: [], removed: [] });
      change(folder, { 'g.yaml': config('lite') });
      const { fallbacks } = diffOf(folder, 'HEAD');
      assert.deepEqual(
        [...fallbacks.added, ...fallbacks.removed].map(({ from, to }) => `${from} ${to}`),
        ['film lite', 'film draft'],
      );
      assert.match(rowsOf(folder, 'Fallbacks', 'HEAD').join('\n'), /\+ g\.yaml:6 {2}film falls back to lite/);
    });
  });

  it('says which route a committed record proves', async () => {
    const files = { 'a.py': request(FULL), 'veo-audit.yaml': contract() };
    await withRepository(files, (folder) => {
      commit(folder, { [RECORD]: record() });
      assert.deepEqual(rowsOf(folder, 'Evidence', 'HEAD~1', 'HEAD'), [
        `  + film  smoke test of 2026-11-20 passed with ${FULL}`,
      ]);
      const { stdout } = veoAudit(folder, 'diff', 'HEAD~1', 'HEAD', ...DAY, '--format', 'markdown');
      assert.match(stdout, /### Evidence\n[\s\S]*\| `\+` \| `film` \| smoke test of 2026-11-20 passed/);
    });
  });

  it('says that the proof of another model counts no more', () =>
    evidenceAfter(
      { 'a.py': request(FAST) },
      {
        lost: 'other-model',
        says: /- film {2}.* counts no more: it was for veo-3\.1-generate-001, and veo-3\.1-fast-generate-001 is sent now$/,
      },
    ));

  it('says that a record, a contract, or the days that it counts for are gone', async () => {
    await evidenceAfter({ [RECORD]: null }, { lost: 'record-gone', says: /film\.json is gone$/ });
    await evidenceAfter(
      { 'veo-audit.yaml': 'routes: {}\n', 'a.py': 'x = 1\n' },
      { lost: 'route-gone', says: /the route is gone$/ },
    );
    const later = { ...EVIDENCE, states: [{ state: 'passed', at: '2026-11-10T00:00:00.000Z' }] };
    await evidenceAfter(
      {
        [RECORD]: record({ states: later.states }),
        'veo-audit.yaml': `${contract()}smoke: { maxAgeDays: 3 }\n`,
      },
      { lost: 'stale', says: /older than smoke\.maxAgeDays allows$/ },
    );
    await evidenceAfter(
      {
        '.veo-audit/evidence/later.json': record({
          state: 'failed',
          states: [{ state: 'failed', at: '2026-11-21T09:00:00.000Z' }],
        }),
      },
      { lost: 'failed', says: /that of 2026-11-21 failed$/ },
    );
  });

  it('says of a route without a contract what is proved of its model', async () => {
    await withRepository({ 'a.py': request(FULL), [RECORD]: JSON.stringify(EVIDENCE) }, (folder) => {
      change(folder, { 'a.py': request(FAST) });
      assert.deepEqual(rowsOf(folder, 'Evidence', 'HEAD'), [
        `  - ${FULL} on vertex-ai  smoke test of 2026-11-20 counts no more: the route is gone`,
      ]);
    });
  });

  it('holds both sides against records that git ignores: they come with no commit', async () => {
    const files = { 'a.py': request(FULL), 'veo-audit.yaml': contract(), '.veo-audit/.gitignore': '/*\n' };
    await withRepository(files, (folder) => {
      git(folder, 'commit', '-qm', 'more', '--allow-empty');
      mkdirSync(join(folder, '.veo-audit/evidence'), { recursive: true });
      writeFileSync(join(folder, RECORD), record());
      assert.deepEqual(diffOf(folder, 'HEAD').evidence, { gained: [], lost: [] });
      change(folder, { 'a.py': request(FAST) });
      assert.deepEqual(
        diffOf(folder, 'HEAD').evidence.lost.map(({ because }: { because: string }) => because),
        ['other-model'],
      );
    });
  });
});
