// `veo-audit audit`: find, report, and fix where asked.
import { relative, resolve } from 'node:path';
import type { Severity } from '../audit/types.ts';
import { counted } from '../outlets/counted.ts';
import { plainLine, plainText } from '../outlets/plain.ts';
import { countFindings, reaches } from '../report/counts.ts';
import { FORMAT_NAMES, REPORT_FORMATS } from '../report/index.ts';
import type { ReportOptions } from '../report/types.ts';
import type { FileRun } from '../workspace/auditFiles.ts';
import { asOfOption, failOnOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';
import { print } from './output.ts';
import { reportNotes, reportSkipped } from './partial.ts';
import { reportOptions } from './reportOptions.ts';
import { type RunOptions, runAudit } from './runAudit.ts';

type FailOn = Severity | 'never';

export const AUDIT_HELP = `Usage: veo-audit audit [PATH…] [options]

Finds Veo model IDs under the paths (default: this folder) and says what is wrong with them, on which
surface and on which day.

Options
  --format FORMAT     ${FORMAT_NAMES.slice(0, 7).join(', ')},
                      ${FORMAT_NAMES.slice(7).join(', ')} (default text)
  --output FILE       print to a file
  --as-of YYYY-MM-DD  answer for this day (default: today)
  --config FILE       the configuration (default: veo-audit.yaml in this folder, if there is one)
  --fail-on LEVEL     exit with 1 on findings of this level or above: error (default), warning, info,
                      hint or never
  --baseline FILE     fail only for findings that FILE does not know
  --write-baseline FILE
                      write what is found to FILE, as the baseline of later runs
  --changed-since REF fail only for findings that this commit does not have, in whatever file
  --within DAYS       also fail where a model ID in use has a published end within DAYS days
  --fix               replace IDs that were shut down where a changed ID is enough
  --dry-run           print what --fix would change as a diff; write nothing
  --stdin             audit what comes on standard input, as if --stdin-filename held it
  --stdin-filename FILE
                      the file that standard input stands for; it need not exist
  --quiet             print findings at or above --fail-on only; nothing where there is none
  --summary           print the sums only, no single finding
  --no-ignore         read what .gitignore and .ignore files name, and node_modules
  --no-cache          read every file anew, also those that have not changed since the last run
  --color, --no-color show colours or not (default: on a terminal)

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, a broken configuration or a named path
that could not be read.

Examples
  veo-audit audit src --fail-on warning
  veo-audit audit --write-baseline known.json
  veo-audit audit --baseline known.json --within 30
  veo-audit audit --changed-since origin/main --format sarif --output veo.sarif
  veo-audit audit --stdin --stdin-filename render.py < draft.py
  veo-audit audit --fix --dry-run
`;

const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'fail-on': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'changed-since': { type: 'string' },
  within: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  quiet: { type: 'boolean' },
  summary: { type: 'boolean' },
  'no-ignore': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const;

/** Runs the command; the exit status. */
export async function auditCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'audit');
  const formatName = wordOption(values.format, '--format', FORMAT_NAMES, 'text');
  const failOn = failOnOption(values['fail-on']);
  const asOf = asOfOption(values['as-of'], context);
  const within = numberOption(values.within, '--within', -1, { min: 0, max: 3650 });
  const color = values['no-color'] ? false : (values.color ?? (context.color && values.output === undefined));
  const piped = await pipedDocument(values, positionals, context);
  const options = {
    asOf,
    config: values.config,
    noIgnore: values['no-ignore'],
    noCache: values['no-cache'],
    piped,
  };
  const run = await runAudit(positionals, options, context);
  reportSkipped(run, context);
  reportNotes(run, context);
  if (values['dry-run']) {
    const { previewFixes } = await import('../workspace/fixFiles.ts');
    const preview = previewFixes(run);
    if (preview === '') context.stderr('No finding can be fixed by an edit alone.\n');
    // A file has the patch byte by byte; what is shown is plain text.
    print('report', values.output === undefined ? plainText(preview) : preview, values.output, context);
    return exitStatus(run, failOn);
  }
  const fixed = values.fix ? await fix(run, context) : run;
  if (values['write-baseline'] !== undefined) {
    const { writeBaseline } = await import('./baseline.ts');
    return writeBaseline(fixed, values['write-baseline'], context);
  }
  const shown = await unknownBefore(fixed, values, options, context);
  const detail = detailOf(values, formatName, failOn);
  const format = await REPORT_FORMATS[formatName]?.();
  const written = {
    ...reportOptions(color, context, detail),
    pages: await pagesOf(shown, formatName, context),
  };
  print('report', format?.(shown, written) ?? '', values.output, context);
  const endsSoon = within >= 0 && (await import('./within.ts')).reportNearEnds(shown, within, context);
  return endsSoon ? EXIT.findings : exitStatus(shown, failOn);
}

/** The pages that the report as one HTML file brings along. */
async function pagesOf(
  { contracts }: FileRun,
  formatName: string,
  { workingFolder }: CliContext,
): Promise<NonNullable<ReportOptions['pages']>> {
  if (formatName !== 'html' || contracts === undefined) return [];
  const { evidencePages } = await import('./evidencePages.ts');
  return evidencePages(workingFolder);
}

/** What standard input stands for, where it is to be read. @throws UsageError */
async function pipedDocument(
  { stdin, 'stdin-filename': name, fix }: { stdin?: boolean; 'stdin-filename'?: string; fix?: boolean },
  paths: readonly string[],
  context: CliContext,
): Promise<RunOptions['piped']> {
  if (!stdin && name === undefined) return undefined;
  if (!stdin) throw new UsageError('--stdin-filename is for --stdin, which is missing.');
  if (name === undefined)
    throw new UsageError('--stdin needs --stdin-filename FILE: the name says which language it is.');
  if (paths.length > 0) throw new UsageError('--stdin takes no paths: it audits standard input alone.');
  if (fix) throw new UsageError('--fix writes files; for standard input use --dry-run, which prints a diff.');
  const path = relative(context.workingFolder, resolve(context.workingFolder, name)).replaceAll('\\', '/');
  return { path, bytes: await context.stdin() };
}

/** How much a report for people says. @throws UsageError */
function detailOf(
  { quiet, summary }: { readonly quiet?: boolean; readonly summary?: boolean },
  format: string,
  failOn: FailOn,
): ReportOptions['detail'] {
  const option = quiet ? '--quiet' : summary ? '--summary' : null;
  if (option !== null && format !== 'text') throw new UsageError(`${option} is for --format text only.`);
  if (quiet && summary) throw new UsageError('--quiet and --summary exclude each other.');
  return quiet ? { from: failOn } : summary ? 'sums' : 'all';
}

/** The run with those findings suppressed that a baseline or a commit already has. */
async function unknownBefore(
  run: FileRun,
  { baseline, 'changed-since': ref }: { readonly baseline?: string; readonly 'changed-since'?: string },
  options: RunOptions,
  context: CliContext,
): Promise<FileRun> {
  if (baseline === undefined && ref === undefined) return run;
  const { sinceCommit, withBaseline } = await import('./baseline.ts');
  const known = baseline === undefined ? run : withBaseline(run, baseline, context);
  return ref === undefined ? known : sinceCommit(known, ref, options, context);
}

async function fix(run: FileRun, context: CliContext): Promise<FileRun> {
  const { applyFixes } = await import('../workspace/fixFiles.ts');
  const { run: fixedRun, fixed, refused } = await applyFixes(run);
  for (const { file, reason } of refused)
    context.stderr(`${plainLine(file)} was left as it is: ${reason}.\n`);
  context.stderr(`Fixed ${counted(fixed.findings, 'finding')} in ${counted(fixed.files, 'file')}.\n`);
  return fixedRun;
}

function exitStatus(run: FileRun, failOn: FailOn): number {
  return reaches(countFindings(run), failOn) ? EXIT.findings : EXIT.ok;
}
