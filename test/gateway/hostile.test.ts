// Servers that do not behave: one sentence, exit status 2, and the last good snapshot stays byte for byte.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withFolder } from '../workspace/tempFolder.ts';
import { LITELLM_PROXY, NEW_API } from './answers.ts';
import { json, type Result, run } from './run.ts';
import { withServer } from './server.ts';

const CONFIG = `gateways:
  flat: { kind: new-api }
`;
const KEPT = '.veo-audit/gateways';
const MB = 1024 * 1024;

/** Sends blanks for as long as anybody listens, and counts them. */
function endless(answer: ServerResponse, sent: { bytes: number }): void {
  const blanks = Buffer.alloc(64 * 1024, ' ');
  const more = (): void => {
    if (answer.destroyed) return;
    sent.bytes += blanks.length;
    answer.write(blanks, () => setImmediate(more));
  };
  more();
}

/** A catalog is fetched from a good server a day before, then `listener` is asked. */
async function afterGoodDay(
  listener: RequestListener,
  check: (result: Result, folder: string) => void,
  limits = {},
): Promise<void> {
  await withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
    await withServer(json(NEW_API), (origin) =>
      run(folder, ['check', 'flat', '--url', origin], { today: '2026-11-20' }),
    );
    const before = readFileSync(join(folder, KEPT, 'flat-2026-11-20.json'));
    await withServer(listener, async (origin) =>
      check(await run(folder, ['check', 'flat', '--url', origin], { limits }), folder),
    );
    assert.deepEqual(readdirSync(join(folder, KEPT)), ['flat-2026-11-20.json']);
    assert.ok(
      readFileSync(join(folder, KEPT, 'flat-2026-11-20.json')).equals(before),
      'the snapshot changed',
    );
  });
}

const listOf = (...rows: readonly object[]): string => JSON.stringify({ success: true, data: rows });

describe('a gateway that does not behave', () => {
  const slow = { timeoutMs: 300 };
  const small = { maxBytes: 100_000 };
  const cases: readonly (readonly [
    what: string,
    listener: RequestListener,
    says: RegExp,
    limits?: object,
  ])[] = [
    ['says nothing', () => undefined, /did not answer in full within 0\.3 s/, slow],
    [
      'drips',
      (_, answer) => {
        const drip = setInterval(() => answer.write(' '), 20);
        answer.on('close', () => clearInterval(drip));
      },
      /did not answer in full within 0\.3 s/,
      slow,
    ],
    [
      'dies in the middle',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '5000' });
        answer.write('{"data":[', () => answer.destroy());
      },
      /could not be read: the connection ended in the middle/,
    ],
    [
      'announces hundreds of megabytes',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '900000000' });
        answer.write('{');
      },
      /is larger than 20 MB/,
    ],
    [
      'redirects to another host',
      (_, answer) => answer.writeHead(302, { location: 'http://localhost:1/api/pricing' }).end(),
      /redirects to http:\/\/localhost:1, which was not allowed/,
    ],
    [
      'redirects to a file',
      (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /redirects to file:…, which was not allowed/,
    ],
    [
      'redirects to nowhere',
      (_, answer) => answer.writeHead(302, { location: 'http://[' }).end(),
      /redirects to no address/,
    ],
    [
      'redirects in a circle',
      (_, answer) => answer.writeHead(302, { location: '/again' }).end(),
      /redirects more than 3 times/,
    ],
    [
      'sends a web page',
      (_, answer) => answer.end('<!doctype html><p>Log in'),
      /is a web page \(HTML\), not JSON/,
    ],
    [
      'calls a web page JSON',
      (_, answer) => {
        answer.setHeader('content-type', 'application/json');
        answer.end('\n<html></html>');
      },
      /is a web page \(HTML\), not JSON/,
    ],
    [
      'sends half of its JSON',
      (_, answer) => answer.end(NEW_API.slice(0, 300)),
      /seems to end in the middle/,
    ],
    ['sends nothing', (_, answer) => answer.end(), /The answer is empty/],
    [
      'sends another gateway’s catalog',
      json(LITELLM_PROXY),
      /No row of the answer has a "model_name" and a "quota_type"/,
    ],
    [
      'sends a list of OpenAI’s shape',
      json(listOf({ id: 'veo-3.1', object: 'model' })),
      /No row of the answer has a "model_name"/,
    ],
    ['sends an empty list', json(listOf()), /lists no models at all/],
    ['sends a number', json('7'), /no "data" list/],
    ['sends JSON that is too deep', json('['.repeat(200_000)), /not valid JSON/],
    ['refuses in its JSON', json('{"success":false,"message":"no access"}'), /refused: no access/],
    [
      'sends no UTF-8',
      (_, answer) => answer.end(Buffer.concat([Buffer.from('{"data":["'), Buffer.from([0xff, 0xfe, 0xc3])])),
      /is not text in UTF-8/,
    ],
    [
      'ends in the middle of a character',
      (_, answer) => answer.end(Buffer.from('{"data":["é').subarray(0, 11)),
      /is not text in UTF-8/,
    ],
    [
      'sends a picture',
      (_, answer) => {
        answer.setHeader('content-type', 'image/png');
        answer.end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]));
      },
      /is not text in UTF-8/,
    ],
    [
      'lies about its compression',
      (_, answer) => {
        answer.setHeader('content-encoding', 'gzip');
        answer.end(NEW_API);
      },
      /could not be read/,
    ],
    [
      'sends a gzip bomb',
      (_, answer) => {
        answer.setHeader('content-encoding', 'gzip');
        answer.end(gzipSync(Buffer.alloc(60 * MB, ' ')));
      },
      /is larger than 20 MB/,
    ],
    ['wants a key', (_, answer) => answer.writeHead(401).end(), /HTTP status 401: it wants a key/],
    ['forbids', (_, answer) => answer.writeHead(403).end(), /HTTP status 403: the key may not read/],
    [
      'has no catalog there',
      (_, answer) => answer.writeHead(404).end('<html>'),
      /HTTP status 404: there is no catalog/,
    ],
    [
      'was asked too often',
      (_, answer) => answer.writeHead(429).end(),
      /HTTP status 429: it was asked too often/,
    ],
    ['is ill', (_, answer) => answer.writeHead(500).end(), /HTTP status 500: it has trouble of its own/],
    ['is a teapot', (_, answer) => answer.writeHead(418).end(), /HTTP status 418: it refused/],
    [
      'has nothing new',
      (_, answer) => answer.writeHead(304).end(),
      /redirects to no address|HTTP status 304/,
    ],
    ['never ends', (_, answer) => endless(answer, { bytes: 0 }), /is larger than 0 MB/, small],
  ];
  for (const [what, listener, says, limits] of cases) {
    it(`that ${what}`, () =>
      afterGoodDay(
        listener,
        ({ status, stdout, stderr }) => {
          assert.match(stderr, says);
          assert.match(
            stderr,
            /^veo-audit: [^\n]*[.?] The snapshot of 2026-11-20 stays and is shown instead\.\n$/,
            'it is one line',
          );
          assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-20 from /);
          assert.equal(status, 2);
        },
        limits,
      ));
  }

  it('is not read to the end: what is over the limit is left with the server', async () => {
    const sent = { bytes: 0 };
    await afterGoodDay(
      (_, answer) => endless(answer, sent),
      ({ stderr }) => assert.match(stderr, /larger than 1 MB/),
      { maxBytes: MB },
    );
    assert.ok(sent.bytes < 30 * MB, `${sent.bytes} bytes were taken`);
  });

  it('is understood where only its content type is wrong: the cost map is served as plain text', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
      withServer(
        (_, answer) => {
          answer.setHeader('content-type', 'text/plain');
          answer.end(`\uFEFF${NEW_API}`);
        },
        async (origin) => {
          const { status, stderr } = await run(folder, ['check', 'flat', '--url', origin]);
          assert.deepEqual([status, stderr], [0, `Kept as ${KEPT}/flat-2026-11-21.json.\n`]);
        },
      ),
    ));

  it('gets no key after a redirect to another origin, and keeps it on its own', async () => {
    const seen: (string | undefined)[] = [];
    await withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
      withServer(
        (request, answer) => {
          seen.push(`${request.url} ${request.headers.authorization}`);
          if (request.url === '/moved') answer.end(NEW_API);
          else answer.writeHead(307, { location: '/moved' }).end();
        },
        async (origin) => {
          const env = { VEO_AUDIT_GATEWAY_FLAT_KEY: 'sesame' };
          assert.equal((await run(folder, ['check', 'flat', '--url', origin], { env })).status, 0);
          await withServer(
            (_, answer) => answer.writeHead(307, { location: `${origin}/stolen` }).end(),
            (other) => run(folder, ['check', 'flat', '--url', other], { env }),
          );
        },
      ),
    );
    assert.deepEqual(seen, ['/api/pricing Bearer sesame', '/moved Bearer sesame']);
  });

  it('without an earlier snapshot leaves nothing behind', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      const { status, stdout, stderr } = await run(folder, ['check', 'flat', '--url', 'http://127.0.0.1:1']);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /127\.0\.0\.1:1 could not be read: [^\n]*\. There is no earlier snapshot\.\n$/);
      assert.ok(!existsSync(join(folder, '.veo-audit')));
    }));
});

describe('keeping a snapshot', () => {
  it('shows a catalog that cannot be written down, and says so', () =>
    withFolder({ 'veo-audit.yaml': CONFIG, '.veo-audit/gateways': 'a file in the way' }, (folder) =>
      withServer(json(NEW_API), async (origin) => {
        const { status, stdout, stderr } = await run(folder, ['check', 'flat', '--url', origin]);
        assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-21/);
        assert.match(stderr, /^veo-audit: The catalog came, but its snapshot could not be kept: [^\n]*\n$/);
        assert.equal(status, 2);
      }),
    ));

  it('leaves no half of a file where the new one cannot take its place', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, (folder) =>
      withServer(json(NEW_API), async (origin) => {
        mkdirSync(join(folder, KEPT, 'flat-2026-11-21.json'), { recursive: true });
        const { status, stderr } = await run(folder, ['check', 'flat', '--url', origin]);
        assert.match(stderr, /its snapshot could not be kept/);
        assert.deepEqual(readdirSync(join(folder, KEPT)), ['flat-2026-11-21.json']);
        assert.equal(status, 2);
      }),
    ));

  it('takes no damaged record for one: it is left out, and the others count', () =>
    withFolder({ 'veo-audit.yaml': CONFIG }, async (folder) => {
      await withServer(json(NEW_API), (origin) =>
        run(folder, ['check', 'flat', '--url', origin], { today: '2026-11-01' }),
      );
      const good = readFileSync(join(folder, KEPT, 'flat-2026-11-01.json'), 'utf8');
      mkdirSync(join(folder, KEPT), { recursive: true });
      const damaged: readonly (readonly [string, string])[] = [
        ['02', good.slice(0, 400)],
        ['03', good.replace(/"endpoints": \[[^\]]*\]/, '"endpoints": 5')],
        ['04', good.replace('"day": "2026-11-01"', '"day": "2026-99-99"')],
        ['05', good.replace('"rows": [', '"rows": [null, ')],
        ['06', ''],
      ];
      for (const [day, text] of damaged) writeFileSync(join(folder, KEPT, `flat-2026-11-${day}.json`), text);
      const { status, stdout } = await run(folder, ['check', 'flat', '--offline']);
      assert.equal(status, 0);
      assert.match(stdout, /^flat \(new-api\), catalog of 2026-11-01 from /);
    }));
});
