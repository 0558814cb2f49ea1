// What a video's address may lead to: a few steps, each with the key of its own host, and no other program of this machine.
import assert from 'node:assert/strict';
import type { Transport } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, HOST, planOf, routeOf, SECRET } from './harness.ts';

interface Fetched {
  readonly run: Run;
  /** The addresses that were asked on the way to the video, in their order. */
  readonly way: readonly string[];
}

/**
 * Runs a smoke test of a gateway at `origin` whose finished job names the first address of `way`; each address is
 * redirected to the next one, the last one has the video.
 */
async function fetchedBy(
  origin: string,
  way: readonly (string | null)[],
  {
    known = {},
    status = 302,
  }: { readonly known?: Readonly<Record<string, number>>; readonly status?: number } = {},
): Promise<Fetched> {
  const bench = benchOf('new-api');
  const simulated = bench.world.transport;
  const asked: string[] = [];
  let file = '';
  const transport: Transport = async (request, signal) => {
    const step = known[request.url] ?? way.indexOf(request.url);
    if (step < 0) {
      const answer = await simulated(
        { ...request, url: request.url.replace(origin, `https://${HOST}`) },
        signal,
      );
      const text = new TextDecoder().decode(answer.body);
      file = /https:[^"]*\/files\/[^"]*/.exec(text)?.[0] ?? file;
      return { ...answer, body: new TextEncoder().encode(text.replaceAll(file || '\0', way[0] ?? '')) };
    }
    asked.push(request.url);
    const next = way[step + 1];
    if (next === undefined) return simulated({ ...request, url: file }, signal);
    const headers: Record<string, string> = next === null ? {} : { location: next };
    return { status, headers, body: new Uint8Array() };
  };
  const plan = planOf('new-api', { route: routeOf('new-api', origin) });
  const keys = keyRing([fixedKey([new URL(origin).host], SECRET)]);
  const run = await runSmoke(plan, { ...bench.world, keys, transport }, bench.journal);
  return { run, way: asked };
}

const hops = (count: number): readonly string[] =>
  Array.from({ length: count + 1 }, (_, index) => `https://hop-${index}.example/video.mp4`);

describe('a redirect of a video', () => {
  it('is followed five times', async () => {
    const { run, way } = await fetchedBy('https://gateway.example', hops(5));
    assert.equal(run.state, 'passed', run.outcome?.message);
    assert.deepEqual(way, hops(5));
  });

  it('is not followed a sixth time', async () => {
    const { run, way } = await fetchedBy('https://gateway.example', hops(6));
    assert.equal(run.outcome?.failure, 'redirected');
    assert.match(run.outcome.message, /more than 5 redirects/);
    assert.deepEqual(way, hops(6).slice(0, 6));
  });

  for (const [what, location, says] of [
    ['names no address', 'http://[broken', /the redirect names no address/],
    ['has no address at all', null, /HTTP 302/],
    ['leaves encryption', 'http://b.example/v.mp4', /neither https nor on this machine/],
  ] as const) {
    it(`is the end where it ${what}`, async () => {
      const { run, way } = await fetchedBy('https://gateway.example', ['https://a.example/v.mp4', location]);
      assert.equal(run.outcome?.failure, 'redirected');
      assert.match(run.outcome.message, says);
      assert.deepEqual(way, ['https://a.example/v.mp4']);
    });
  }

  it('is none where the answer is a refusal that names an address', async () => {
    const way = ['https://a.example/v.mp4', 'https://b.example/v.mp4'];
    const { run, way: asked } = await fetchedBy('https://gateway.example', way, { status: 404 });
    assert.equal(run.outcome?.failure, 'expired');
    assert.deepEqual(asked, way.slice(0, 1));
  });

  it('is followed from where it stands, by a path alone', async () => {
    const { run } = await fetchedBy('https://gateway.example', ['https://a.example/x/v.mp4', '/y.mp4'], {
      known: { 'https://a.example/y.mp4': 1 },
    });
    assert.equal(run.state, 'passed', run.outcome?.message);
  });

  for (const address of [
    'https://0.0.0.0/v.mp4',
    'https://[::]/v.mp4',
    'https://[::ffff:7f00:1]/v.mp4',
    'https://api.localhost/v.mp4',
    'https://localhost./v.mp4',
  ]) {
    it(`leads to no program on this machine by another name of it: ${address}`, async () => {
      const { run, way } = await fetchedBy('https://gateway.example', ['https://a.example/v.mp4', address]);
      assert.match(run.outcome?.message ?? '', /another program on this machine/);
      assert.deepEqual(way, ['https://a.example/v.mp4']);
    });
  }

  it('leads to a host whose name only holds that of this machine', async () => {
    for (const host of ['localhost.example', 'mylocalhost-cdn.example', '10.0.0.0']) {
      const { run } = await fetchedBy('https://gateway.example', [`https://${host}/v.mp4`]);
      assert.equal(run.state, 'passed', `${host}: ${run.outcome?.message}`);
    }
  });

  it('leads to the gateway on this machine under any of its names', async () => {
    const way = ['http://localhost:8788/a.mp4', 'http://127.0.0.1:8788/b.mp4', 'http://[::1]:8788/c.mp4'];
    const { run } = await fetchedBy('http://127.0.0.1:8788', way);
    assert.equal(run.state, 'passed', run.outcome?.message);
  });

  for (const [what, address] of [
    ['another port', 'http://127.0.0.1:9999/b.mp4'],
    ['the same port by another scheme', 'https://127.0.0.1:8788/b.mp4'],
  ] as const) {
    it(`leads to no other program on this machine: ${what}`, async () => {
      const { run, way } = await fetchedBy('http://127.0.0.1:8788', ['http://127.0.0.1:8788/a.mp4', address]);
      assert.equal(run.outcome?.failure, 'redirected');
      assert.match(run.outcome.message, /another program on this machine/);
      assert.deepEqual(way, ['http://127.0.0.1:8788/a.mp4']);
    });
  }
});
