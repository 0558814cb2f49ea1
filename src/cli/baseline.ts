// `--baseline`, `--write-baseline` and `--changed-since`: findings that were there before do not fail.

import { resolve } from 'node:path';
import { counted } from '../outlets/counted.ts';
import {
  againstBaseline,
  type Baseline,
  baselineOf,
  baselineText,
  parseBaseline,
} from '../report/baseline.ts';
import { countFindings } from '../report/counts.ts';
import type { RunAudit } from '../report/types.ts';
import { messageOf } from '../thrown.ts';
import { commitOf, withTree } from '../workspace/gitTree.ts';
import { readText } from '../workspace/readText.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { print } from './output.ts';
import { type RunOptions, runAudit } from './runAudit.ts';
import { asUsageError } from './usageErrors.ts';

/** The run with the findings suppressed that the baseline in `file` knows. @throws UsageError */
export function withBaseline<T extends RunAudit>(run: T, file: string, context: CliContext): T {
  const { run: compared, known, gone } = againstBaseline(run, readBaseline(file, context));
  const stale =
    gone === 0
      ? ''
      : ` ${gone} of its findings ${gone === 1 ? 'is' : 'are'} gone: write it anew with --write-baseline.`;
  context.stderr(`${counted(known, 'finding')} known in ${file}.${stale}\n`);
  return { ...run, audits: compared.audits };
}

/**
 * The run with the findings suppressed that a commit already had, in whatever file a change has its effect.
 * @throws UsageError
 */
export async function sinceCommit<T extends RunAudit>(
  run: T,
  ref: string,
  options: RunOptions,
  context: CliContext,
): Promise<T> {
  const before = await asUsageError(async () => {
    const commit = await commitOf(ref, context.workingFolder);
    return withTree(commit, context.workingFolder, (tree) =>
      runAudit([], { ...options, config: undefined, piped: undefined }, { ...context, workingFolder: tree }),
    );
  });
  const { run: compared, known } = againstBaseline(run, baselineOf(before), `already in ${ref}`);
  context.stderr(`${counted(known, 'finding')} already in ${ref}.\n`);
  return { ...run, audits: compared.audits };
}

/** Writes what a run found as a baseline; the exit status. @throws UsageError */
export function writeBaseline(run: RunAudit, file: string, context: CliContext): number {
  print('baseline', baselineText(run), file, context);
  const { error, warning, info, hint } = countFindings(run);
  context.stderr(`Wrote ${counted(error + warning + info + hint, 'finding')} to ${file}.\n`);
  return EXIT.ok;
}

function readBaseline(file: string, { workingFolder }: CliContext): Baseline {
  const read = readText(resolve(workingFolder, file));
  if (read.kind !== 'text') {
    const reason = read.kind === 'skipped' ? read.reason : 'it is binary';
    throw new UsageError(
      `The baseline ${file} could not be read: ${reason}. Make it with --write-baseline ${file}.`,
    );
  }
  try {
    return parseBaseline(read.content.text);
  } catch (error) {
    const reason = messageOf(error);
    throw new UsageError(
      `The baseline ${file} could not be read: ${reason}. Make it anew with --write-baseline ${file}.`,
    );
  }
}
