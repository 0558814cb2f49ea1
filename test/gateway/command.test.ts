// The command against servers that behave and servers that do not: one sentence, and the last good snapshot stays.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { gatewayCommand } from '../../src/cli/gateway.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { LITELLM_PROXY, NEW_API } from './answers.ts';
import { withServer } from './server.ts';

const catalog = bundledCatalog();
const CONFIG = `routes:
  hero: { gateway: flat, model: veo-3.1-generate-preview }
  quick: { gateway: flat, model: veo3.1-fast }
  gone: { gateway: flat, model: veo3.1-pro }
gateways:
  flat: { kind: new-api, url: http://127.0.0.1:9/api/pricing }
`;

interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  folder: string,
  args: readonly string[],
  { env = {}, today = '2026-11-21' }: { env?: Record<string, string>; today?: string } = {},
): Promise<Result> {
  let stdout = '';
  let stderr = '';
  const status = await gatewayCommand(
    args,
    {
      workingFolder: folder,
      today,
      env,
      catalog: async () => catalog,
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
    },
    { timeoutMs: 300, maxBytes: 100_000 },
  );
  return { status, stdout, stderr };
}

const json: (body: string) => RequestListener = (body) => (_, answer) => {
  answer.setHeader('content-type', 'application/json');
  answer.end(body);
};

describe('veo-audit gateway check', () => {
  it('fetches from the allowed address, keeps a dated snapshot and says what each row and route is', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
      withServer(json(NEW_API), async (origin) => {
        const { status, stdout, stderr } = await run(folder, ['check', 'flat', '--allow-url', origin]);
        assert.equal(status, 0);
        assert.equal(stderr, 'Kept as .veo-audit/gateways/flat-2026-11-21.json.\n');
        assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-21 from .*\/api\/pricing: 5 of 6 rows/);
        assert.match(
          stdout,
          /veo3\.1-fast\n {2}endpoints openai · groups default · status not said\n {2}unit unclear: model_ratio 37\.5/,
        );
        assert.match(
          stdout,
          /hero: row "veo-3\.1-generate-preview"\n {2}quick: row "veo3\.1-fast"\n {2}gone: no row/,
        );
        for (const rule of ['price-unit-unclear', 'gateway-row-missing', 'gateway-status', 'endpoint-family'])
          assert.ok(stdout.includes(`  ${rule}\n`), `${rule} is not said`);
        assert.match(stdout, /no row "veo3\.1-pro"[^;]*; near to it: veo3\.1-fast/);
        assert.deepEqual(readdirSync(join(folder, '.veo-audit/gateways')), ['flat-2026-11-21.json']);
        assert.equal(
          readFileSync(join(folder, '.veo-audit/.ignore'), 'utf8'),
          '*\n',
          'audits would read the records',
        );
      }),
    ));

  it('never asks the address of the workspace file; the environment of the user may allow one', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      await assert.rejects(
        run(folder, ['check', 'flat']),
        new UsageError(
          'No address is allowed for flat: add --allow-url http://127.0.0.1:9/api/pricing, set VEO_AUDIT_GATEWAY_FLAT_URL, or give a saved answer by --from FILE.',
        ),
      );
      const keys: (string | undefined)[] = [];
      await withServer(
        (request, answer) => {
          keys.push(request.headers.authorization);
          answer.end(NEW_API);
        },
        async (origin) => {
          const env = { VEO_AUDIT_GATEWAY_FLAT_URL: origin, VEO_AUDIT_GATEWAY_FLAT_KEY: 'sesame' };
          const { status, stdout } = await run(folder, ['check', 'flat'], { env });
          assert.equal(status, 0);
          assert.ok(!stdout.includes('sesame'));
        },
      );
      assert.deepEqual(keys, ['Bearer sesame']);
    }));

  it('works from a saved answer, says what changed between snapshots, and prints JSON', () =>
    withFolder({ 'veo-audit.yaml': CONFIG, 'old/flat-2026-06-17.json': NEW_API }, async (folder) => {
      const cheaper = NEW_API.replace('"model_price":0.4', '"model_price":0.3').replace(
        'unknown_failure',
        'available',
      );
      await withServer(json(NEW_API), (origin) =>
        run(folder, ['check', 'flat', '--allow-url', origin], { today: '2026-10-01' }),
      );
      await withServer(json(cheaper), async (origin) => {
        const { stdout } = await run(folder, ['check', 'flat', '--allow-url', origin]);
        assert.match(
          stdout,
          /veo-3\.1-generate-preview: price model_price 0\.4 → model_price 0\.3, between 2026-10-01 and 2026-11-21/,
        );
        assert.match(stdout, /veo-3\.1-generate-preview: status unknown_failure → available/);
      });
      const { status, stdout } = await run(folder, [
        'check',
        'flat',
        '--from',
        'old/flat-2026-06-17.json',
        '--format',
        'json',
      ]);
      const check: { snapshot: { day: string }; findings: unknown[] } = JSON.parse(stdout);
      assert.deepEqual([status, check.snapshot.day], [0, '2026-06-17']);
      assert.equal(
        (await run(folder, ['check', 'flat', '--from', 'old/flat-2026-06-17.json', '--fail-on', 'warning']))
          .status,
        1,
      );
    }));

  it('needs no configuration where --kind says what it is', () =>
    withFolder({ 'answer.json': LITELLM_PROXY }, async (folder) => {
      const { stdout } = await run(folder, ['check', 'house', '--kind', 'litellm', '--from', 'answer.json']);
      assert.match(
        stdout,
        /draft\n {2}sends vertex_ai\/veo-3\.1-lite-generate-001 .*\n {2}\$0\.06\/s .*20% above Google's own \$0\.03–\$0\.05\/s at 720p/,
      );
    }));

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['check'], /the name of one gateway/],
    [['check', 'nobody'], /has no gateway "nobody" \(it has: flat\)/],
    [['check', 'flat', '--from', 'nothing.json'], /nothing\.json cannot be read/],
    [['check', 'flat', '--from', 'veo-audit.yaml'], /veo-audit\.yaml: The answer is not valid JSON/],
    [['check', 'flat', '--allow-url', 'ftp://x'], /must begin with https/],
    [['check', 'flat', '--allow-url', 'https://me:pw@x.example'], /no user name or password/],
    [['check', 'flat', '--allow-utl', 'x'], /did you mean --allow-url/],
  ];
  for (const [args, message] of wrong) {
    it(`refuses: ${args.join(' ')}`, () =>
      withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
        assert.rejects(
          run(folder, args),
          (error: unknown) => error instanceof UsageError && message.test(error.message),
        ),
      ));
  }

  const broken: readonly (readonly [what: string, listener: RequestListener, says: RegExp])[] = [
    ['says nothing', () => undefined, /did not answer within 0\.3 s\./],
    [
      'stops in the middle and waits',
      (_, answer) => {
        answer.write('{"data":[');
      },
      /did not answer within 0\.3 s\./,
    ],
    [
      'dies in the middle',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '5000' });
        answer.write('{"data":[', () => answer.destroy());
      },
      /could not be read: the connection ended in the middle\./,
    ],
    [
      'announces too much',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '900000000' });
        answer.write('{');
      },
      /larger than 0 MB/,
    ],
    [
      'never ends',
      (_, answer) => {
        const more = (): void => {
          if (!answer.destroyed) answer.write(' '.repeat(50_000), () => setImmediate(more));
        };
        more();
      },
      /larger than 0 MB/,
    ],
    [
      'sends elsewhere',
      (_, answer) => {
        answer.writeHead(302, { location: 'http://localhost:1/api/pricing' }).end();
      },
      /redirects to http:\/\/localhost:1, another host/,
    ],
    [
      'sends around in a circle',
      (_, answer) => {
        answer.writeHead(302, { location: '/again' }).end();
      },
      /redirects more than 3 times/,
    ],
    ['sends a web page', (_, answer) => answer.end('<html><body>Log in</body></html>'), /web page \(HTML\)/],
    [
      'sends half of its JSON',
      (_, answer) => answer.end(NEW_API.slice(0, 300)),
      /seems to end in the middle/,
    ],
    ['wants a key', (_, answer) => answer.writeHead(401).end(), /HTTP status 401 \(does it need a key/],
    ['is ill', (_, answer) => answer.writeHead(503).end(), /HTTP status 503\./],
  ];
  for (const [what, listener, says] of broken) {
    it(`a server that ${what}: one sentence, and the last snapshot stays`, () =>
      withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
        const kept = join(folder, '.veo-audit/gateways/flat-2026-11-20.json');
        await withServer(json(NEW_API), (origin) =>
          run(folder, ['check', 'flat', '--allow-url', origin], { today: '2026-11-20' }),
        );
        const before = readFileSync(kept, 'utf8');
        await withServer(listener, async (origin) => {
          const { status, stdout, stderr } = await run(folder, ['check', 'flat', '--allow-url', origin]);
          assert.match(stderr, says);
          assert.match(stderr, /^[^\n]* The snapshot of 2026-11-20 stays and is shown instead\.\n$/);
          assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-20/);
          assert.equal(status, 1);
        });
        assert.equal(readFileSync(kept, 'utf8'), before);
        assert.deepEqual(readdirSync(join(folder, '.veo-audit/gateways')), ['flat-2026-11-20.json']);
      }));
  }

  it('says so where there is no snapshot to fall back on', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      const { status, stdout, stderr } = await run(folder, [
        'check',
        'flat',
        '--allow-url',
        'http://127.0.0.1:1',
      ]);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /127\.0\.0\.1:1 could not be read: .*\. There is no earlier snapshot\.\n$/);
      assert.ok(!existsSync(join(folder, '.veo-audit')));
    }));
});
