// `veo-audit catalog list`: every model ID with its state on a day.

import { STALE_AFTER_DAYS } from '../audit/rules/staleCatalog.ts';
import { days } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { daysBetween } from '../catalog/days.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { shutdownWords } from '../explain/card.ts';
import { jsonText } from '../outlets/json.ts';
import { dayOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

export const CATALOG_HELP = `Usage: veo-audit catalog list|check [--as-of YYYY-MM-DD] [--format text|json]

list   every model ID on every surface with its state on the day
check  how old the bundled facts are

Options
  --as-of YYYY-MM-DD   answer for this day (default: today)
  --format text|json   how to print (default text)

Exit status: 0, 1 where check finds the facts too old to rely on, 2 wrong usage.
`;

const OPTIONS = { 'as-of': { type: 'string' }, format: { type: 'string' } } as const;

/** Runs the command; the exit status. */
export async function catalogCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'catalog');
  const asOf = dayOption(values['as-of'], '--as-of', context.today);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const catalog = await context.catalog();
  switch (positionals[0]) {
    case 'list':
      context.stdout(format === 'json' ? jsonText(listRows(catalog, asOf)) : listText(catalog, asOf));
      return EXIT.ok;
    case 'check':
      return check(catalog, asOf, format, context);
    default:
      throw new UsageError(
        `catalog needs list or check${positionals[0] === undefined ? '' : `; "${positionals[0]}" is neither`}. See veo-audit catalog --help.`,
      );
  }
}

function listRows(catalog: Catalog, asOf: Day) {
  return catalog.models.flatMap((model) =>
    Object.entries(model.surfaces).map(([surface, facts]) => ({
      model: model.id,
      surface,
      status: statusOn(catalog, model.id, surface, asOf),
      stage: facts.stage,
      shutdown: facts.shutdown,
      seen: facts.seen ?? [],
      sources: facts.sources,
      checkedOn: facts.checkedOn,
    })),
  );
}

function listText(catalog: Catalog, asOf: Day): string {
  const rows = listRows(catalog, asOf);
  const width = (pick: (row: (typeof rows)[number]) => string) =>
    Math.max(...rows.map((row) => pick(row).length));
  const [model, surface, status] = [
    width((row) => row.model),
    width((row) => row.surface),
    width((row) => row.status),
  ];
  const lines = rows.map((row) => {
    const facts = catalog.model(row.model)?.surfaces[row.surface];
    const words = facts === undefined ? '' : shutdownWords({ facts, status: row.status, daysLeft: null });
    return `${row.model.padEnd(model)}  ${row.surface.padEnd(surface)}  ${row.status.padEnd(status)}  ${words}`;
  });
  return `${lines.join('\n')}\n\nAs of ${asOf}; facts checked ${catalog.checkedOn}, version ${catalog.version}.\n`;
}

function check(catalog: Catalog, asOf: Day, format: 'text' | 'json', context: CliContext): number {
  const age = Math.max(0, daysBetween(catalog.checkedOn, asOf));
  const isStale = age > STALE_AFTER_DAYS;
  if (format === 'json') {
    const { version, checkedOn } = catalog;
    const document = {
      schema: 'veo-route-audit/catalog-check/1',
      asOf,
      version,
      checkedOn,
      ageDays: age,
      staleAfterDays: STALE_AFTER_DAYS,
      isStale,
    };
    context.stdout(jsonText(document));
    return isStale ? EXIT.findings : EXIT.ok;
  }
  context.stdout(
    `Facts of version ${catalog.version} were checked on ${catalog.checkedOn}, ${days(age)} before ${asOf}: ${
      isStale ? 'too old to rely on. Update Veo Route Audit.' : 'recent enough.'
    }\n`,
  );
  return isStale ? EXIT.findings : EXIT.ok;
}
