// `merge` of the built command line: the reports of several repositories as one.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFolder, withOwnTemp } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';

const SHOP = `from google import genai
client = genai.Client(vertexai=True, project="p", location="us-central1")
client.models.generate_videos(model="veo-3.1-generate-001", prompt="x", config={"duration_seconds": 4, "resolution": "720p", "generate_audio": False})
`;

const FILM = `${SHOP}client.models.generate_videos(model="veo-3.0-generate-preview", prompt="x")
# veo-audit-ignore shut-down-model -- kept for the archive
OLD = "veo-3.0-generate-preview"
`;

const TEAM = `routes:
  render:
    match: { file: film.py }
    environment: staging
    owner: film-team
    requestsPerMonth: 10
`;

/** A folder with two reports, `shop/report.json` and `film/report.json`, of audits on two days. */
async function withReports(work: (folder: string) => void | Promise<void>): Promise<void> {
  await withFolder(
    { 'src-shop/shop.py': SHOP, 'src-film/film.py': FILM, 'src-film/veo-audit.yaml': TEAM },
    (folder) => {
      for (const [name, day] of [
        ['shop', '2026-11-21'],
        ['film', '2026-11-22'],
      ] as const) {
        mkdirSync(join(folder, name));
        const { stdout } = veoAudit(join(folder, `src-${name}`), 'audit', '--format', 'json', '--as-of', day);
        writeFileSync(join(folder, name, 'report.json'), stdout);
      }
      return work(folder);
    },
  );
}

const REPORTS = ['shop/report.json', 'film/report.json'];

const merged = (folder: string, ...args: readonly string[]) => veoAudit(folder, 'merge', ...REPORTS, ...args);

describe('veo-audit merge', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('sums each report and all of them, named by what their paths do not share', async () => {
    await withReports((folder) => {
      const { stdout, stderr, status } = merged(folder);
      assert.equal(status, 0);
      const rows = stdout.split('\n').map((line) => line.split(/\s{2,}/));
      const cells = (name: string) => rows.find(([first]) => first === name)?.slice(1);
      assert.deepEqual(cells('shop'), ['0', '0', '1', '$0.80', 'not known', '2026-11-21']);
      assert.deepEqual(cells('film'), ['1', '0', '2', '$0.80', '$8.00', '2026-11-22', 'film-team']);
      assert.deepEqual(cells('2 reports'), ['1', '0', '3', '$1.60', '$8.00', '2026-11-22', 'film-team']);
      assert.equal(stderr, 'The reports are of 2 days, from 2026-11-21 to 2026-11-22.\n');
    });
  });

  it('keeps each report whole in JSON', async () => {
    await withReports((folder) => {
      const { stdout } = merged(folder, '--format', 'json');
      const { schema, reports, total } = JSON.parse(stdout);
      assert.equal(schema, 'veo-route-audit/merge/1');
      const [{ name, ...shop }] = reports;
      assert.equal(name, 'shop');
      const alone = JSON.parse(readFileSync(join(folder, 'shop', 'report.json'), 'utf8'));
      assert.deepEqual(shop, alone);
      assert.deepEqual([total.routes, total.unpriced], [3, 1]);
    });
  });

  it('has a row for each route in CSV, with the name of its report', async () => {
    await withReports((folder) => {
      const [head, ...rows] = merged(folder, '--format', 'csv').stdout.trimEnd().split('\r\n');
      assert.match(head ?? '', /^report,file,line,/);
      assert.deepEqual(
        rows.map((row) => row.split(',').slice(0, 3)),
        [
          ['shop', 'shop.py', '3'],
          ['film', 'film.py', '3'],
          ['film', 'film.py', '4'],
        ],
      );
    });
  });

  it('has every finding in SARIF below the name of its report, with fix and suppression', async () => {
    await withReports((folder) => {
      const [{ results }] = JSON.parse(merged(folder, '--format', 'sarif').stdout).runs;
      const found = results.map((one: { ruleId: string; locations: unknown[] }) => [
        one.ruleId,
        (one.locations as [{ physicalLocation: { artifactLocation: { uri: string } } }])[0].physicalLocation
          .artifactLocation.uri,
        'fixes' in one,
        'suppressions' in one,
      ]);
      assert.ok(
        found.some(
          ([rule, uri, hasFix, isSuppressed]: unknown[]) =>
            rule === 'shut-down-model' && uri === 'film/film.py' && hasFix === true && isSuppressed === false,
        ),
      );
      assert.ok(
        found.some(([, uri, , isSuppressed]: unknown[]) => uri === 'film/film.py' && isSuppressed === true),
      );
    });
  });

  it('shows the reports, the routes and the findings on one page', async () => {
    await withReports((folder) => {
      const page = merged(folder, '--format', 'html').stdout;
      const data = JSON.parse(
        /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '',
      );
      assert.deepEqual(
        data.reports.map(({ name, errors }: { name: string; errors: number }) => [name, errors]),
        [
          ['shop', 0],
          ['film', 1],
        ],
      );
      assert.deepEqual(
        data.routes.map(({ file }: { file: string }) => file),
        ['shop/shop.py', 'film/film.py', 'film/film.py'],
      );
      assert.deepEqual(data.totals.usdPerRequest, { min: 1.6, max: 1.6 });
      assert.equal(data.contracts[0].name, 'film: render');
    });
  });

  it('takes a name for a report, and refuses one that is given twice', async () => {
    await withReports((folder) => {
      assert.match(veoAudit(folder, 'merge', 'web=shop/report.json').stdout, /^web /m);
      const twice = veoAudit(folder, 'merge', 'web=shop/report.json', 'web=film/report.json');
      assert.equal(twice.status, 2);
      assert.equal(twice.stderr, 'veo-audit: Two reports are called "web"; call one NAME=REPORT.\n');
    });
  });

  for (const [what, text, reason] of [
    [
      'a newer report',
      '{"schema":"veo-route-audit/9"}',
      'it was written by a newer version of veo-audit (veo-route-audit/9)',
    ],
    ['something else', '{"schema":"veo-route-audit/1"}', 'it is not a JSON report of veo-audit'],
    ['a half report', '{"schema":', 'it is not JSON'],
  ] as const) {
    it(`says in a sentence that ${what} cannot be joined, and prints nothing of the others`, async () => {
      await withReports((folder) => {
        writeFileSync(join(folder, 'other.json'), text);
        const { stdout, stderr, status } = merged(
          folder,
          'other.json',
          '--format',
          'csv',
          '--output',
          'all.csv',
        );
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.equal(stderr, `veo-audit: The report other.json could not be read: ${reason}.\n`);
        assert.deepEqual(
          readdirSync(folder).filter((name) => name === 'all.csv'),
          [],
        );
      });
    });
  }

  it('says where a report could not be written, and leaves no draft behind', async () => {
    await withReports((folder) => {
      return withOwnTemp((temp) => {
        const { stderr, status } = merged(folder, '--output', 'nowhere/all.txt');
        assert.equal(status, 2);
        assert.match(
          stderr,
          /^veo-audit: The report could not be written to nowhere\/all\.txt: its folder does not exist\.\n$/,
        );
        assert.deepEqual(readdirSync(temp), []);
      });
    });
  });

  it('needs a report', () => {
    const { stderr, status } = veoAudit(tmpdir(), 'merge');
    assert.equal(status, 2);
    assert.equal(stderr, 'veo-audit: merge needs reports to join. See veo-audit merge --help.\n');
  });
});
