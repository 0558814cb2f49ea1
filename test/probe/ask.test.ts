// One question to a surface: what its answer means, and that nothing goes where it must not.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { startSimulator } from '../../src/simulator/server.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { familyOf } from '../../src/smoke/endpoints/index.ts';
import { fetchTransport, type HttpRequest, TransportError } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { askProbe, ProbeError, planProbe } from '../../src/smoke/probe.ts';
import { secretBook } from '../../src/smoke/redact.ts';
import type { SmokeRoute } from '../../src/smoke/types.ts';

const KEY = 'a-key-of-this-host';
const NOW = Date.parse('2026-11-30T10:00:00Z');

const route = (surface: string, model: string, baseUrl: string): SmokeRoute => ({
  ...{ name: model, model, surface, baseUrl, family: familyOf(surface, model) },
  ...{ project: null, location: null, environment: null, owner: null, labels: {} },
});

const GEMINI = route('gemini-api', 'veo-3.1-generate-preview', 'https://generativelanguage.googleapis.com');
const OPENROUTER = route('openrouter', 'google/veo-3.1', 'https://openrouter.ai');

/** What is made of one answer, and what was sent for it. */
async function answered(to: SmokeRoute, status: number, body: unknown, headers: Record<string, string> = {}) {
  const sent: HttpRequest[] = [];
  const keys = keyRing([fixedKey([new URL(to.baseUrl).host], KEY)]);
  const book = secretBook();
  book.learn(KEY);
  const probe = await askProbe(planProbe(to, keys), {
    transport: async (request) => {
      sent.push(request);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return { status, headers, body: new TextEncoder().encode(text) };
    },
    redact: book.redact,
    now: () => NOW,
  });
  return { probe, sent };
}

const notFound = { error: { code: 404, status: 'NOT_FOUND', message: 'models/x is not found' } };

describe('the answer to a probe', () => {
  for (const [what, to, status, body, expected] of [
    ['the model', GEMINI, 200, { name: 'models/veo-3.1-generate-preview' }, 'listed'],
    ['another model', GEMINI, 200, { name: 'models/veo-9' }, 'nothing'],
    ['a web page', GEMINI, 200, '<html>Sign in</html>', 'nothing'],
    ['an empty body', GEMINI, 200, '', 'nothing'],
    ['an error in a success', GEMINI, 200, notFound, 'nothing'],
    ["404 with the API's own error", GEMINI, 404, notFound, 'gone'],
    ['404 in a list, as Google wraps some', GEMINI, 404, [notFound], 'gone'],
    ['404 of a proxy', GEMINI, 404, '<html>404</html>', 'nothing'],
    ['404 with nothing', GEMINI, 404, '', 'nothing'],
    ['400', GEMINI, 400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'x' } }, 'nothing'],
    ['401', GEMINI, 401, { error: { code: 401 } }, 'nothing'],
    ['403', GEMINI, 403, { error: { code: 403, message: 'x is not found' } }, 'nothing'],
    ['429', GEMINI, 429, { error: { code: 429, message: 'quota' } }, 'nothing'],
    ['500', GEMINI, 500, notFound, 'nothing'],
    ['503', GEMINI, 503, notFound, 'nothing'],
    ['a list with the row', OPENROUTER, 200, { data: [{ id: 'google/veo-3.1' }] }, 'listed'],
    ['a list without it', OPENROUTER, 200, { data: [{ id: 'x/y' }] }, 'not-listed'],
    ['an empty list', OPENROUTER, 200, { data: [] }, 'nothing'],
    ['no list at its address', OPENROUTER, 404, notFound, 'nothing'],
  ] as const) {
    it(`${what} means ${expected}`, async () => {
      const { probe, sent } = await answered(to, status, body);
      assert.deepEqual([probe.answer, probe.status, sent.length], [expected, status, 1]);
    });
  }

  it('is dated, short, and holds no key, whatever the surface says', async () => {
    const { probe } = await answered(GEMINI, 403, { error: { message: `${KEY} ${'x'.repeat(5000)}` } });
    assert.deepEqual([probe.askedAt, probe.simulated], ['2026-11-30T10:00:00.000Z', false]);
    assert.ok(!JSON.stringify(probe).includes(KEY) && probe.said.length <= 400);
  });

  it('is a GET with the key in the header of that surface', async () => {
    const { sent } = await answered(GEMINI, 429, {});
    assert.deepEqual(
      [sent[0]?.method, sent[0]?.body, sent[0]?.headers['x-goog-api-key']],
      ['GET', null, KEY],
    );
    assert.equal(sent[0]?.url, `${GEMINI.baseUrl}/v1beta/models/${GEMINI.model}`);
  });

  it('that never came says nothing', async () => {
    const keys = keyRing([fixedKey(['generativelanguage.googleapis.com'], KEY)]);
    const probe = await askProbe(planProbe(GEMINI, keys), {
      transport: () => Promise.reject(new TransportError('no answer in time', true)),
      redact: (text) => text,
      now: () => NOW,
    });
    assert.deepEqual(
      [probe.answer, probe.status, probe.said],
      ['nothing', null, 'no whole answer came: no answer in time'],
    );
  });
});

describe('the plan of a probe', () => {
  const plan = (to: SmokeRoute, host: string) => planProbe(to, keyRing([fixedKey([host], KEY)]));

  it('takes no key of another host', () => {
    for (const host of ['openrouter.ai', 'generativelanguage.googleapis.com.evil.test', 'googleapis.com'])
      assert.throws(() => plan(GEMINI, host), ProbeError);
  });

  it('asks a public list without a key', () => {
    assert.equal(plan(OPENROUTER, 'generativelanguage.googleapis.com').key, null);
  });

  it('sends nothing in the clear, nor to an address with a user', () => {
    for (const base of ['http://gateway.test', 'https://user:secret@gateway.test'])
      assert.throws(() => plan({ ...GEMINI, baseUrl: base }, 'gateway.test'), ProbeError);
  });
});

describe('a probe over the network', () => {
  async function asked(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(String(request.headers['x-goog-api-key']));
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const to = route('gemini-api', 'veo-3.1-generate-preview', `http://127.0.0.1:${port}`);
    try {
      const keys = keyRing([fixedKey([`127.0.0.1:${port}`], KEY)]);
      const world = { transport: fetchTransport(), redact: (text: string) => text, now: () => NOW };
      return { probe: await askProbe(planProbe(to, keys), world), seen };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('follows no redirect, and says where it leads without the signed rest', async () => {
    let reached = 0;
    const other = createServer((_, response) => {
      reached++;
      response.end('{"name":"models/veo-3.1-generate-preview"}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { probe } = await asked((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/x?sig=secret` }).end();
    });
    other.close();
    assert.deepEqual([probe.answer, reached], ['nothing', 0]);
    assert.equal(probe.said, `it redirects to http://127.0.0.1:${port}, which is not followed`);
  });

  it('gives up an answer that does not end', async () => {
    const { probe } = await asked((_, response) => {
      const piece = Buffer.alloc(1024 * 1024, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    });
    assert.equal(probe.answer, 'nothing');
    assert.match(probe.said, /^no whole answer came: the answer is larger than \d+ bytes$/);
  });

  it('says nothing of an answer that breaks off', async () => {
    const { probe } = await asked((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"name":"models/veo-3.1-generate-preview"');
      response.socket?.destroy();
    });
    assert.deepEqual([probe.answer, probe.status], ['nothing', null]);
  });

  it('of the simulator says that it was one', async () => {
    const simulator = await startSimulator({
      ...{ catalog: bundledCatalog(), asOf: '2026-11-30', clock: scaledClock(1000) },
      ...{ random: () => 0.5, dialect: 'litellm' },
    });
    try {
      const { host } = new URL(simulator.origin);
      const world = { transport: fetchTransport(), redact: (text: string) => text, now: () => NOW };
      const answers = await Promise.all(
        [
          ['vertex-ai', 'veo-3.1-generate-001'],
          ['gemini-api', 'veo-3.1-generate-preview'],
          ['gemini-api', 'gemini-omni-1.1-flash'],
          ['openrouter', 'google/veo-3.1'],
        ].map(([surface = '', model = '']) =>
          askProbe(
            planProbe(route(surface, model, simulator.origin), keyRing([fixedKey([host], KEY)])),
            world,
          ),
        ),
      );
      assert.deepEqual(
        answers.map(({ answer, simulated }) => [answer, simulated]),
        [
          ['listed', true],
          ['gone', true],
          ['listed', true],
          ['listed', true],
        ],
      );
    } finally {
      await simulator.close();
    }
  });
});
