// Reading takes work in proportion to the text: twice as many parts cost twice the work.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';

/** Twice the work for twice the text, and some more where it was not yet all there. */
const MOST = 2.3;

/** Shapes that once cost the square of their length, and how many parts show it. */
const ONCE_SLOW: readonly (readonly [shape: string, parts: number])[] = [
  ['a.py calls of one name', 120],
  ['a.py functions with calls', 80],
  ['a.py changes of one object', 400],
  ['a.rb bare names in one line', 300],
  ['a.ts calls of fields', 100],
  ['a.ts members', 300],
  ['a.ts addresses that are built', 60],
  ['a.rb blocks', 60],
  ['a.yaml maps', 250],
  ['.env settings with addresses', 200],
  ['a.sh one long text with variables', 600],
];

const PROGRAM = fileURLToPath(new URL('./measure.ts', import.meta.url));

function measured(): readonly Measured[] {
  const shapes = ONCE_SLOW.map(([name, parts]) => `${name}=${parts}`);
  const args = ['--no-opt', '--import', 'tsx', PROGRAM, ...shapes];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

describe('work', () => {
  let all: readonly Measured[] = [];
  before(() => {
    all = measured();
  });

  for (const [name] of ONCE_SLOW) {
    it(`of ${name} grows with their number`, () => {
      const { once, twice, grown } = all.find((one) => one.name === name) ?? assert.fail('not measured');
      assert.ok(twice < MOST * once, [`${twice} for twice what cost ${once}`, ...grown].join('\n  '));
    });
  }
});
