// The problem matcher reads what the command line prints: every finding, at its place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { positionCounter } from '../../src/detect/lines.ts';
import { textReport } from '../../src/report/text.ts';
import { MIXED, reportOf, runOver } from '../report/run.ts';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly message?: number;
  readonly code?: number;
  readonly loop?: boolean;
}

const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const matcher: { readonly name: string; readonly pattern: readonly [Pattern, Pattern] } =
  contributes.problemMatchers[0];

/** As the editor reads a pattern of two lines, the second of which comes again and again. */
function problemsIn(text: string): readonly (readonly (string | undefined)[])[] {
  const [head, row] = matcher.pattern;
  let file: string | undefined;
  return text.split('\n').flatMap((line) => {
    const found = file === undefined ? null : new RegExp(row.regexp).exec(line);
    if (found === null) {
      file = new RegExp(head.regexp).exec(line)?.[head.file ?? 0];
      return [];
    }
    const { line: at = 0, column = 0, severity = 0, message = 0, code = 0 } = row;
    return [[file, ...[at, column, severity, message, code].map((group) => found[group])]];
  });
}

describe('the problem matcher', () => {
  const run = runOver({
    ...MIXED,
    'a folder/with spaces.py': 'm = "vertex_ai/veo-3.0-generate-001"\n',
    'live.py': 'm = "vertex_ai/veo-3.1-generate-001"\n',
  });

  it('finds each finding of a report, with its file, line, column, severity, message and rule', () => {
    const expected = run.audits.flatMap(({ document, findings }) =>
      findings
        .filter(({ suppressed }) => suppressed === false)
        .map(({ start, severity, message, rule }) => {
          const { line, column } = positionCounter(document.text)(start);
          return [document.path, String(line), String(column), severity, message, rule];
        }),
    );
    assert.ok(new Set(expected.map(([, , , severity]) => severity)).size >= 3);
    assert.deepEqual(problemsIn(reportOf(textReport, run)), expected);
  });

  it('finds nothing in what else is printed', () => {
    assert.deepEqual(problemsIn(reportOf(textReport, runOver({}))), []);
    assert.deepEqual(problemsIn('veo-audit.yaml cannot be read: line 3\n  at 3:4 of it\n'), []);
  });
});
