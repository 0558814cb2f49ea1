// A gateway check for people in a terminal.
import { differenceWords, isSame } from '../audit/rules/gatewayPriceDiffers.ts';
import { formatUsd, formatUsdRange } from '../cost/format.ts';
import type { CheckedPrice, CheckedRow, GatewayCheck } from '../gateway/check.ts';
import type { RowChange } from '../gateway/history.ts';

/** The check as text, with a line feed at its end. */
export function gatewayText(check: GatewayCheck): string {
  const { snapshot, rows, routes, findings, changes } = check;
  const { catalog } = snapshot;
  const all = rows.length + catalog.otherLabels.length;
  const version = catalog.version === null ? '' : `, version ${catalog.version}`;
  const parts = [
    `${check.gateway} (${catalog.kind}), catalog of ${snapshot.day} from ${snapshot.from}: ${rows.length} of ${all} rows are Veo or Omni models${version}`,
    ...rows.map(rowText),
    ...(routes.length === 0
      ? []
      : [
          [
            'Routes',
            ...routes.map(({ name, label }) => `  ${name}: ${label === null ? 'no row' : `row "${label}"`}`),
          ].join('\n'),
        ]),
    ...(findings.length === 0
      ? []
      : [
          [
            'Findings',
            ...findings.map(
              ({ meta, finding }) => `  ${finding.severity ?? meta.severity}  ${finding.message}  ${meta.id}`,
            ),
          ].join('\n'),
        ]),
    ['Changes', ...changeLines(changes)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function rowText({ row, prices }: CheckedRow): string {
  const facts = [
    row.upstream === null || row.upstream === row.label ? null : `sends ${row.upstream}`,
    `endpoints ${words(row.endpoints)}`,
    row.groups === null ? null : `groups ${words(row.groups)}`,
    `status ${row.status ?? 'not said'}`,
    row.endsOn === null ? null : `ends on ${row.endsOn}`,
  ].filter((fact) => fact !== null);
  return [row.label, `  ${facts.join(' · ')}`, ...prices.map((price) => `  ${priceText(price)}`)].join('\n');
}

function priceText({ price, google }: CheckedPrice): string {
  if (price.kind === 'unclear') return `unit unclear: ${price.reason}`;
  const audio = price.audio === null ? '' : price.audio ? ', with audio' : ', without audio';
  const size = price.resolution === 'any' ? '' : ` at ${price.resolution}`;
  return `${formatUsd(price.usdPerSecond)}/s${size}${audio} (${price.factor})${googleText(google)}`;
}

function googleText(google: CheckedPrice['google']): string {
  if (google === null) return '';
  const own = `${formatUsdRange(google.google)}/s at ${google.resolution}`;
  const until = google.until === null ? '' : `, its last price until ${google.until}`;
  return isSame(google)
    ? `, as Google's own ${own}${until}`
    : `, ${differenceWords(google)} Google's own ${own}${until}`;
}

function changeLines(changes: readonly RowChange[]): readonly string[] {
  if (changes.length === 0) return ['  none between the snapshots that are kept'];
  return changes.map(
    ({ label, what, before, now, after, by }) =>
      `  ${label}: ${what} ${before} → ${now}, between ${after} and ${by}`,
  );
}

const words = (list: readonly string[] | null): string =>
  list === null ? 'not said' : list.join(', ') || 'none';
