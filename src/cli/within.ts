// `--within DAYS`: published end days of the IDs in use that are near.
import { daysBetween } from '../catalog/days.ts';
import { counted } from '../outlets/counted.ts';
import { type EndDay, endDays } from '../report/endDays.ts';
import type { RunAudit } from '../report/types.ts';
import type { CliContext } from './context.ts';

/** Names the end days that are at most `days` ahead on standard error; whether there is one. */
export function reportNearEnds(run: RunAudit, days: number, context: Pick<CliContext, 'stderr'>): boolean {
  const near = endDays(run).filter(({ day }) => daysBetween(run.asOf, day) <= days);
  for (const end of near) context.stderr(`${sentence(end, run)}\n`);
  return near.length > 0;
}

function sentence({ kind, model, surface, day, places }: EndDay, { asOf, catalog }: RunAudit): string {
  const name = catalog.surface(surface)?.name ?? surface;
  const ends =
    kind === 'fixed' ? `will be shut down on ${name} on ${day}` : `may be retired on ${name} from ${day} on`;
  const left = counted(daysBetween(asOf, day), 'day');
  const [first, ...others] = places;
  return `${model} ${ends} (in ${left}): ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}
