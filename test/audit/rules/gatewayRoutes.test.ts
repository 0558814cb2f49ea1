// Which snapshot of a gateway's catalog a route is held against, and under which names its row is looked for.
import assert from 'node:assert/strict';
import { catalogName, gatewayRoutes } from '../../../src/audit/rules/gatewayRoutes.ts';
import { snapshotOf } from '../../../src/gateway/snapshot.ts';
import { contextOf } from '../contractCase.ts';

const ROWS =
  '{ "success": true, "data": [{ "model_name": "veo3.1-fast", "quota_type": 1, "model_price": 0.4 }] }';
const LITELLM =
  'model_list:\n  - {model_name: hero, litellm_params: {model: vertex_ai/veo-3.1-generate-001, seconds: 6}}\n';

interface Given {
  readonly contract?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly days?: readonly string[];
}

function routesOf({
  contract = '{ gateway: flat, model: veo3.1-fast }',
  files = {},
  days = ['2026-11-20'],
}: Given) {
  const config = `gateways: { flat: { kind: new-api } }\nroutes:\n  film: ${contract}\n`;
  const snapshots = days.map((day) =>
    snapshotOf(ROWS, { gateway: 'flat', kind: 'new-api', day, from: 'test' }),
  );
  return gatewayRoutes({ ...contextOf({ config, files }), snapshots: { flat: snapshots } });
}

describe('the catalog of a gateway', () => {
  it('is the newest that was there on the day, in whatever order they lie', () => {
    const newest = (...days: readonly string[]) => routesOf({ days }).map(catalogName);
    const wanted = ['the catalog of flat (2026-11-21)'];
    assert.deepEqual(newest('2026-11-19', '2026-11-21', '2026-11-22'), wanted);
    assert.deepEqual(newest('2026-11-22', '2026-11-21', '2026-11-20'), wanted);
    assert.deepEqual(newest('2026-11-22'), []);
  });
});

describe('the names of a route in it', () => {
  const names = (given: Given) => routesOf(given).map((route) => route.names);

  it('are what its contract says and its own name', () => {
    assert.deepEqual(names({}), [['veo3.1-fast', 'film']]);
  });

  it('are none of a contract that has a name for people alone', () => {
    assert.deepEqual(names({ contract: '{ gateway: flat }' }), []);
  });

  it('are what its routes send, too, and how long their videos are', () => {
    const contract = '{ gateway: flat, match: { name: hero } }';
    const [route] = routesOf({ contract, files: { 'litellm.yaml': LITELLM } });
    assert.deepEqual(
      [route?.names.includes('veo-3.1-generate-001'), route?.names.includes('hero')],
      [true, true],
    );
    assert.equal(route?.seconds, 6);
  });
});
