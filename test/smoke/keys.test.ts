// A key is seen by the host it was given for and by nobody else.
import assert from 'node:assert/strict';
import { isLoopback } from '../../src/network/loopback.ts';
import { defaultCredentials, environmentKeys } from '../../src/smoke/environmentKeys.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { credentialHeader, fixedKey, hostOf, keyRing, watchedKeys } from '../../src/smoke/keys.ts';
import { secretBook } from '../../src/smoke/redact.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeRoute } from '../../src/smoke/types.ts';
import { benchOf, HOST, planOf, routeOf, SECRET } from './harness.ts';

async function secretFor(keys: Parameters<typeof keyRing>[0], url: string): Promise<string | null> {
  return (await keyRing(keys)(url)?.secret()) ?? null;
}

describe('a key ring', () => {
  const ring = [
    fixedKey(['api.example', 'ports.example:8080'], 'first-key'),
    fixedKey(['localhost:8788'], 'local-key'),
  ];

  it('gives a key to exactly its host', async () => {
    assert.equal(await secretFor(ring, 'https://api.example/v1/videos'), 'first-key');
    assert.equal(await secretFor(ring, 'https://API.EXAMPLE/v1'), 'first-key');
    assert.equal(await secretFor(ring, 'https://ports.example:8080/v1'), 'first-key');
    assert.equal(await secretFor(ring, 'http://localhost:8788/v1'), 'local-key');
  });

  for (const url of [
    'https://api.example.evil.test/v1',
    'https://evil-api.example/v1',
    'https://sub.api.example/v1',
    'https://api.example:8443/v1',
    'http://api.example/v1',
    'http://ports.example:8080/v1',
    'https://api.example@evil.test/v1',
    'https://user:pass@api.example/v1',
    'https://user@api.example/v1',
    'https://:pass@api.example/v1',
    'ftp://localhost:8788/v1',
    'no address',
    'https://evil.test/?https://api.example',
    'ftp://api.example/v1',
    'api.example',
    'http://localhost:8789/v1',
  ]) {
    it(`gives none to ${url}`, async () => assert.equal(await secretFor(ring, url), null));
  }

  it('knows plain http on this machine only', () => {
    assert.equal(hostOf('http://127.0.0.1:8788'), '127.0.0.1:8788');
    assert.equal(hostOf('http://[::1]:8788'), '[::1]:8788');
    assert.equal(hostOf('http://127.10.200.255'), '127.10.200.255');
    assert.equal(hostOf('http://127.0.0.1.evil.test'), null);
    for (const name of ['1127.0.0.1', 'x.127.0.0.1', '127.0.0', '127.0.0.1.2', 'localhost.evil.test'])
      assert.equal(isLoopback(name), false, name);
  });

  it('carries a key in the header of its surface', () => {
    assert.deepEqual(credentialHeader('bearer', 'abc'), { authorization: 'Bearer abc' });
    assert.deepEqual(credentialHeader('x-goog-api-key', 'abc'), { 'x-goog-api-key': 'abc' });
  });
});

describe('a key that is too short to be kept out of records', () => {
  it('is not used: nothing leaves', async () => {
    const bench = benchOf('openrouter');
    const asked: string[] = [];
    const transport: Transport = async (request, signal) => {
      asked.push(request.url);
      return bench.world.transport(request, signal);
    };
    const keys = keyRing(watchedKeys([fixedKey([HOST], 'abcde')], secretBook()));
    const run = await runSmoke(planOf('openrouter'), { ...bench.world, keys, transport }, bench.journal);
    assert.deepEqual([run.outcome?.failure, run.submitsSent, asked], ['no-token', 0, []]);
    assert.match(JSON.stringify(run), /the key for \S+ has fewer than 6 characters/);
    assert.ok(!JSON.stringify(bench.events).includes('abcde'));
  });

  it('has fewer than six characters: one of six is used', async () => {
    const [key] = watchedKeys([fixedKey([HOST], 'abcde1')], secretBook());
    assert.equal(await key?.secret(), 'abcde1');
  });
});

describe('keys of the environment', () => {
  const route = routeOf('vertex-ai');

  it('are those that are set, and no others', () => {
    assert.deepEqual(environmentKeys({}, [route]), []);
    assert.deepEqual(environmentKeys({ VERTEX_ACCESS_TOKEN: 'the-token' }, []), []);
    const hosts = (pairs: string) =>
      environmentKeys({ VEO_AUDIT_KEYS: pairs }, []).flatMap((key) => key.hosts);
    assert.deepEqual(hosts('word, =key,  a.example=k1,\n b.example=k2'), ['a.example', 'b.example']);
  });

  it("give Google's token for Vertex AI's routes only, in the usual location where none is set", () => {
    const hosts = (...routes: readonly SmokeRoute[]) =>
      defaultCredentials(routes).flatMap(({ hosts }) => hosts);
    assert.deepEqual(hosts({ ...route, location: null }), [
      'us-central1-aiplatform.googleapis.com',
      'storage.googleapis.com',
    ]);
    assert.deepEqual(hosts({ ...routeOf('openrouter'), location: 'us-central1' }), []);
  });

  it('are bound to the hosts of their services', async () => {
    const keys = environmentKeys({ GEMINI_API_KEY: 'gemini-key', OPENROUTER_API_KEY: 'router-key' }, []);
    assert.equal(await secretFor(keys, 'https://generativelanguage.googleapis.com/v1beta'), 'gemini-key');
    assert.equal(await secretFor(keys, 'https://openrouter.ai/api/v1'), 'router-key');
    assert.equal(await secretFor(keys, 'https://gateway.example/v1'), null);
  });

  it('name their host where a gateway has none of its own', async () => {
    const keys = environmentKeys({ VEO_AUDIT_KEYS: 'a.example=key-a, b.example:8443=key=b' }, []);
    assert.equal(await secretFor(keys, 'https://a.example/v1'), 'key-a');
    assert.equal(await secretFor(keys, 'https://b.example:8443/v1'), 'key=b');
    assert.equal(await secretFor(keys, 'https://b.example/v1'), null);
  });

  it("give Google's token to Google's hosts, whatever base URL a route has", async () => {
    const keys = environmentKeys({ VERTEX_ACCESS_TOKEN: 'the-token' }, [
      { ...route, baseUrl: 'https://evil.test' },
    ]);
    assert.equal(await secretFor(keys, 'https://us-central1-aiplatform.googleapis.com/v1'), 'the-token');
    assert.equal(await secretFor(keys, 'https://storage.googleapis.com/storage/v1/b/x/o/y'), 'the-token');
    assert.equal(await secretFor(keys, 'https://evil.test/v1'), null);
  });

  it('cannot be turned by a location that is a host name', () => {
    const turned = { ...route, location: 'evil.test/x' };
    assert.deepEqual(defaultCredentials([turned]), []);
    assert.deepEqual(environmentKeys({ VERTEX_ACCESS_TOKEN: 'the-token' }, [turned]), []);
  });
});

describe('a video on another host', () => {
  it('is fetched without the key, also after a redirect', async () => {
    const bench = benchOf('new-api');
    const simulated = bench.world.transport;
    const seen: { readonly host: string; readonly headers: string }[] = [];
    const transport: Transport = async (request, signal) => {
      const url = new URL(request.url);
      seen.push({ host: url.host, headers: JSON.stringify(request.headers) });
      if (url.host === 'cdn.example')
        return {
          status: 302,
          headers: { location: 'https://far.example/video.mp4?sig=1' },
          body: new Uint8Array(),
        };
      // The far host has the bytes that the gateway would have served.
      if (url.host === 'far.example')
        return simulated({ ...request, url: `https://${HOST}${fileOf(bench)}` }, signal);
      const answer = await simulated(request, signal);
      const text = new TextDecoder()
        .decode(answer.body)
        .replaceAll(`https://${HOST}/files/`, 'https://cdn.example/files/');
      return { ...answer, body: new TextEncoder().encode(text) };
    };
    const run = await runSmoke(planOf('new-api'), { ...bench.world, transport }, bench.journal);
    assert.equal(run.state, 'passed', run.outcome?.message);
    assert.deepEqual([...new Set(seen.map(({ host }) => host))], [HOST, 'cdn.example', 'far.example']);
    for (const { host, headers } of seen)
      assert.equal(headers.includes(SECRET), host === HOST, `${host}: ${headers}`);
    assert.ok(!JSON.stringify(bench.events).includes('far.example'), 'a signed address is in the journal');
  });

  it('is not fetched from an address without encryption', async () => {
    const bench = benchOf('new-api');
    const transport: Transport = async (request, signal) => {
      const answer = await bench.world.transport(request, signal);
      const text = new TextDecoder()
        .decode(answer.body)
        .replaceAll(`https://${HOST}/files/`, 'http://169.254.169.254/files/');
      return { ...answer, body: new TextEncoder().encode(text) };
    };
    const run = await runSmoke(planOf('new-api'), { ...bench.world, transport }, bench.journal);
    assert.equal(run.outcome?.failure, 'redirected');
    assert.ok(bench.sent.every(({ url }) => !url.includes('169.254')));
  });
});

function fileOf(bench: ReturnType<typeof benchOf>): string {
  const [job] = bench.simulator.world.jobs.values();
  return `/files/${job?.id}.mp4?signature=${job?.id}-simulated`;
}
