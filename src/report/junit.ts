// JUnit for continuous integration: a suite for each file, a test case for each finding. Errors and warnings fail.
import type { DocumentAudit } from '../audit/types.ts';
import { xml } from '../outlets/xml.ts';
import { type LocatedFinding, locatedFindings } from './located.ts';
import type { ReportFormat, RunAudit } from './types.ts';

interface TestCase {
  readonly failed: boolean;
  readonly text: string;
}

export const junitReport: ReportFormat = (run) => {
  const suites = run.audits.map((audit) => ({ path: audit.document.path, cases: casesOf(run, audit) }));
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ path, cases }) =>
      `  <testsuite name="${xml(path)}" ${totals(cases)}>\n${cases.map(({ text }) => text).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="veo-audit" ${totals(all)}>\n${body.join('')}</testsuites>\n`;
};

/** A file without findings is a test that passed. */
function casesOf(run: RunAudit, audit: DocumentAudit): readonly TestCase[] {
  const found = locatedFindings({ ...run, audits: [audit] });
  const cases = found.filter(({ finding }) => finding.suppressed === false).map(testCase);
  const passed = `    <testcase classname="${xml(audit.document.path)}" name="no findings"/>\n`;
  return cases.length > 0 ? cases : [{ failed: false, text: passed }];
}

function testCase({ file, start, finding }: LocatedFinding): TestCase {
  const { rule, severity, message } = finding;
  const failed = severity === 'error' || severity === 'warning';
  const place = `${file}:${start.line}:${start.column}`;
  const content = failed
    ? `<failure type="${severity}" message="${xml(message)}">${xml(`${place}: ${message}`)}</failure>`
    : `<system-out>${xml(`${severity}: ${message}`)}</system-out>`;
  const name = `${rule} at ${start.line}:${start.column}`;
  return {
    failed,
    text: `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}">${content}</testcase>\n`,
  };
}

const totals = (cases: readonly TestCase[]): string =>
  `tests="${cases.length}" failures="${cases.filter(({ failed }) => failed).length}"`;
