// `veo-audit catalog check`: how old the facts are, which of them this workspace depends on, and what is due.
import { STALE_AFTER_DAYS } from '../audit/rules/staleCatalog.ts';
import { days } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { daysBetween } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { jsonText } from '../outlets/json.ts';
import { plainText } from '../outlets/plain.ts';
import { type KindAge, kindAges, type UsedFacts, usedFacts } from '../refresh/ages.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { referencesInUse, runAudit } from './runAudit.ts';

export interface CheckQuestion {
  readonly asOf: Day;
  readonly format: 'text' | 'json';
  /** The oldest that facts in use may be; null leaves that to the catalog as a whole. */
  readonly maxAgeDays: number | null;
}

/** The days of `--max-age`. @throws UsageError */
export function maxAgeOption(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d{1,5}$/.test(value)) throw new UsageError(`--max-age needs a number of days, not "${value}".`);
  return Number(value);
}

/** Prints the ages; the exit status is 1 where facts are too old. */
export async function checkCommand(
  catalog: Catalog,
  { asOf, format, maxAgeDays }: CheckQuestion,
  context: CliContext,
): Promise<number> {
  const run = await runAudit([], { asOf }, context);
  const used = usedFacts(catalog, referencesInUse(run), asOf);
  const age = Math.max(0, daysBetween(catalog.checkedOn, asOf));
  const oldest = Math.max(...(used.length === 0 ? [age] : used.map(({ ageDays }) => ageDays)));
  const isStale = maxAgeDays === null ? age > STALE_AFTER_DAYS : oldest > maxAgeDays;
  const kinds = kindAges(catalog);
  const { version, checkedOn } = catalog;
  const document = {
    schema: 'veo-route-audit/catalog-check/1',
    asOf,
    version,
    checkedOn,
    ageDays: age,
    staleAfterDays: maxAgeDays ?? STALE_AFTER_DAYS,
    isStale,
    kinds,
    used,
  };
  if (format === 'json') context.stdout(jsonText(document));
  else context.stdout(plainText(textOf(document, maxAgeDays)));
  return isStale ? EXIT.findings : EXIT.ok;
}

interface Ages {
  readonly asOf: Day;
  readonly version: string;
  readonly checkedOn: Day;
  readonly ageDays: number;
  readonly isStale: boolean;
  readonly kinds: readonly KindAge[];
  readonly used: readonly UsedFacts[];
}

function textOf(
  { asOf, version, checkedOn, ageDays, isStale, kinds, used }: Ages,
  maxAge: number | null,
): string {
  const advice = 'Update Veo Route Audit, or run veo-audit catalog refresh';
  const verdict = isStale ? `too old to rely on. ${advice}.` : 'recent enough.';
  const whole = `Facts of version ${version} were checked on ${checkedOn}, ${days(ageDays)} before ${asOf}: ${verdict}`;
  const lines = used.map(({ model, surface, checkedOn: day, ageDays: old, due }) => {
    const isOld = maxAge !== null && old > maxAge ? ', older than allowed' : '';
    const isDue = due === null ? '' : `; may be retired since ${due}, so it is due for a check`;
    return `  ${model} on ${surface}: checked on ${day}, ${days(old)} ago${isOld}${isDue}`;
  });
  return [
    whole,
    '',
    ...kinds.map(
      ({ kind, rows, oldest, newest }) => `${kind.padEnd(9)}  ${rows} rows, checked ${oldest} to ${newest}`,
    ),
    '',
    used.length === 0 ? 'No model ID of the catalog is in use here.' : 'In use here:',
    ...lines,
    '',
  ].join('\n');
}
