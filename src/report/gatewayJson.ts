// A gateway check for scripts: `veo-route-audit/gateway-check/1`.

import type {
  CheckedFinding,
  CheckedPrice,
  CheckedRoute,
  CheckedRow,
  GatewayCheck,
} from '../checks/checkSnapshot.ts';
import { jsonText } from '../outlets/json.ts';

/** The check as a JSON text, with a line feed at its end. Byte-identical for the same input. */
export function gatewayJson(check: GatewayCheck): string {
  const { snapshot, rows } = check;
  const { catalog } = snapshot;
  const document = {
    schema: 'veo-route-audit/gateway-check/1',
    asOf: check.asOf,
    gateway: check.gateway,
    kind: catalog.kind,
    catalog: {
      day: snapshot.day,
      from: snapshot.from,
      version: catalog.version,
      rows: rows.length,
      otherRows: catalog.otherLabels.length,
    },
    rows: rows.map(jsonOfRow),
    routes: check.routes.map(jsonOfRoute),
    findings: check.findings.map(jsonOfFinding),
    changes: check.changes,
  };
  return jsonText(document);
}

function jsonOfRow({ row, video, available, prices, priceSince, changes }: CheckedRow) {
  return {
    label: row.label,
    upstream: row.upstream,
    endpoints: row.endpoints,
    makesVideos: video,
    groups: row.groups,
    status: row.status,
    available,
    endsOn: row.endsOn,
    prices: prices.map(jsonOfPrice),
    priceSince,
    changes,
  };
}

function jsonOfPrice({ price, google, uncompared }: CheckedPrice) {
  const isClear = price.kind === 'per-second';
  return {
    usdPerSecond: isClear ? price.usdPerSecond : null,
    usdPerRequest: isClear ? null : price.usdPerRequest,
    resolution: isClear ? price.resolution : null,
    audio: isClear ? price.audio : null,
    factor: isClear ? price.factor : null,
    unclear: isClear ? null : price.reason,
    google: google && {
      model: google.model,
      assumed: google.assumed,
      surface: google.surface,
      resolution: google.resolution,
      usdPerSecond: google.google,
      ratio: google.ratio,
      until: google.until,
      sources: google.sources,
      checkedOn: google.checkedOn,
    },
    uncompared,
  };
}

function jsonOfRoute({ name, declared, place, names, row, near }: CheckedRoute) {
  return { name, declared, ...place, names, row: row && jsonOfRow(row), near };
}

function jsonOfFinding({ file, start, end, finding }: CheckedFinding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    suppressed: finding.suppressed,
  };
}
