// `veo-audit gateway` as a user runs it, over the saved answers of the samples.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildBundle, type CliResult, veoAudit } from './bundle.ts';

const SAMPLES = fileURLToPath(new URL('../../samples/gateway-answers/', import.meta.url));
const DAY = ['--as-of', '2026-11-21'] as const;

const check = (name: string, file: string, ...more: readonly string[]): CliResult =>
  veoAudit(SAMPLES, 'gateway', 'check', name, '--from', `answers/${file}`, ...DAY, ...more);

/** Each saved answer with the name that its gateway has in the samples, and the labels of its Veo rows. */
const ANSWERS: Readonly<Record<string, readonly [gateway: string, labels: readonly string[]]>> = {
  'flatkey-2026-06-17.json': [
    'flatkey',
    ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview', 'veo3.1-fast'],
  ],
  'flatkey-2026-11-21.json': ['flatkey', ['veo-3.1-generate-preview', 'veo3.1-fast']],
  'litellm-2026-11-21.json': ['house', ['film', 'draft']],
  'litellm-cost-map-2026-11-21.json': [
    'house',
    [
      'vertex_ai/veo-3.1-generate-001',
      'vertex_ai/veo-3.1-lite-generate-001',
      'gemini/veo-3.1-fast-generate-preview',
    ],
  ],
  'openrouter-2026-11-21.json': ['openrouter', ['google/veo-3.1-lite', 'google/veo-3.1']],
  'portkey-google-2026-11-21.json': ['prices', ['veo-3.1-fast-generate-preview']],
};

interface Price {
  readonly usdPerSecond: number | null;
  readonly factor: string | null;
  readonly unclear: string | null;
  readonly google: { readonly ratio: number; readonly assumed: boolean } | null;
}

interface Row {
  readonly label: string;
  readonly prices: readonly Price[];
}

interface Document {
  readonly schema: string;
  readonly catalog: { readonly day: string };
  readonly rows: readonly Row[];
  readonly routes: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly declared: boolean;
    readonly row: Row | null;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly endColumn: number;
  }[];
}

const documentOf = ({ stdout }: CliResult): Document => JSON.parse(stdout);

describe('veo-audit gateway, built', function () {
  this.timeout(120_000);
  before(buildBundle);

  it('knows every saved answer of the samples', () =>
    assert.deepEqual(readdirSync(`${SAMPLES}answers`).toSorted(), Object.keys(ANSWERS).toSorted()));

  for (const [file, [gateway, labels]] of Object.entries(ANSWERS)) {
    it(`reads ${file}: every row with its price or a reason, the same on every run`, () => {
      const json = check(gateway, file, '--format', 'json');
      assert.deepEqual([json.status, json.stderr], [0, '']);
      const { schema, catalog, rows } = documentOf(json);
      assert.deepEqual(
        [schema, catalog.day],
        ['veo-route-audit/gateway-check/1', /\d{4}-\d\d-\d\d/.exec(file)?.[0]],
      );
      assert.deepEqual(
        rows.map(({ label }) => label),
        labels,
      );
      for (const { label, prices } of rows) {
        assert.ok(prices.length > 0, `${label} has no prices`);
        for (const { usdPerSecond, factor, unclear } of prices)
          assert.equal(usdPerSecond === null ? unclear !== null : factor !== null, true, label);
      }
      assert.equal(check(gateway, file, '--format', 'json').stdout, json.stdout);
    });
  }

  it('finds routes in code and in the proxy’s configuration, each at its place', () => {
    const places = (gateway: string, file: string) =>
      documentOf(check(gateway, file, '--format', 'json')).routes.map(
        (route) =>
          `${route.file}:${route.line}:${route.column} ${route.declared} ${route.row?.label ?? 'no row'}`,
      );
    assert.deepEqual(places('flatkey', 'flatkey-2026-11-21.json'), [
      'veo-audit.yaml:13:5 true veo-3.1-generate-preview',
      'render.ts:15:36 false veo3.1-fast',
    ]);
    assert.deepEqual(places('house', 'litellm-2026-11-21.json'), [
      'litellm.yaml:3:17 false film',
      'litellm.yaml:5:17 false no row',
    ]);
    assert.deepEqual(places('openrouter', 'openrouter-2026-11-21.json'), [
      'render.ts:8:36 false google/veo-3.1-lite',
    ]);
    // Only the named paths are looked at; contracts count anyway.
    const { routes } = documentOf(
      veoAudit(
        SAMPLES,
        ...['gateway', 'check', 'house', 'render.ts', '--from', 'answers/litellm-2026-11-21.json', ...DAY],
        ...['--format', 'json'],
      ),
    );
    assert.deepEqual(routes, []);
  });

  it('exits with 1 on findings of the level that was asked for, and with 2 where nothing came', () => {
    const statusAt = (level: string) => check('house', 'litellm-2026-11-21.json', '--fail-on', level).status;
    assert.deepEqual(['error', 'warning', 'info', 'never'].map(statusAt), [0, 1, 1, 0]);
    const none = check('house', 'none.json');
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /^veo-audit: answers\/none\.json cannot be read: [^\n]*\.\n$/);
    const other = check('house', 'openrouter-2026-11-21.json');
    assert.deepEqual([other.status, other.stdout], [2, '']);
    assert.match(other.stderr, /^veo-audit: answers\/openrouter[^\n]* No row of the answer has[^\n]*\n$/);
  });

  it('writes nothing for a saved answer', () => assert.ok(!existsSync(`${SAMPLES}.veo-audit`)));

  it('is explained by its help within a terminal’s width', () => {
    const { status, stdout } = veoAudit(SAMPLES, 'gateway', '--help');
    assert.equal(status, 0);
    for (const option of [
      '--url',
      '--from',
      '--offline',
      '--kind',
      '--config',
      '--as-of',
      '--format',
      '--fail-on',
    ])
      assert.match(stdout, new RegExp(`^ {2}${option}\\b`, 'm'));
    for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
  });
});
