// Reading takes work in proportion to the text: twice as many parts cost twice the work.
import assert from 'node:assert/strict';
import { auditOf } from './engine.ts';
import { SHAPES } from './shapes.ts';
import { workOf } from './work.ts';

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
];

describe('work', () => {
  for (const [name, parts] of ONCE_SLOW) {
    it(`of ${name} grows with their number`, async () => {
      const shape = SHAPES.find((one) => `${one.path} ${one.name}` === name);
      assert.ok(shape, 'no such shape');
      await auditOf(shape.path, shape.text(parts));
      const once = await workOf(() => auditOf(shape.path, shape.text(parts)));
      const twice = await workOf(() => auditOf(shape.path, shape.text(2 * parts)));
      assert.ok(twice.total < MOST * once.total, `${twice.total} for twice what cost ${once.total}`);
    });
  }
});
