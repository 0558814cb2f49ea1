// Baselines and near ends on the command line: what fails, what is written, and how wrong files are named.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';

const DEAD = 'm = "gemini/veo-3.0-generate-001"\n';
const DAY = ['--as-of', '2026-11-21'];

describe('audit --baseline', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('fails only for findings that the written baseline does not know', async () => {
    await withFolder({ 'a.py': DEAD }, (folder) => {
      const written = veoAudit(folder, 'audit', ...DAY, '--write-baseline', 'known.json');
      assert.deepEqual([written.status, written.stdout], [0, '']);
      assert.equal(written.stderr, 'Wrote 1 finding to known.json.\n');
      const same = veoAudit(folder, 'audit', ...DAY, '--baseline', 'known.json');
      assert.equal(same.status, 0);
      assert.match(same.stderr, /1 finding known in known\.json\./);
      writeFileSync(join(folder, 'b.py'), DEAD);
      const more = veoAudit(folder, 'audit', ...DAY, '--baseline', 'known.json');
      assert.equal(more.status, 1);
      assert.match(more.stdout, /^b\.py\n/);
      assert.doesNotMatch(more.stdout, /^a\.py/m);
    });
  });

  it('is not audited itself', async () => {
    await withFolder({ 'a.py': DEAD }, (folder) => {
      veoAudit(folder, 'audit', ...DAY, '--write-baseline', 'known.json');
      const text = readFileSync(join(folder, 'known.json'), 'utf8');
      assert.match(text, /veo-3\.0-generate-001/);
      assert.equal(veoAudit(folder, 'audit', ...DAY, '--baseline', 'known.json').status, 0);
    });
  });

  it('names a baseline that is missing, foreign or unwritable in one sentence', async () => {
    await withFolder({ 'a.py': DEAD, 'foreign.json': '[]' }, (folder) => {
      const complaints = [
        ['--baseline', 'none.json', /none\.json could not be read: .*--write-baseline none\.json/],
        ['--baseline', 'foreign.json', /foreign\.json could not be read: it is not a baseline of veo-audit/],
        ['--write-baseline', 'no/where.json', /no\/where\.json: its folder does not exist/],
      ] as const;
      for (const [option, file, message] of complaints) {
        const { status, stderr, stdout } = veoAudit(folder, 'audit', ...DAY, option, file);
        assert.deepEqual([status, stdout], [2, ''], file);
        assert.match(stderr, message);
        assert.equal(stderr.trimEnd().split('\n').length, 1);
      }
    });
  });
});

describe('audit --within', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('fails where an ID in use has a published end that is near, and names it', async () => {
    await withFolder({ 'a.py': 'm = "vertex_ai/veo-3.1-generate-001"\n' }, (folder) => {
      const within = (days: string) => veoAudit(folder, 'audit', '--as-of', '2026-11-10', '--within', days);
      assert.equal(within('6').status, 0);
      const near = within('7');
      assert.equal(near.status, 1);
      assert.equal(
        near.stderr,
        'veo-3.1-generate-001 may be retired on Vertex AI from 2026-11-17 on (in 7 days): a.py:1\n',
      );
      assert.equal(within('soon').status, 2);
    });
  });

  it('does not fail for an ID that is only spoken of', async () => {
    await withFolder({ 'a.py': '# once veo-3.1-generate-001, now another\n' }, (folder) => {
      const { status, stderr } = veoAudit(folder, 'audit', '--as-of', '2026-11-10', '--within', '30');
      assert.deepEqual([status, stderr], [0, '']);
    });
  });
});
