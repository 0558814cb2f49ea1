// The tool's own outputs, as its formats write them, are told from code that holds the same IDs.
import assert from 'node:assert/strict';
import { baselineText } from '../../src/report/baseline.ts';
import { REPORT_FORMATS } from '../../src/report/index.ts';
import { isOwnOutput } from '../../src/workspace/ownOutput.ts';
import { MIXED, reportOf, runOver } from '../report/run.ts';

/** Formats that have no room for a mark. */
const UNMARKED = ['text', 'github', 'gitlab'];

describe('own outputs', () => {
  for (const [name, load] of Object.entries(REPORT_FORMATS)) {
    if (UNMARKED.includes(name)) continue;
    it(`are told: ${name}`, async () => {
      assert.ok(isOwnOutput(reportOf(await load(), runOver(MIXED))));
    });
  }

  it('are told: a baseline', () => {
    assert.ok(isOwnOutput(baselineText(runOver(MIXED))));
  });

  it('are not code, configuration or another tool’s report', () => {
    const others = [
      'm = "gemini/veo-3.0-generate-001"\n',
      '{ "schema": "https://json-schema.org", "model": "veo-3.0-generate-001" }',
      '{ "name": "veo-route-audit-demo", "model": "veo-3.0-generate-001" }',
      '{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "other" } } }] }',
      'file,line,column\nveo-3.0-generate-001,1,1\n',
    ];
    for (const text of others) assert.ok(!isOwnOutput(text), text);
  });
});
