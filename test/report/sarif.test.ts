// SARIF: valid by its schema and by GitHub's own rules, with what code scanning keeps alerts by.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Result } from 'sarif';
import { RULE_METAS } from '../../src/audit/engine.ts';
import { MOST_RESULTS, sarifReport } from '../../src/report/sarif.ts';
import type { RunAudit } from '../../src/report/types.ts';
import { installedPackages } from '../installed.ts';
import { MIXED, reportOf, runOver } from './run.ts';

const logOf = (run: RunAudit): Log => JSON.parse(reportOf(sarifReport, run));
const resultsOf = (run: RunAudit): readonly Result[] => logOf(run).runs[0]?.results ?? [];

/** What the validator says of a log at the levels error and warning: rule and message. */
function complaints(log: string): readonly string[] {
  const program = join(installedPackages('report-tools'), '@microsoft/sarif-multitool-linux/Sarif.Multitool');
  chmodSync(program, 0o755);
  const folder = mkdtempSync(join(tmpdir(), 'veo-sarif-'));
  try {
    const [given, said] = [join(folder, 'given.sarif'), join(folder, 'said.sarif')];
    writeFileSync(given, log);
    const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--output', said];
    try {
      execFileSync(program, ['validate', given, ...options], { stdio: 'pipe' });
    } catch {
      // It exits with 1 where it has complaints.
    }
    const { runs }: Log = JSON.parse(readFileSync(said, 'utf8'));
    return (runs[0]?.results ?? []).map(({ ruleId, message }) => `${ruleId} ${message.text ?? message.id}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the SARIF report', function () {
  this.timeout(300_000);

  it("has nothing that the schema or GitHub's rules object to, with findings and without", () => {
    assert.deepEqual(complaints(reportOf(sarifReport, runOver(MIXED))), []);
    assert.deepEqual(complaints(reportOf(sarifReport, runOver({}))), []);
    assert.notDeepEqual(complaints('{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}'), []);
  });

  it('declares every rule with its page, and an empty list of results for a clean run', () => {
    const [run] = logOf(runOver({ 'a.py': 'x = 1\n' })).runs;
    assert.deepEqual(run?.results, []);
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      RULE_METAS.map(({ id }) => id),
    );
    for (const { id, helpUri } of run?.tool.driver.rules ?? [])
      assert.ok(helpUri?.endsWith(`/docs/rules/${id}.md`), id);
  });

  it('puts the worst first, suppressed ones last with their reason, and escapes paths', () => {
    const results = resultsOf(runOver(MIXED));
    assert.deepEqual(
      results.map(({ level, suppressions }) => [level, suppressions?.[0]?.justification]),
      [
        ['error', undefined],
        ['warning', undefined],
        ['note', undefined],
        ['error', 'kept on purpose'],
      ],
    );
    const uri = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    assert.equal(decodeURIComponent(uri ?? ''), 'a b,%/::error.py');
    assert.doesNotMatch(uri ?? '', /[ ,:]/);
  });

  it('keeps to the number of results that GitHub reads, the worst of them first', () => {
    const mild = 'vertex = "veo-3.1-lite-generate-001"\n'.repeat(MOST_RESULTS + 10);
    const results = resultsOf(runOver({ 'a.ts': `${mild}m = "gemini/veo-3.0-generate-001"\n` }));
    assert.equal(results.length, MOST_RESULTS);
    assert.deepEqual([results[0]?.level, results[1]?.level], ['error', 'note']);
  });

  it('points at the ID in UTF-16 columns', () => {
    const [result] = resultsOf(runOver({ 'a.py': 's = "😀"; m = "gemini/veo-3.0-generate-001"\n' }));
    assert.deepEqual(result?.locations?.[0]?.physicalLocation?.region, {
      startLine: 1,
      startColumn: 23,
      endLine: 1,
      endColumn: 43,
      snippet: { text: 'veo-3.0-generate-001' },
    });
  });

  it('keeps the fingerprint of a finding when lines move, and tells findings of one file apart', () => {
    const line = 'm = "gemini/veo-3.0-generate-001"\n';
    const prints = (text: string) =>
      resultsOf(runOver({ 'a.py': text })).map(
        ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
      );
    assert.deepEqual(prints(`\n\n${line}\n\n${line}`), prints(line + line));
    assert.equal(new Set(prints(line + line)).size, 2);
  });

  it('exports fixes as replacements', () => {
    const [result] = resultsOf(
      runOver({ 'a.yaml': 'litellm_params:\n  model: vertex_ai/veo-3.0-generate-001\n' }),
    );
    const [change] = result?.fixes?.[0]?.artifactChanges ?? [];
    assert.equal(change?.replacements[0]?.insertedContent?.text, 'veo-3.1-generate-001');
    assert.deepEqual(change?.replacements[0]?.deletedRegion, {
      startLine: 2,
      startColumn: 20,
      endLine: 2,
      endColumn: 40,
    });
  });
});
