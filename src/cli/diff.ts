// `veo-audit diff`: what changes between two commits, or two JSON reports.
import { isAtLeast } from '../audit/severity.ts';
import { compareReports, type ReportDiff } from '../report/diff/compare.ts';
import { type DiffSide, parseSide } from '../report/diff/side.ts';
import { commitOf, renamedFiles, withTree } from '../workspace/gitTree.ts';
import { asOfOption, failOnOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { print } from './output.ts';
import { readReport } from './readReport.ts';
import { runAudit } from './runAudit.ts';
import { asUsageError } from './usageErrors.ts';

const FORMATS: Readonly<Record<string, () => Promise<(diff: ReportDiff) => string>>> = {
  text: async () => (await import('../report/diff/text.ts')).diffText,
  markdown: async () => (await import('../report/diff/markdown.ts')).diffMarkdown,
  json: async () => (await import('../report/diff/json.ts')).diffJson,
};

export const DIFF_HELP = `Usage: veo-audit diff BASE [HEAD] [options]

Says what changes between two commits of this folder's repository: routes, findings, contracts, fallbacks,
which routes smoke tests prove, and what all of it costs. HEAD is the working tree where it is left out. Both
may be JSON reports (*.json) of audits instead. The checkout stays as it is. Records that git ignores are of
no commit: they count on both sides.

Options
  --format FORMAT     text, markdown, json (default text)
  --output FILE       print to a file
  --as-of YYYY-MM-DD  answer for this day on both sides (default: today)
  --fail-on LEVEL     exit with 1 on new findings of this level or above: error (default), warning, info,
                      hint or never

Exit status: 0 no new finding at or above --fail-on, 1 new findings, 2 wrong usage.

Examples
  veo-audit diff origin/main
  veo-audit diff HEAD~1 HEAD --format markdown --output comment.md
  veo-audit diff before.json after.json --format json
`;

const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string' },
  'as-of': { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

/** Runs the command; the exit status. */
export async function diffCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'diff');
  const [base, head, ...others] = positionals;
  if (base === undefined || others.length > 0)
    throw new UsageError('diff compares one commit or report with another. See veo-audit diff --help.');
  const formatName = wordOption(values.format, '--format', Object.keys(FORMATS), 'text');
  const failOn = failOnOption(values['fail-on']);
  const asOf = asOfOption(values['as-of'], context);
  const diff = isReport(base) ? ofReports(base, head, context) : await ofCommits(base, head, asOf, context);
  const format = await FORMATS[formatName]?.();
  print('comparison', format?.(diff) ?? '', values.output, context);
  const isWorse = diff.findings.added.some(({ severity }) => isAtLeast(severity, failOn));
  return isWorse ? EXIT.findings : EXIT.ok;
}

const isReport = (name: string): boolean => name.endsWith('.json');

function ofReports(base: string, head: string | undefined, context: CliContext): ReportDiff {
  if (head === undefined || !isReport(head))
    throw new UsageError(
      `${base} is a report, so the other side has to be one: veo-audit diff ${base} HEAD.json.`,
    );
  const side = (file: string) => ({ name: file, side: readReport(file, parseSide, context) });
  return compareReports({ base: side(base), head: side(head), renamed: new Map() });
}

async function ofCommits(
  base: string,
  head: string | undefined,
  asOf: string,
  context: CliContext,
): Promise<ReportDiff> {
  return asUsageError(async () => {
    const { workingFolder } = context;
    const before = await commitOf(base, workingFolder);
    const after = head === undefined ? null : await commitOf(head, workingFolder);
    const renamed = await renamedFiles(before, after, workingFolder);
    return compareReports({
      base: { name: base, side: await sideOfCommit(before, asOf, context) },
      head: {
        name: head ?? 'the working tree',
        side: after === null ? await sideOf(asOf, context) : await sideOfCommit(after, asOf, context),
      },
      renamed,
    });
  });
}

const sideOfCommit = (commit: string, asOf: string, context: CliContext): Promise<DiffSide> =>
  withTree(commit, context.workingFolder, (tree) => sideOf(asOf, { ...context, workingFolder: tree }));

/** Audits a folder as one side of the comparison. */
async function sideOf(asOf: string, context: CliContext): Promise<DiffSide> {
  const { jsonDocument } = await import('../report/json.ts');
  return parseSide(jsonDocument(await runAudit([], { asOf }, context)));
}
