// The lines of a comparison that the formats for people share.
import { stateWords } from '../../catalog/lifecycle.ts';
import { formatUsdRange } from '../../cost/format.ts';
import type { UsdRange } from '../../cost/types.ts';
import { changesOf, costOf, termChanges } from './changes.ts';
import type { BeforeAfter, ReportDiff } from './compare.ts';
import type { LostEvidence } from './evidence.ts';
import type { DiffContract, DiffEvidence, DiffFallback, DiffRoute } from './side.ts';

/** A line: added, removed or changed, where, and what. */
export interface DiffRow {
  readonly sign: '+' | '-' | '~';
  readonly where: string;
  readonly what: string;
}

/** The routes that are added, removed and changed. */
function routeRowsOf({ routes }: ReportDiff): readonly DiffRow[] {
  const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;
  const whole = (route: ReportDiff['routes']['added'][number]): string =>
    `${route.model ?? 'a model that is not known'} on ${placeOf(route.surface)}, ${stateWords(route.status)}, ${wholeCost(route)}`;
  return [
    ...routes.added.map((route) => ({ sign: '+', where: at(route), what: whole(route) }) as const),
    ...routes.removed.map((route) => ({ sign: '-', where: at(route), what: whole(route) }) as const),
    ...routes.changed.map(
      (pair) => ({ sign: '~', where: at(pair.after), what: changesOf(pair).join('; ') }) as const,
    ),
  ];
}

/** The findings that are new and resolved. */
function findingRowsOf({ findings }: ReportDiff): readonly DiffRow[] {
  const row =
    (sign: '+' | '-') =>
    (finding: ReportDiff['findings']['added'][number]): DiffRow => ({
      sign,
      where: `${finding.file}:${finding.line}`,
      what: `${finding.severity} ${finding.rule}: ${finding.message}`,
    });
  return [...findings.added.map(row('+')), ...findings.resolved.map(row('-'))];
}

/** The contracts that are added, removed and changed. */
function contractRowsOf({ contracts }: ReportDiff): readonly DiffRow[] {
  return [
    ...contracts.added.map((one) => ({ sign: '+', where: one.name, what: monthOf(one) }) as const),
    ...contracts.removed.map((one) => ({ sign: '-', where: one.name, what: monthOf(one) }) as const),
    ...contracts.changed.map(({ before, after }) => {
      const months = [monthOf(before), monthOf(after)];
      const month = months[0] === months[1] ? [] : [months.join(' → ')];
      const what = [...termChanges(before.terms, after.terms), ...month].join('; ');
      return { sign: '~', where: after.name, what } as const;
    }),
  ];
}

const monthOf = ({ usdPerMonth }: DiffContract): string =>
  usdPerMonth === null ? 'cost per month not known' : `${formatUsdRange(usdPerMonth)} per month`;

/** The fallbacks that are added and removed. */
function fallbackRowsOf({ fallbacks }: ReportDiff): readonly DiffRow[] {
  const row =
    (sign: '+' | '-') =>
    ({ file, line, from, to, on }: DiffFallback): DiffRow => ({
      ...{ sign, where: `${file}:${line}` },
      what: `${from} falls back to ${to}${on.length === 0 ? '' : ` on ${on.join(', ')}`}`,
    });
  return [...fallbacks.added.map(row('+')), ...fallbacks.removed.map(row('-'))];
}

/** The proofs that are gained and lost. */
function evidenceRowsOf({ evidence }: ReportDiff): readonly DiffRow[] {
  const gained = evidence.gained.map((one) => {
    const what = `smoke test of ${one.day} passed with ${one.tested}`;
    return { sign: '+', where: subject(one), what } as const;
  });
  const lost = evidence.lost.map((one) => {
    const what = `smoke test of ${one.before.day} counts no more: ${WHY_LOST[one.because](one)}`;
    return { sign: '-', where: subject(one.before), what } as const;
  });
  return [...gained, ...lost];
}

const subject = ({ route, model, surface }: DiffEvidence): string =>
  route ?? `${model ?? 'a model that is not known'} on ${placeOf(surface)}`;

const placeOf = (surface: string | null): string =>
  surface === null || surface === 'unknown' ? 'an unknown surface' : surface;

const wholeCost = (route: DiffRoute): string =>
  route.cost === null ? 'cost per request not known' : `${costOf(route)} per request`;

const WHY_LOST: Readonly<Record<LostEvidence['because'], (lost: LostEvidence) => string>> = {
  'route-gone': () => 'the route is gone',
  'record-gone': ({ before }) => `${before.record} is gone`,
  'other-model': ({ before, after }) =>
    `it was for ${before.tested}, and ${after?.model ?? 'another model'} is sent now`,
  stale: () => 'it is older than smoke.maxAgeDays allows',
  failed: ({ after }) => `that of ${after?.day ?? 'a later day'} failed`,
  simulated: () => 'only a simulation is left',
  unknown: () => 'it does not pass',
};

/** `as of 2026-11-24`, and the other day where the sides are of two. */
export const dayWords = ({ asOf, asOfBefore }: ReportDiff): string =>
  asOf === asOfBefore ? `as of ${asOf}` : `as of ${asOfBefore} and ${asOf}`;

/** The sums: what one request of each route costs, and a month by the contracts. */
export function sumLines({ usdPerRequest, usdPerMonth }: ReportDiff): readonly string[] {
  return [
    `One request of each route: ${change(usdPerRequest)}`,
    ...(usdPerMonth === null ? [] : [`A month by the contracts: ${change(usdPerMonth)}`]),
  ];
}

const change = ({ before, after }: BeforeAfter<UsdRange>): string =>
  `${formatUsdRange(before)} → ${formatUsdRange(after)}`;

/** What a comparison says, in the order in which it is read: titles with their rows, those without rows left out. */
export function sectionsOf(
  diff: ReportDiff,
): readonly (readonly [title: string, rows: readonly DiffRow[]])[] {
  const sections = [
    ['Routes', routeRowsOf(diff)],
    ['Findings', findingRowsOf(diff)],
    ['Contracts', contractRowsOf(diff)],
    ['Fallbacks', fallbackRowsOf(diff)],
    ['Evidence', evidenceRowsOf(diff)],
  ] as const;
  return sections.filter(([, rows]) => rows.length > 0);
}
