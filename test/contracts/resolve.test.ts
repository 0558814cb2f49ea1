// One answer to what a request sends where: what is audited is what is tested.
import assert from 'node:assert/strict';
import { contractContext, foundRoutes } from '../../src/audit/contractAudit.ts';
import { gatewayRoutes } from '../../src/audit/rules/gatewayRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { contractRoutes } from '../../src/cli/contractRoutes.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { surfaceOfGateway } from '../../src/contracts/gateways.ts';
import { resolveRoute } from '../../src/contracts/resolve.ts';
import type { GatewayConfig } from '../../src/contracts/schema.ts';
import { snapshotOf } from '../../src/gateway/snapshot.ts';
import type { Route } from '../../src/routes/types.ts';
import { testedRoute } from '../../src/smoke/testedRoute.ts';
import { routeIn } from '../audit/rules/routeContext.ts';
import { NEW_API } from '../gateway/answers.ts';

const catalog = bundledCatalog();
const MODEL = 'veo-3.1-generate-001';

describe('the surface that a gateway is', () => {
  for (const [name, settings, surface] of [
    ['openrouter', { kind: 'new-api' }, 'new-api'],
    ['openrouter', { kind: 'openrouter' }, 'openrouter'],
    ['openrouter', { kind: 'new-api', surface: 'openrouter' }, 'openrouter'],
    ['house', { kind: 'litellm' }, 'litellm'],
    ['flatkey', { kind: 'new-api' }, 'flatkey'],
    ['house', { kind: 'new-api', url: 'https://router.flatkey.ai/api/pricing' }, 'flatkey'],
    ['vertex-ai', { kind: 'litellm' }, 'litellm'],
  ] as const satisfies readonly (readonly [string, GatewayConfig, string])[]) {
    it(`${name} of ${JSON.stringify(settings)} is ${surface}`, () => {
      assert.equal(surfaceOfGateway(name, settings, catalog), surface);
    });
  }
});

describe('a request to a gateway whose name is that of other software', () => {
  const configText =
    'gateways:\n  openrouter: { kind: new-api }\nroutes:\n  direct: { match: { file: direct.ts } }\n  relayed: { match: { file: relayed.ts } }\n  named: { gateway: openrouter, model: veo-3.1-generate-001 }\n';
  const parsed = parseConfig(configText);
  const config = 'config' in parsed ? parsed.config : {};
  const documents = [
    document('direct.ts', { surface: 'openrouter', model: MODEL }),
    document('relayed.ts', { surface: 'new-api', model: MODEL }),
  ];
  const snapshot = snapshotOf(NEW_API, {
    gateway: 'openrouter',
    kind: 'new-api',
    day: '2026-11-20',
    from: '',
  });
  const inputs = { config, configFile: 'veo-audit.yaml', configText, evidence: [], complete: true };
  const context = contractContext(
    documents,
    { catalog, asOf: '2026-11-24' },
    { ...inputs, snapshots: { openrouter: [snapshot] } },
  );
  const audited = new Set(gatewayRoutes(context).map(({ file, contract }) => `${file} ${contract.name}`));
  const found = foundRoutes(documents, 'veo-audit.yaml');
  const tested = (name: string) => {
    const values = { 'base-url': 'https://llm.example.com' };
    const [one] = contractRoutes(config, [name], values, catalog, false, found);
    return [one?.route.surface, one?.route.family];
  };

  it('is held against its catalog where its contract names it, and where it asks that software', () => {
    assert.deepEqual([...audited].toSorted(), [`relayed.ts ${MODEL}`, 'veo-audit.yaml named']);
  });

  it('is tested by the protocol that it was audited for', () => {
    assert.deepEqual(tested('named'), ['new-api', 'new-api']);
    assert.deepEqual(tested('relayed'), ['new-api', 'new-api']);
    assert.deepEqual(tested('direct'), ['openrouter', 'openrouter']);
  });
});

describe('what a request sends where', () => {
  const team = { config: { gateways: { house: { kind: 'litellm' } } }, catalog } as const;
  const resolved = (contract: Parameters<typeof resolveRoute>[0], route: Partial<Route> | null) => {
    const found = route && { file: 'a.ts', route: routeIn('', route), format: null };
    return resolveRoute(contract, found, team);
  };

  it('is what runs where that is certain, and otherwise what the contract says', () => {
    const { model, surface, surfaceFrom } = resolved(
      { model: 'veo-2.0-generate-001', surface: 'litellm' },
      { model: MODEL, surface: 'vertex-ai' },
    );
    assert.deepEqual([model, surface, surfaceFrom], [MODEL, 'vertex-ai', 'code']);
    const other = resolved({ surface: 'litellm' }, { model: MODEL, surface: 'unknown' });
    assert.deepEqual([other.surface, other.surfaceFrom, other.gateway], ['litellm', 'contract', 'house']);
    const open = resolved({}, { model: MODEL, surface: 'unknown' });
    assert.deepEqual([open.surface, open.surfaceFrom, open.gateway], ['unknown', null, undefined]);
  });

  it('goes to a gateway with the prefix that the code writes, and to Google without', () => {
    const found = { file: 'a.py', route: routeIn('', { model: MODEL, surface: 'vertex-ai' }), format: null };
    const written = { ...found, written: `vertex_ai/${MODEL}` };
    const sent = (contract: Parameters<typeof resolveRoute>[0], simulated: boolean) =>
      testedRoute(resolveRoute(contract, written, team), team, simulated).model;
    assert.equal(sent({ gateway: 'house' }, false), `vertex_ai/${MODEL}`);
    assert.equal(sent({ gateway: 'house' }, true), MODEL);
    assert.equal(sent({}, false), MODEL);
  });

  it('is the gateway itself where a contract names it as its surface', () => {
    const named = resolved({ surface: 'house', model: 'hero' }, null);
    assert.deepEqual([named.surface, named.gateway], ['house', 'house']);
    const { surface, family } = testedRoute(named, team, false);
    assert.deepEqual([surface, family], ['litellm', 'openai-videos']);
  });

  for (const [kind, url, address] of [
    ['litellm', 'https://llm.test/model/info', 'https://llm.test'],
    ['litellm', 'https://llm.test/proxy/model/info/?team=me#top', 'https://llm.test/proxy'],
    ['litellm', 'https://llm.test/proxy//', 'https://llm.test/proxy'],
    ['litellm', 'https://llm.test/v1?key=one', 'https://llm.test/v1'],
    ['new-api', 'http://127.0.0.1:3000/api/pricing', 'http://127.0.0.1:3000'],
    ['new-api', 'https://llm.test/model/info', 'https://llm.test/model/info'],
    ['openrouter', 'https://openrouter.ai/api/v1/videos/models', 'https://openrouter.ai'],
    ['portkey', 'https://llm.test/gateway', 'https://llm.test/gateway'],
    ['litellm', undefined, undefined],
  ] as const)
    it(`is asked at the address before that of its catalog: ${kind} ${url}`, () => {
      const gateways = { house: { kind, ...(url === undefined ? {} : { url }) } };
      const named = resolveRoute({ gateway: 'house', model: 'hero' }, null, {
        config: { gateways },
        catalog,
      });
      assert.equal(testedRoute(named, { config: { gateways }, catalog }, false).address, address);
    });
});

function document(path: string, route: Partial<Route>) {
  return { document: { path, text: '' }, config: null, routes: [routeIn('', route)] };
}
