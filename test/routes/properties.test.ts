// Whatever is done to a text, reading gives places inside of it and never fails.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadLabelledCalls } from './labelledCalls.ts';
import { readText } from './readText.ts';

const FIXTURES = loadLabelledCalls();

/** Cuts a stretch out of a text and puts another one in. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(4000),
  length: fc.nat(60),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '${',
      '\n',
      '\\',
      'é😀',
      '\0',
      'veo-3.1-generate-001',
      '...x',
      'await ',
      '/*',
    ),
    fc.string({ maxLength: 6 }),
  ),
});

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, { at, length, insert }) => {
    const from = now.length === 0 ? 0 : at % now.length;
    return now.slice(0, from) + insert + now.slice(from + length);
  }, text);
}

describe('reading any text', () => {
  it('never fails, and its places lie in the text', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FIXTURES),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async ({ path, text }, changes) => {
          const mutant = changed(text, changes);
          const { routes, pollingLoops, retriedSubmits } = await readText(path, mutant);
          for (const { start, end } of [
            ...routes,
            ...routes.flatMap(({ places }) => Object.values(places)),
            ...pollingLoops,
            ...retriedSubmits,
          ]) {
            assert.ok(
              Number.isInteger(start) && start >= 0 && start <= end && end <= mutant.length,
              `${path}: ${start}–${end} of ${mutant.length}`,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('says the same of the same text', async () => {
    for (const { path, text } of FIXTURES.slice(0, 20)) {
      assert.deepEqual(await readText(path, text), await readText(path, text));
    }
  });
});
