// The gateways of the page: what the newest kept catalog of each says, and what goes through it.
import type { ContractInputs } from '../../audit/contractAudit.ts';
import {
  type CheckedRoute,
  type CheckedRow,
  checkSnapshot,
  type GatewayCheck,
} from '../../checks/checkSnapshot.ts';
import { changeText, missingText, priceText } from '../gatewayText.ts';
import type { RunAudit } from '../types.ts';
import type { PageGateway, PageGatewayRoute, PageGatewayRow } from './types.ts';

/** Every gateway of the configuration of which a catalog was kept. */
export function gatewaysOf(run: RunAudit, contracts: ContractInputs): readonly PageGateway[] {
  const { audits, catalog, asOf } = run;
  return Object.entries(contracts.config.gateways ?? {}).flatMap(([gateway, settings]) => {
    const kept = contracts.snapshots[gateway] ?? [];
    const newest = kept.at(-1);
    if (newest === undefined) return [];
    const subject = { gateway, settings, audits, contracts, catalog, asOf };
    return [pageGateway(checkSnapshot(newest, kept.slice(0, -1), subject))];
  });
}

/** A check of a gateway as the page shows it. */
export function pageGateway({ gateway, snapshot, rows, routes, changes }: GatewayCheck): PageGateway {
  return {
    name: gateway,
    kind: snapshot.catalog.kind,
    day: snapshot.day,
    from: snapshot.from,
    rows: rows.map(rowOf),
    routes: routes.map(routeOf),
    changes: changes.map(changeText),
  };
}

const rowOf = ({ row, available, video, prices }: CheckedRow): PageGatewayRow => ({
  label: row.label,
  sends: row.upstream === row.label ? null : row.upstream,
  available,
  video,
  prices: prices.map(priceText),
});

const routeOf = (route: CheckedRoute): PageGatewayRoute => ({
  name: route.name,
  file: route.place.file,
  line: route.place.line,
  row: route.row?.row.label ?? null,
  missing: route.row === null ? missingText(route) : null,
});
