// A gateway check for people in a terminal.
import { differenceWords, isSame } from '../audit/rules/gatewayPriceDiffers.ts';
import type { Day } from '../catalog/types.ts';
import type {
  CheckedFinding,
  CheckedPrice,
  CheckedRoute,
  CheckedRow,
  GatewayCheck,
} from '../checks/checkSnapshot.ts';
import { formatUsd, formatUsdRange } from '../cost/format.ts';
import type { RowChange } from '../gateway/history.ts';
import { everyText } from '../outlets/everyText.ts';
import { plainLine } from '../outlets/plain.ts';

/** The check as text, with a line feed at its end. */
export function gatewayText(check: GatewayCheck): string {
  const { snapshot, rows, routes, findings, changes } = everyText(check, plainLine);
  const { catalog } = snapshot;
  const all = rows.length + catalog.otherLabels.length;
  const version = catalog.version === null ? '' : `, version ${catalog.version}`;
  const open = findings.filter(({ finding }) => finding.suppressed === false);
  const parts = [
    `${check.gateway} (${catalog.kind}), catalog of ${snapshot.day} from ${snapshot.from}: ${rows.length} of ${all} rows are Veo or Omni models${version}`,
    ...rows.map((row) => [row.row.label, ...factLines(row, check.asOf)].join('\n')),
    section(
      'Routes',
      routes.length === 0
        ? ['  none found that goes through it']
        : routes.map((route) => routeText(route, check.asOf)),
    ),
    ...(open.length === 0 ? [] : [section('Findings', open.map(findingText))]),
    section('Changes', changeLines(changes)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string => [title, ...lines].join('\n');

function factLines(
  { row, available, prices, priceSince, changes }: CheckedRow,
  asOf: Day,
): readonly string[] {
  const facts = [
    row.upstream === null || row.upstream === row.label ? null : `sends ${row.upstream}`,
    `endpoints ${words(row.endpoints)}`,
    `group ${words(row.groups)}`,
    `status ${row.status === null ? 'not said' : `"${row.status}"${available === 'no' ? ', not available' : ''}`}`,
    row.endsOn === null ? null : `${row.endsOn <= asOf ? 'ended' : 'ends'} on ${row.endsOn}`,
  ].filter((fact) => fact !== null);
  return [
    `  ${facts.join(' · ')}`,
    ...prices.map((price) => `  ${priceText(price)}`),
    ...sinceLines(priceSince, changes),
  ];
}

/** Since when the price is as it is, as far as kept snapshots show. */
function sinceLines(priceSince: Day | null, changes: readonly RowChange[]): readonly string[] {
  if (priceSince === null) return [];
  const last = changes.find(({ what, by }) => what === 'price' && by === priceSince);
  return last === undefined
    ? [`  the same price since the snapshot of ${priceSince}`]
    : [`  price changed between ${last.after} and ${last.by}; before: ${last.before}`];
}

function routeText({ name, place, names, row, near }: CheckedRoute, asOf: Day): string {
  const head = `  ${place.file}:${place.line}:${place.column}  ${name === '' ? 'a route' : name}`;
  if (row !== null)
    return [`${head}: row "${row.row.label}"`, ...factLines(row, asOf).map((line) => `  ${line}`)].join('\n');
  return `${head}: ${missingText({ names, near })}`;
}

/** Why a route has no row, a clause. */
export function missingText({ names, near }: Pick<CheckedRoute, 'names' | 'near'>): string {
  if (names.length === 0) return 'nothing says what it sends';
  const meant = near.length === 0 ? '' : `; near to it: ${near.join(', ')}`;
  return `no row ${names.map((one) => `"${one}"`).join(' or ')}${meant}`;
}

const findingText = ({ file, start, finding }: CheckedFinding): string =>
  `  ${file}:${start.line}:${start.column}  ${finding.severity}  ${finding.message}  ${finding.rule}`;

/** A row's price, with Google's own beside it where they can be compared. */
export function priceText({ price, google, uncompared }: CheckedPrice): string {
  if (price.kind === 'unclear') return `unit unclear: ${price.reason}`;
  const audio = price.audio === null ? '' : price.audio ? ', with audio' : ', without audio';
  const size = price.resolution === 'any' ? '' : ` at ${price.resolution}`;
  return `${formatUsd(price.usdPerSecond)} per second${size}${audio} (${price.factor})${googleText(google)}${uncompared === null ? '' : `, not compared with Google's: ${uncompared}`}`;
}

function googleText(google: CheckedPrice['google']): string {
  if (google === null) return '';
  const own = `${formatUsdRange(google.google)} per second at ${google.resolution}`;
  const until = google.until === null ? '' : `, its last price until ${google.until}`;
  const claim = google.assumed ? ', if it is what its name says' : '';
  const words = isSame(google) ? 'as' : differenceWords(google);
  return `, ${words} Google's own ${own}${until}${claim}`;
}

function changeLines(changes: readonly RowChange[]): readonly string[] {
  if (changes.length === 0) return ['  none between the snapshots that are kept'];
  return changes.map((change) => `  ${changeText(change)}`);
}

/** What changed between two kept snapshots. */
export function changeText({ label, what, before, now, after, by }: RowChange): string {
  const change = what === 'added' || what === 'removed' ? `row ${what}` : `${what} ${before} → ${now}`;
  return `${label}: ${change}, between ${after} and ${by}`;
}

const words = (list: readonly string[] | null): string =>
  list === null ? 'not said' : list.join(', ') || 'none';
