// `veo-audit smoke`, live: keys, ceilings, and the question before anything is sent.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { smokeCommand } from '../../src/cli/smoke.ts';
import type { HttpAnswer, Transport } from '../../src/smoke/http.ts';
import { desk, everyFile, evidenceIn, json, liveExtras, ROUTER, refusal, VERTEX } from './desk.ts';
import { SECRET } from './harness.ts';

describe('veo-audit smoke, live', () => {
  it('runs under --yes --max-usd with the key of the environment, which stays a secret', async () => {
    const { context, said, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs, hosts } = liveExtras();
    const args = [...ROUTER, '--yes', '--max-usd', '1', '--controlled-failure'];
    assert.equal(await smokeCommand(args, context, extras), 0, said.err);
    assert.equal(jobs(), 1);
    assert.deepEqual([...hosts], ['openrouter.ai']);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.simulated, false);
    assert.equal(smoke?.cost.reportedUsd, 0.4);
    assert.equal(smoke?.controlledFailure?.passed, true);
    assert.equal(smoke?.decision.verdict, 'staging only');
    assert.ok(!`${await everyFile(folder)}${said.out}${said.err}`.includes(SECRET), 'the key was written');
  });

  it('writes no key and no signed address, wherever the other side repeats them', async () => {
    const signed = `https://cdn.example/v.mp4?X-Goog-Signature=${SECRET}&key=${SECRET}`;
    const gossip: readonly Partial<HttpAnswer>[] = [
      {
        status: 400,
        body: json({ error: { message: `Key ${SECRET} may not see ${signed}`, code: SECRET } }),
      },
      { status: 500, body: json({ error: { message: `Bearer ${SECRET}`, status: 'INTERNAL' } }) },
      { status: 502, body: new TextEncoder().encode(`<html>${signed} for ${btoa(SECRET)}</html>`) },
      { status: 302, headers: { location: signed } },
      { status: 200, body: json({ id: `job-${SECRET}`, status: 'pending' }) },
      { status: 200, body: json({ [SECRET]: encodeURIComponent(SECRET) }) },
    ];
    for (const [index, answer] of gossip.entries()) {
      for (const step of ['GET', 'POST']) {
        const { context, said, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
        const { extras } = liveExtras();
        const inner = extras.transport();
        const transport: Transport = async (request, signal) =>
          request.method === step
            ? { status: 200, headers: {}, body: new Uint8Array(), ...answer }
            : inner(request, signal);
        const args = [...ROUTER, '--yes', '--max-usd', '1', '--junit', 'smoke.xml', '--deadline', '1'];
        await smokeCommand(args, context, { ...extras, transport: () => transport });
        const written = `${await everyFile(folder)}${said.out}${said.err}`;
        assert.match(written, /testsuite/);
        for (const spelling of [SECRET, btoa(SECRET), 'X-Goog-Signature='])
          assert.ok(!written.includes(spelling), `${step} ${index} tells ${spelling}`);
      }
    }
  });

  it('never gives a key to a base URL that it was not given for', async () => {
    const { context, said } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs, hosts } = liveExtras();
    const args = [...ROUTER, '--base-url', 'https://openrouter.ai.evil.test', '--yes', '--max-usd', '1'];
    assert.equal(await smokeCommand(args, context, extras), 1);
    assert.match(said.out, /There is no key for openrouter\.ai\.evil\.test/);
    assert.equal(hosts.size + jobs(), 0);
  });

  it('takes a key from standard input for the host that was typed, not for one of the configuration', async () => {
    const { context, said } = await desk();
    const { extras, hosts } = liveExtras({ readStdin: async () => `${SECRET}\n` });
    assert.equal(
      await smokeCommand([...ROUTER, '--key-stdin', '--yes', '--max-usd', '1'], context, extras),
      0,
      said.err,
    );
    assert.deepEqual([...hosts], ['openrouter.ai']);
    await assert.rejects(
      smokeCommand(['my-route', '--key-stdin', '--yes', '--max-usd', '1'], context, {
        ...extras,
        routes: async () => [
          {
            route: {
              name: 'my-route',
              model: 'veo3',
              surface: 'new-api',
              family: 'new-api',
              baseUrl: 'https://evil.test',
              project: null,
              location: null,
              environment: null,
              owner: null,
              labels: {},
            },
            request: {},
          },
        ],
      }),
      refusal(/--key-host/),
    );
    assert.deepEqual([...hosts], ['openrouter.ai']);
  });

  it('keeps to the ceiling of all routes together', async () => {
    const { context, said } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs } = liveExtras();
    assert.equal(await smokeCommand([...ROUTER, '--yes', '--max-usd', '0.1'], context, extras), 1);
    assert.match(said.out, /passes the ceiling of \$0\.10/);
    assert.equal(jobs(), 0);
  });

  it('sends nothing under --yes when nobody knows the price', async () => {
    const { context, said } = await desk({ VEO_AUDIT_KEYS: `gateway.test=${SECRET}` });
    const { extras, jobs } = liveExtras();
    const args = [
      '--model',
      'veo3.1',
      '--surface',
      'new-api',
      '--base-url',
      'https://gateway.test',
      '--yes',
      '--max-usd',
      '9',
    ];
    assert.equal(await smokeCommand(args, context, extras), 1);
    assert.match(said.out, /What it costs is not known/);
    assert.equal(jobs(), 0);
  });

  it('asks a person, and takes only a yes', async () => {
    const { context } = await desk({ OPENROUTER_API_KEY: SECRET });
    const questions: string[] = [];
    const { extras, jobs } = liveExtras({
      ask: async (question) => {
        questions.push(question);
        return false;
      },
    });
    assert.equal(await smokeCommand([...ROUTER, '--max-usd', '1'], context, extras), 1);
    assert.match(
      questions.join(),
      /google\/veo-3\.1-fast on OpenRouter at openrouter\.ai.*4 s.*\$0\.40 at most; the ceiling is \$1\.00/,
    );
    assert.equal(jobs(), 0);
  });

  for (const [what, args, env, pattern] of [
    ['in CI without --yes', ROUTER, { CI: 'true' }, /--yes --max-usd N, or --simulate/],
    ['--yes without --max-usd', [...ROUTER, '--yes'], {}, /--yes needs --max-usd/],
    ['no route', [], {}, /Name a route/],
    ['a model without a surface', ['--model', 'veo-3.1-generate-001'], {}, /--model needs --surface/],
    ['an unknown surface', ['--model', 'x', '--surface', 'vertex'], {}, /There is no surface "vertex"/],
    [
      'a gateway without an address',
      ['--model', 'veo3', '--surface', 'new-api', '--yes', '--max-usd', '1'],
      {},
      /--base-url/,
    ],
    [
      'an address without encryption',
      [...ROUTER, '--base-url', 'http://openrouter.ai', '--yes', '--max-usd', '1'],
      {},
      /https/,
    ],
    [
      'a key in an address',
      [...ROUTER, '--base-url', `https://openrouter.ai?key=${SECRET}`, '--yes', '--max-usd', '1'],
      {},
      /takes no query/,
    ],
    ['Vertex AI without a project', [...VERTEX, '--yes', '--max-usd', '1'], {}, /--project/],
    [
      'a day for a live run',
      [...ROUTER, '--as-of', '2026-01-01', '--yes', '--max-usd', '1'],
      {},
      /--simulate/,
    ],
    ['a wrong fault', [...VERTEX, '--simulate', '--fault', 'nonsense'], {}, /is no fault/],
    ['a simulator elsewhere', [...VERTEX, '--simulator', 'https://evil.test'], {}, /on this machine/],
    ['an unknown route', ['my-route', '--yes', '--max-usd', '1'], {}, /There is no route "my-route"/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { context, folder } = await desk(env);
      const { extras, jobs } = liveExtras();
      await assert.rejects(smokeCommand(args, context, extras), refusal(pattern));
      assert.equal(jobs(), 0);
      assert.ok(!existsSync(join(folder, '.veo-audit', 'evidence')));
    });
  }
});
