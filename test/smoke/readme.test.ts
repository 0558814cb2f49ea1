// The README's recorded run is a true one: the built command line still says the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ANSWER_FAULTS, JOB_FAULTS, STEPS } from '../../src/simulator/faults.ts';
import { FAILURES } from '../../src/smoke/failures.ts';
import { buildBundle, veoAudit } from '../cli/bundle.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** A line of the record as a pattern: `…` stands for what differs from run to run. */
function pattern(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

describe('what is written of smoke tests', function () {
  this.timeout(60_000);
  before(buildBundle);

  it('the recorded run of the README is what the command line says', async () => {
    const record = /^\$ (veo-audit smoke [^\n]*)\n([\s\S]*?)^```/m.exec(read('README.md'));
    const [, command = '', lines = ''] = record ?? [];
    const [, ...args] = command.split(' ');
    const { status, stdout, stderr } = await withFolder({}, async (folder) => veoAudit(folder, ...args));
    assert.equal(status, 0, stderr);
    const said = `${stderr}${stdout}`.trimEnd().split('\n');
    const told = lines.trimEnd().split('\n');
    for (const [index, line] of told.entries()) assert.match(said[index] ?? '', pattern(line));
    assert.equal(said.length, told.length);
  });

  it('docs/smoke.md names every fault and step, and numbers that hold', () => {
    const page = read('docs/smoke.md');
    for (const name of [...ANSWER_FAULTS, ...JOB_FAULTS, ...STEPS])
      assert.ok(page.includes(`\`${name}\``), name);
    const { 'rate-limited': limited, overloaded } = FAILURES;
    assert.match(page, new RegExp(`429 \\| up to ${limited.retry.retries} times`));
    assert.match(page, new RegExp(`503 \\| up to ${overloaded.retry.retries} times`));
  });
});
