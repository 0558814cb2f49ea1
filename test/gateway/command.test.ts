// The command with servers that behave, with saved answers, and with routes that stand in code and configurations.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../cli/bundle.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { LITELLM_PROXY, NEW_API } from './answers.ts';
import { json, run } from './run.ts';
import { withServer } from './server.ts';

const CONFIG = `routes:
  hero: { gateway: flat, model: veo-3.1-generate-preview }
  quick: { gateway: flat, model: veo3.1-fast }
  gone: { gateway: flat, model: veo3.1-pro }
gateways:
  flat: { kind: new-api, url: http://127.0.0.1:9/api/pricing }
`;

/** What the JSON holds, as far as tests look. */
interface Checked {
  readonly schema: string;
  readonly catalog: { readonly day: string };
  readonly routes: readonly {
    readonly name: string;
    readonly declared: boolean;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly row: {
      readonly label: string;
      readonly makesVideos: string;
      readonly priceSince: string | null;
      readonly prices: readonly { readonly usdPerSecond: number | null; readonly factor: string | null }[];
    } | null;
    readonly near: readonly string[];
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly file: string;
    readonly line: number;
    readonly suppressed: unknown;
  }[];
}

const checked = (stdout: string): Checked => JSON.parse(stdout);

describe('veo-audit gateway check', function () {
  this.timeout(120_000);
  // Routes in code are read with the grammars of the bundle.
  before(buildBundle);

  it('fetches from the allowed address, keeps a dated snapshot and says what each row and route is', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
      withServer(json(NEW_API), async (origin) => {
        const { status, stdout, stderr } = await run(folder, ['check', 'flat', '--url', origin]);
        assert.equal(stderr, 'Kept as .veo-audit/gateways/flat-2026-11-21.json.\n');
        assert.equal(status, 0);
        assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-21 from .*\/api\/pricing: 5 of 6 rows/);
        assert.match(
          stdout,
          /\nveo3\.1-fast\n {2}endpoints openai · group default · status not said\n {2}unit unclear: model_ratio 37\.5/,
        );
        assert.match(stdout, /\n {2}veo-audit\.yaml:2:11 {2}hero: row "veo-3\.1-generate-preview"\n/);
        assert.match(
          stdout,
          /\n {2}veo-audit\.yaml:4:11 {2}gone: no row "veo3\.1-pro" .*; near to it: veo3\.1-fast/,
        );
        for (const rule of ['price-unit-unclear', 'gateway-row-missing', 'gateway-status', 'endpoint-family'])
          assert.ok(stdout.includes(`  ${rule}\n`), `${rule} is not said`);
        assert.deepEqual(readdirSync(join(folder, '.veo-audit/gateways')), ['flat-2026-11-21.json']);
        assert.equal(
          readFileSync(join(folder, '.veo-audit/.ignore'), 'utf8'),
          '*\n',
          'audits would read the records',
        );
      }),
    ));

  it('checks routes that no contract speaks of: in code, and in the gateway’s own configuration', () =>
    withFolder(
      {
        'litellm.yaml':
          'model_list:\n' +
          '  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n' +
          '  - model_name: teaser\n    litellm_params: { model: vertex_ai/veo-3.1-lite-generate-001 }\n',
        'app.py':
          'from openai import OpenAI\nclient = OpenAI(base_url="http://litellm.internal:4000/v1")\n' +
          'client.videos.create(model="veo-3.1-generate-001", prompt="x", seconds="8")\n',
        'answer.json': LITELLM_PROXY,
      },
      async (folder) => {
        const { status, stdout } = await run(folder, [
          ...['check', 'house', '--kind', 'litellm', '--from', 'answer.json'],
          ...['--format', 'json', '--fail-on', 'warning'],
        ]);
        const { routes, findings } = checked(stdout);
        assert.deepEqual(
          routes.map(({ name, declared, file, line, row, near }) => [
            ...[name, declared, file, line],
            row?.label ?? near,
          ]),
          [
            // A proxy refuses what it sends on: callers must send the label.
            ['veo-3.1-generate-001', false, 'app.py', 3, ['film']],
            ['film', false, 'litellm.yaml', 2, 'film'],
            // The answer is older than the configuration, or another one's.
            ['teaser', false, 'litellm.yaml', 4, []],
          ],
        );
        assert.deepEqual(
          findings.filter(({ rule }) => rule === 'gateway-row-missing').map(({ file, line }) => [file, line]),
          [
            ['app.py', 3],
            ['litellm.yaml', 4],
          ],
        );
        assert.equal(status, 1);
      },
    ));

  it('keeps to severities and suppressions', () =>
    withFolder(
      {
        'veo-audit.yaml': `${CONFIG}rules: { gateway-row-missing: error, price-unit-unclear: off }\n`,
        'answer.json': NEW_API,
      },
      async (folder) => {
        const args = ['check', 'flat', '--from', 'answer.json', '--format', 'json'];
        const { status, stdout } = await run(folder, args);
        const { findings } = checked(stdout);
        assert.deepEqual(
          findings.map(({ rule, severity }) => `${severity} ${rule}`),
          [
            'info endpoint-family',
            'warning gateway-status',
            'warning endpoint-family',
            'error gateway-row-missing',
          ],
        );
        assert.equal(status, 1);
      },
    ));

  it('never asks the address of the workspace file; the environment of the user may allow one', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      const { status, stderr } = await run(folder, ['check', 'flat']);
      assert.deepEqual(
        [status, stderr],
        [
          2,
          'veo-audit: No address is allowed for flat: add --url http://127.0.0.1:9/api/pricing, set VEO_AUDIT_GATEWAY_FLAT_URL, or give a saved answer by --from FILE.\n',
        ],
      );
      const keys: (string | undefined)[] = [];
      await withServer(
        (request, answer) => {
          keys.push(request.headers.authorization);
          answer.end(NEW_API);
        },
        async (origin) => {
          const env = { VEO_AUDIT_GATEWAY_FLAT_URL: origin, VEO_AUDIT_GATEWAY_FLAT_KEY: 'sesame' };
          const asked = await run(folder, ['check', 'flat'], { env });
          assert.equal(asked.status, 0);
          assert.ok(!asked.stdout.includes('sesame'));
          assert.ok(
            !readFileSync(join(folder, '.veo-audit/gateways/flat-2026-11-21.json'), 'utf8').includes(
              'sesame',
            ),
          );
        },
      );
      assert.deepEqual(keys, ['Bearer sesame']);
    }));

  it('says what changed between snapshots, and since when a price is as it is', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      const cheaper = NEW_API.replace('"model_price":0.4', '"model_price":0.3').replace(
        'unknown_failure',
        'available',
      );
      const days = [
        ['2026-09-01', NEW_API],
        ['2026-10-01', NEW_API],
        ['2026-11-01', cheaper],
        ['2026-11-21', cheaper],
      ] as const;
      for (const [today, answer] of days)
        await withServer(json(answer), (origin) =>
          run(folder, ['check', 'flat', '--url', origin], { today }),
        );
      const { status, stdout } = await run(folder, ['check', 'flat', '--offline']);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /veo-3\.1-generate-preview: price model_price 0\.4 → model_price 0\.3, between 2026-10-01 and 2026-11-01\n/,
      );
      assert.match(stdout, /veo-3\.1-generate-preview: status unknown_failure → available/);
      assert.match(
        stdout,
        /unit unclear: model_price 0\.3 .*\n {2}price changed between 2026-10-01 and 2026-11-01; before: model_price 0\.4/,
      );
      assert.match(
        stdout,
        /unit unclear: model_ratio 37\.5 .*\n {2}the same price since the snapshot of 2026-09-01/,
      );
    }));

  it('works from a saved answer without any network, and writes nothing', () =>
    withFolder({ 'veo-audit.yaml': CONFIG, 'old/flat-2026-06-17.json': NEW_API }, async (folder) => {
      const args = ['check', 'flat', '--from', 'old/flat-2026-06-17.json'];
      const { status, stdout } = await run(folder, [...args, '--format', 'json']);
      assert.deepEqual(
        [status, checked(stdout).schema, checked(stdout).catalog.day],
        [0, 'veo-route-audit/gateway-check/1', '2026-06-17'],
      );
      assert.equal((await run(folder, [...args, '--fail-on', 'warning'])).status, 1);
      assert.ok(!existsSync(join(folder, '.veo-audit')));
    }));

  it('needs no configuration where --kind says what it is', () =>
    withFolder({ 'answer.json': LITELLM_PROXY }, async (folder) => {
      const { stdout } = await run(folder, ['check', 'house', '--kind', 'litellm', '--from', 'answer.json']);
      assert.match(
        stdout,
        /draft\n {2}sends vertex_ai\/veo-3\.1-lite-generate-001 .*\n {2}\$0\.06 per second .*20% above Google's own \$0\.03–\$0\.05 per second at 720p/,
      );
      assert.match(stdout, /\nRoutes\n {2}none found that goes through it\n/);
    }));

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['check'], /the name of a gateway/],
    [
      ['check', 'nobody'],
      /declares no gateway "nobody" \(it has flat\)\. Declare it there, or say what it is/,
    ],
    [['check', '../flat', '--kind', 'new-api', '--offline'], /letters, digits, dot, dash/],
    [['check', 'flat', '--from', 'nothing.json'], /nothing\.json cannot be read/],
    [['check', 'flat', '--from', 'veo-audit.yaml'], /veo-audit\.yaml: The answer is not valid JSON/],
    [['check', 'flat', '--offline'], /No snapshot of the catalog of flat is kept/],
    [['check', 'flat', '--offline', '--from', 'x.json'], /exclude each other/],
    [['check', 'flat', '--url', 'https://me:pw@x.example'], /no user name or password/],
    [['check', 'flat', '--urk', 'x'], /did you mean --url/],
    [['check', 'flat', 'nowhere', '--from', 'veo-audit.yaml'], /nowhere/],
  ];
  for (const [args, message] of wrong) {
    it(`refuses: ${args.join(' ')}`, () =>
      withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
        const { status, stdout, stderr } = await run(folder, args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
        assert.equal(stderr.trimEnd().split('\n').length, 1);
      }));
  }
});
