// `veo-audit merge`: joins the JSON reports of many repositories into one.
import { MERGE_FORMATS } from '../report/merge/index.ts';
import { parseMergeReport } from '../report/merge/input.ts';
import { type ReportTotals, totalsOf } from '../report/merge/totals.ts';
import { parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { printInPieces } from './output.ts';
import { readReport } from './readReport.ts';
import { reportNames } from './reportNames.ts';
import { reportOptions } from './reportOptions.ts';

const FORMAT_NAMES = Object.keys(MERGE_FORMATS);

export const MERGE_HELP = `Usage: veo-audit merge REPORT… [options]

Joins JSON reports of audits (audit --format json) into one, with the sums of each and of all. A report is
called by its path without what all paths share; NAME=REPORT calls it NAME.

Options
  --format FORMAT     ${FORMAT_NAMES.join(', ')} (default text)
  --output FILE       print to a file

Exit status: 0 joined, 2 wrong usage or a report that could not be read.

Examples
  veo-audit merge reports/*.json --format html --output veo.html
  veo-audit merge shop=reports/1.json film=reports/2.json
`;

const OPTIONS = { format: { type: 'string' }, output: { type: 'string' } } as const;

/** Runs the command; the exit status. */
export async function mergeCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'merge');
  const formatName = wordOption(values.format, '--format', FORMAT_NAMES, 'text');
  if (positionals.length === 0)
    throw new UsageError('merge needs reports to join. See veo-audit merge --help.');
  const [format, catalog] = await Promise.all([MERGE_FORMATS[formatName]?.(), context.catalog()]);
  const writer = format?.({ ...reportOptions(false, context), catalog });
  const rows: ReportTotals[] = [];
  printInPieces('report', values.output, context, (write) => {
    for (const { name, file } of reportNames(positionals)) {
      const input = { name, report: readReport(file, parseMergeReport, context) };
      rows.push(totalsOf(input));
      write(writer?.add(input) ?? '');
    }
    write(writer?.end(rows) ?? '');
  });
  noteDays(rows, context);
  return EXIT.ok;
}

/** Reports of several days add up figures of several days: that has to be said. */
function noteDays(rows: readonly ReportTotals[], context: CliContext): void {
  const days = [...new Set(rows.map(({ asOf }) => asOf))].toSorted();
  if (days.length > 1)
    context.stderr(`The reports are of ${days.length} days, from ${days[0]} to ${days.at(-1)}.\n`);
}
