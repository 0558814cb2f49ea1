// `veo-audit catalog`: every model ID with its state on a day, how old the facts are, and their refresh.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { shutdownWords } from '../explain/card.ts';
import { jsonText } from '../outlets/json.ts';
import { SOURCE_NAMES } from '../refresh/types.ts';
import { OVERLAY_FILE } from '../workspace/overlayFile.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { checkCommand, maxAgeOption } from './catalogCheck.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

const FILES = 'gemini-deprecations.md, litellm.json and so on';

export const CATALOG_HELP = `Usage: veo-audit catalog list|check|refresh [options]

list     every model ID on every surface with its state on the day
check    how old the facts are, those of the IDs in use in this folder above all, and which are due
refresh  what Google and others publish today against the catalog, row by row

Options of list and check
  --as-of YYYY-MM-DD   answer for this day (default: today)
  --format text|json   how to print (default text)
  --max-age DAYS       check: end with 1 where a fact that this folder depends on is older

Options of refresh
  --yes                read the addresses, which are listed first; without it a person is asked
  --from DIR           read saved answers (${FILES}); nothing is fetched
  --save DIR           keep what was read
  --source NAME,…      read these sources only: ${SOURCE_NAMES.slice(0, 3).join(', ')},
                       ${SOURCE_NAMES.slice(3).join(', ')}
  --accept ROW,…       accept rows by their ID or, with --from, by their number; "safe" is all without a doubt
  --maintain           write accepted rows into src/catalog/veo.yaml of a checkout of this project
  --as-of YYYY-MM-DD   the day on which the answers came (default: today)
  --format text|json   how to print (default text)

Accepted rows are kept in ${OVERLAY_FILE} and count for every command in this folder until a
release has facts that were checked later. Dates that move earlier, replacements that are not known to answer,
prices that change by more than half and rows that have vanished are shown with a doubt and are never safe.

Exit status: 0, 1 where check finds the facts too old or refresh finds a difference that was not accepted, 2 where
a source could not be read (then nothing is accepted) or on wrong usage.

Examples
  veo-audit catalog list
  veo-audit catalog check --max-age 90
  veo-audit catalog refresh --from answers --source litellm
`;

const OPTIONS = {
  'as-of': { type: 'string' },
  format: { type: 'string' },
  'max-age': { type: 'string' },
} as const;

/** Runs the command; the exit status. */
export async function catalogCommand(args: readonly string[], context: CliContext): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'refresh') return (await import('./catalogRefresh.ts')).refreshCommand(rest, context);
  const { values, positionals } = parseOptions(args, OPTIONS, 'catalog');
  const asOf = asOfOption(values['as-of'], context);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const catalog = await context.catalog();
  switch (positionals[0]) {
    case 'list':
      context.stdout(format === 'json' ? jsonText(listRows(catalog, asOf)) : listText(catalog, asOf));
      return EXIT.ok;
    case 'check':
      return checkCommand(catalog, { asOf, format, maxAgeDays: maxAgeOption(values['max-age']) }, context);
    default:
      throw new UsageError(
        `catalog needs list, check or refresh${positionals[0] === undefined ? '' : `, not "${positionals[0]}"`}. See veo-audit catalog --help.`,
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
