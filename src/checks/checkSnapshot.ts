// What a snapshot says: of each row, and of everything in the workspace that goes through the gateway.
import { composeRun } from '../audit/compose.ts';
import { type Audited, type ContractInputs, contractContext, contractLayer } from '../audit/contractAudit.ts';
import { spokenLayer } from '../audit/engine.ts';
import { videoEndpoint } from '../audit/rules/endpointFamily.ts';
import { gatewayRoutes } from '../audit/rules/gatewayRoutes.ts';
import { isAvailable } from '../audit/rules/gatewayStatus.ts';
import type { Finding } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { gatewayOf } from '../contracts/gateways.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import { type Position, positionCounter } from '../detect/lines.ts';
import { comparedWithGoogle, type GoogleComparison, googleModelOf } from '../gateway/googlePrice.ts';
import { changesAlong, priceSince, type RowChange } from '../gateway/history.ts';
import { type NormalisedPrice, normalisePrice } from '../gateway/normalise.ts';
import type { GatewayRow, GatewaySnapshot } from '../gateway/types.ts';

/** A price with Google's own beside it. */
export interface CheckedPrice {
  readonly price: NormalisedPrice;
  readonly google: GoogleComparison | null;
  /** Why there is no comparison, a clause for people; null where there is one, or no price by the second. */
  readonly uncompared: string | null;
}

/** One row of the catalog, read. */
export interface CheckedRow {
  readonly row: GatewayRow;
  /** Whether its endpoints make videos: `native` is Google's own protocol, of which only a test tells. */
  readonly video: 'yes' | 'native' | 'no' | 'not said';
  readonly available: 'yes' | 'no' | 'not said';
  readonly prices: readonly CheckedPrice[];
  /** The first kept snapshot since which the price is as it is; null where only this one is known. */
  readonly priceSince: Day | null;
  /** Newest first. */
  readonly changes: readonly RowChange[];
}

/** A contract, or a route that no contract speaks of, that goes through the gateway. */
export interface CheckedRoute {
  /** The contract's name, or what the route is called or sends. */
  readonly name: string;
  /** True where veo-audit.yaml declares it. */
  readonly declared: boolean;
  readonly place: FilePosition;
  /** The names under which a row was looked for; none where nothing says what is sent. */
  readonly names: readonly string[];
  /** Its row, with prices for the length of video that it asks for; null where there is none. */
  readonly row: CheckedRow | null;
  /** Labels near to its names, where there is no row. */
  readonly near: readonly string[];
}

/** 1-based; columns count UTF-16 code units. */
export interface FilePosition extends Position {
  readonly file: string;
}

/** A finding of one of the rules about gateways. */
export interface CheckedFinding {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly finding: Finding;
}

export interface GatewayCheck {
  readonly gateway: string;
  readonly asOf: Day;
  readonly snapshot: GatewaySnapshot;
  readonly rows: readonly CheckedRow[];
  readonly routes: readonly CheckedRoute[];
  readonly findings: readonly CheckedFinding[];
  /** Newest first. */
  readonly changes: readonly RowChange[];
}

/** What a snapshot is held against. */
export interface GatewaySubject {
  readonly gateway: string;
  readonly settings: GatewayConfig;
  /** What was found in the workspace; none where it was not looked at. */
  readonly audits: readonly Audited[];
  readonly contracts: Pick<ContractInputs, 'config' | 'configFile' | 'configText'>;
  /** With the team's own prices. */
  readonly catalog: Catalog;
  readonly asOf: Day;
}

/** Checks a snapshot: prices against Google's on the day, contracts and routes against the rows. */
export function checkSnapshot(
  snapshot: GatewaySnapshot,
  kept: readonly GatewaySnapshot[],
  subject: GatewaySubject,
): GatewayCheck {
  const { gateway, settings, audits, catalog, asOf } = subject;
  const older = kept.filter(({ day }) => day <= asOf && day < snapshot.day);
  const history = [...older, snapshot];
  const changes = changesAlong(history);
  const inputs = inputsOf(snapshot, subject);
  const options = { catalog, asOf, severities: inputs.config.rules, places: inputs.config.places };
  const context = contractContext(audits, options, inputs);
  const checked = (row: GatewayRow, seconds: number | null): CheckedRow => ({
    row,
    video: videoEndpoint(row),
    available: row.status === null ? 'not said' : isAvailable(row.status) ? 'yes' : 'no',
    prices: normalisePrice(row, snapshot.catalog, { ...settings, seconds }).map((price) =>
      checkedPrice(row, price, catalog, asOf),
    ),
    priceSince: priceSince(row.label, history),
    changes: changes.filter(({ label }) => label === row.label),
  });
  const placed = placer(audits, inputs);
  const met = gatewayRoutes(context).map(
    (route): CheckedRoute => ({
      name: route.contract.name,
      declared: route.of === route.contract,
      place: placed(route.file, route.place.start),
      names: route.names,
      row: route.search.kind === 'found' ? checked(route.search.row, route.seconds) : null,
      near: route.search.kind === 'missing' ? route.search.near : [],
    }),
  );
  const named = new Set(met.flatMap(({ name, declared }) => (declared ? [name] : [])));
  const silent = context.contracts
    .filter(
      (contract) => !named.has(contract.name) && gatewayOf(contract.contract, null, context) === gateway,
    )
    .map(({ name }): CheckedRoute => {
      const place = placed(inputs.configFile, context.place(['routes', name]).start);
      return { name, declared: true, place, names: [], row: null, near: [] };
    });
  const silentDocuments = audits.map(({ document }) => spokenLayer(document, asOf));
  const spoken = composeRun(silentDocuments, [contractLayer(audits, options, inputs)], options);
  return {
    gateway,
    asOf,
    snapshot,
    rows: snapshot.catalog.rows.map((row) => checked(row, null)),
    routes: [...met, ...silent],
    findings: spoken.flatMap(({ document, findings }) =>
      findings
        .filter(({ rule }) => GATEWAY_RULES.has(rule))
        .map((finding): CheckedFinding => {
          const at = positionCounter(document.text);
          return { file: document.path, start: at(finding.start), end: at(finding.end), finding };
        }),
    ),
    changes,
  };
}

function checkedPrice(row: GatewayRow, price: NormalisedPrice, catalog: Catalog, asOf: Day): CheckedPrice {
  const google = comparedWithGoogle(row, price, catalog, asOf);
  if (google !== null || price.kind === 'unclear') return { price, google, uncompared: null };
  const model = googleModelOf(row, catalog);
  const uncompared =
    model === null
      ? 'which of its models answers is not known'
      : `no price of its own for ${model} speaks of the same`;
  return { price, google, uncompared };
}

const GATEWAY_RULES: ReadonlySet<string> = new Set([
  'price-unit-unclear',
  'gateway-row-missing',
  'gateway-status',
  'endpoint-family',
  'gateway-price-differs',
]);

/** The rules look at this snapshot alone. A catalog of today answers a question about an earlier day as well as it can. */
function inputsOf(
  snapshot: GatewaySnapshot,
  { gateway, settings, contracts, asOf }: GatewaySubject,
): ContractInputs {
  const day = snapshot.day < asOf ? snapshot.day : asOf;
  const { config } = contracts;
  return {
    ...contracts,
    config: { ...config, gateways: { ...config.gateways, [gateway]: settings } },
    evidence: [],
    snapshots: { [gateway]: [{ ...snapshot, day }] },
    complete: false,
    unread: [],
  };
}

function placer(
  audits: readonly Audited[],
  { configFile, configText }: Pick<ContractInputs, 'configFile' | 'configText'>,
): (file: string, offset: number) => FilePosition {
  const texts = new Map(audits.map(({ document }) => [document.path, document.text]));
  return (file, offset) => ({
    file,
    ...positionCounter(texts.get(file) ?? (file === configFile ? configText : ''))(offset),
  });
}
