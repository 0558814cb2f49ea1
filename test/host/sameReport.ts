// The same findings on the same files, byte for byte: in both extension hosts and on the command line.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './install.ts';
import type { Outcome } from './outcome.ts';

/** What a suite hands out to take part: the report of an untouched copy of {@link WORKSPACE}. */
const NAME = 'report';
const WORKSPACE = join(ROOT, 'samples', 'studio');
/** The day that the suites are set to. */
const AS_OF = '2026-11-21';
const LABEL = 'the same report in both hosts and on the command line';

/** Compares the reports among outcomes with the command line's; nothing where no suite handed one out. */
export async function compareReports(outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const reports = outcomes.flatMap(({ data }) => (data.has(NAME) ? [data.get(NAME)] : []));
  if (reports.length === 0) return [];
  console.log(`\n  ${LABEL}`);
  const expected = await commandLineReport();
  try {
    for (const report of reports) assert.equal(report, expected);
    console.log(`      ✔ ${reports.length + 1} reports of ${expected.length} bytes are identical`);
    return [{ passed: 1, failures: [], data: new Map() }];
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.log(`      ✘ they differ\n${text.replaceAll(/^/gm, '          ')}`);
    return [{ passed: 0, failures: [{ title: LABEL, error: text }], data: new Map() }];
  }
}

async function commandLineReport(): Promise<string> {
  const args = ['audit', '--format', 'json', '--as-of', AS_OF, '--fail-on', 'never'];
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    cwd: WORKSPACE,
  });
  return stdout;
}

/** Prints what suites measured: values handed out as `measure: …`. */
export function printMeasures(outcomes: readonly Outcome[]): void {
  for (const { data } of outcomes) {
    for (const [name, value] of data) {
      if (name.startsWith('measure: ')) console.log(`  ${name.slice('measure: '.length)}: ${value}`);
    }
  }
}
