// The one entry of the command line and the editor, with a world of its own: no disk, no network, no clock.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { type CatalogSource, checkGateway } from '../../src/checks/checkGateway.ts';
import type { GatewaySubject } from '../../src/checks/checkSnapshot.ts';
import { allowAddress } from '../../src/gateway/address.ts';
import type { GatewaySnapshot } from '../../src/gateway/types.ts';
import type { GatewayWorld } from '../../src/gateway/world.ts';
import { NEW_API } from './answers.ts';

const subject: GatewaySubject = {
  gateway: 'flat',
  settings: { kind: 'new-api', priceIsPer: 'second' },
  audits: [],
  contracts: {
    config: { routes: { hero: { gateway: 'flat', model: 'veo-3.1-generate-preview' } } },
    configFile: 'veo-audit.yaml',
    configText: 'routes:\n  hero: { gateway: flat, model: veo-3.1-generate-preview }\n',
  },
  catalog: bundledCatalog(),
  asOf: '2026-11-21',
};

const FETCH: CatalogSource = {
  kind: 'fetch',
  address: allowAddress('https://flat.example.com', 'flat', 'new-api', 'sesame'),
};

interface Asked {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

/** A world that keeps its snapshots in a list and answers as it is told. */
function worldOf(answer: (signal: AbortSignal | null | undefined) => Promise<Response>) {
  const kept: GatewaySnapshot[] = [];
  const asked: Asked[] = [];
  const world: GatewayWorld = {
    fetch: (input, init) => {
      asked.push({ url: String(input), init });
      return answer(init?.signal);
    },
    today: () => '2026-11-21',
    store: {
      list: async () => kept,
      save: async (snapshot) => `memory ${kept.push(snapshot)}`,
    },
  };
  return { world, kept, asked };
}

describe('checkGateway', () => {
  it('asks the allowed address once, keeps what came and says what it means', async () => {
    const { world, kept, asked } = worldOf(async () => new Response(NEW_API));
    const { check, fault, keptAs } = await checkGateway(subject, FETCH, world);
    assert.deepEqual([fault, keptAs, kept.length], [null, 'memory 1', 1]);
    assert.deepEqual(
      asked.map(({ url, init }) => [url, init?.redirect, init?.credentials, init?.headers]),
      [
        [
          'https://flat.example.com/api/pricing',
          'manual',
          'omit',
          { accept: 'application/json', authorization: 'Bearer sesame' },
        ],
      ],
    );
    const [hero] = check?.routes ?? [];
    assert.deepEqual(
      [hero?.name, hero?.declared, hero?.place, hero?.row?.row.label, hero?.row?.available, hero?.row?.video],
      [
        'hero',
        true,
        { file: 'veo-audit.yaml', line: 2, column: 11 },
        'veo-3.1-generate-preview',
        'no',
        'native',
      ],
    );
    const [price] = hero?.row?.prices ?? [];
    assert.ok(price?.price.kind === 'per-second');
    assert.equal(price.price.usdPerSecond, 0.4);
    assert.equal(price.google?.model, 'veo-3.1-generate-preview');
    assert.ok(!JSON.stringify([check, kept]).includes('sesame'), 'the key was kept');
  });

  it('asks nobody for what is kept or saved, and writes nothing', async () => {
    const { world, kept, asked } = worldOf(() => Promise.reject(new Error('asked')));
    const none = await checkGateway(subject, { kind: 'kept' }, world);
    assert.deepEqual(none, {
      check: null,
      fault: 'No snapshot of the catalog of flat is kept.',
      keptAs: null,
    });
    const saved = { kind: 'saved', text: NEW_API, from: 'old.json', day: '2026-06-17' } as const;
    const old = await checkGateway(subject, saved, world);
    assert.equal(old.check?.snapshot.day, '2026-06-17');
    const broken = await checkGateway(subject, { ...saved, text: '{}' }, world);
    assert.equal(broken.check, null);
    assert.match(broken.fault ?? '', /^old\.json: The answer has no "data" list/);
    assert.deepEqual([kept.length, asked.length], [0, 0]);
  });

  it('ends where the user ends it', async () => {
    const stop = new AbortController();
    const { world } = worldOf(
      (signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          stop.abort();
        }),
    );
    const { check, fault } = await checkGateway(subject, FETCH, { ...world, signal: stop.signal });
    assert.deepEqual(
      [check, fault],
      [null, 'flat.example.com was not asked to the end. There is no earlier snapshot.'],
    );
  });

  it('says what a browser cannot: where a redirect leads', async () => {
    const redirect = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const { world } = worldOf(async () => redirect);
    const { fault } = await checkGateway(subject, FETCH, world);
    assert.match(fault ?? '', /^flat\.example\.com redirects; give the address that it leads to\./);
  });

  it('answers about an earlier day with the catalog of today', async () => {
    const { world } = worldOf(async () => new Response(NEW_API));
    const { check } = await checkGateway({ ...subject, asOf: '2026-03-01' }, FETCH, world);
    assert.deepEqual([check?.asOf, check?.snapshot.day], ['2026-03-01', '2026-11-21']);
    assert.equal(check?.routes[0]?.row?.row.label, 'veo-3.1-generate-preview');
  });
});
