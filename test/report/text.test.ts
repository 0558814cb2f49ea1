// The text report: grouped by file, aligned, with the sum at its end; colours only where asked for.
import assert from 'node:assert/strict';
import { textReport } from '../../src/report/text.ts';
import { reportOf, runOver } from './run.ts';

const report = (files: Readonly<Record<string, string>>): string => reportOf(textReport, runOver(files));

describe('the text report', () => {
  it('groups findings by file and names place, severity and rule', () => {
    const text = report({
      'a.py': 'm = "gemini/veo-3.0-generate-001"\n',
      'b.ts': '\n\nconst lite = "vertex_ai/veo-3.1-lite-generate-001";\n',
    });
    const lines = text.split('\n');
    assert.equal(lines[0], 'a.py');
    assert.match(lines[1] ?? '', /^ {2}1:13 {2}error {2}veo-3\.0-generate-001 .* {2}shut-down-model$/);
    assert.equal(lines[3], 'b.ts');
    assert.match(lines[4] ?? '', /^ {2}3:25 {2}info {2}veo-3\.1-lite-generate-001 .* {2}preview-model$/);
  });

  it('says what to do once in a file for all that the same is said of, and again in the next file', () => {
    const dead = 'm = "gemini/veo-3.0-generate-001"\n';
    const rows = report({
      'a.py': `${dead}${dead}m = "vertex_ai/veo-3.0-generate-001"\n${dead}`,
      'b.py': dead,
    })
      .split('\n')
      .filter((line) => line.endsWith('  shut-down-model'));
    assert.deepEqual(
      rows.map((line) => / (?:Move to|Use) /.test(line)),
      [true, false, true, false, true],
    );
    for (const line of rows)
      assert.match(line, / veo-3\.0-generate-001 was shut down on .* on 2026-06-30\. {1,2}\S/);
  });

  it('aligns places and severities within a file', () => {
    const rows = report({
      'a.py': `${'\n'.repeat(9)}a = "gemini/veo-3.0-generate-001"; b = "veo3_fast"\nmodel = "vertex_ai/veo-3.1-lite-generate-001"\n`,
    })
      .split('\n')
      .slice(1, 3);
    const starts = rows.map((row) => row.search(/veo-\d|veo3/));
    assert.equal(starts[0], starts[1]);
  });

  it('leaves out what is suppressed and files without findings, and counts them', () => {
    const text = report({
      'a.py': 'm = "gemini/veo-3.0-generate-001"  # veo-audit-ignore shut-down-model -- kept\n',
      'b.py': '# veo-3.1-generate-001\n',
    });
    assert.doesNotMatch(text, /a\.py|b\.py/);
    assert.match(text, /^0 findings: 0 errors, 0 warnings, 0 infos, 0 hints, 1 suppressed\./m);
    assert.match(text, /^2 model IDs in 2 files, as of 2026-11-21/m);
  });

  it('speaks of one as one', () => {
    const text = report({ 'a.py': 'm = "vertex_ai/veo-3.0-generate-001"\n' });
    assert.match(text, /^1 finding: 1 error, 0 warnings, 0 infos, 0 hints\. --fix can fix 1 of them\.$/m);
    assert.match(text, /^1 model ID in 1 file,/m);
  });

  it('tells files that hold IDs from those that were looked into', () => {
    const text = report({ 'a.py': 'm = "vertex_ai/veo-3.0-generate-001"\n', 'b.py': 'a = 1\n' });
    assert.match(text, /^1 model ID in 1 of 2 files,/m);
    assert.match(report({ 'b.py': 'a = 1\n' }), /^0 model IDs in 1 file,/m);
  });

  it('says why findings outside of production are mild', () => {
    const old = 'm = "gemini/veo-3.0-generate-001"\n';
    const text = report({ 'examples/a.py': old, 'tests/b.py': old, 'c.py': old });
    assert.match(
      text,
      /^2 of them are in samples and tests, where a finding is info at most unless veo-audit\.yaml says otherwise/m,
    );
    assert.match(report({ 'docs/a.md': `\`${'veo-3.0-generate-001'}\`\n` }), /^1 of them is in docs, /m);
    assert.doesNotMatch(report({ 'c.py': old }), /of them (?:is|are) in/);
  });

  it('says nothing of fixes where there are none, and ends with one line feed', () => {
    const text = report({ 'a.py': 'm = "gemini/veo-3.0-generate-001"\n' });
    assert.doesNotMatch(text, /--fix/);
    assert.match(text, /[^\n]\n$/);
  });
});
