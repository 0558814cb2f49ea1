// The name of what a literal is held against in a comparison or an assertion, where it is not directly in front of it.
import { lineBefore, REACH, withoutQuote } from './quotes.ts';

const ARGUMENT = String.raw`[^(),\n]{0,80}(?:\([^()\n]{0,80}\)[^(),\n]{0,40})?`;

/** `expect(job.model).toBe(`, `expect(pick()).not.toEqual([`. */
const EXPECTED = new RegExp(String.raw`\bexpect\((${ARGUMENT})\)(?:\.\w{1,20}){0,2}\.to[\w.]{0,30}\(\s?\[?$`);

const ASSERTION = String.raw`\b(?:[Aa]ssert\w*!?|assert\.\w+|XCTAssertEqual|[Ee]quals?|strictEqual|EXPECT_EQ)\(\s?(?:t, ?)?`;

/** `assert.equal(body.model, `, `assertEqual(body["model"], `. */
const ASSERTED = new RegExp(String.raw`${ASSERTION}(${ARGUMENT}), ?\[?$`);

/** `assertEquals(`, whose second argument says what the first one is expected to be. */
const EXPECTATION = new RegExp(`${ASSERTION}$`);

/** `modelOf(job) == `. */
const CALLED =
  /(?<![\w$])([A-Za-z_$][\w$]{0,60}\([^()\n]{0,80}(?:\([^()\n]{0,80}\)[^()\n]{0,40})?\)) ?[!=]==? ?\[?$/;

/** The last name of an expression, past what it is called with: `model` of `calls[0]["model"]`, `pick` of `pick(x)`. */
const lastName = (expression: string): string | null =>
  /(?<![\w$])([A-Za-z_$][\w$]*)["'`\])!?]{0,8}$/.exec(
    expression.trim().replace(/\([^()]{0,80}(?:\([^()]{0,80}\)[^()]{0,40})?\)$/, ''),
  )?.[1] ?? null;

/** The name that the literal at `start` is compared with (`job.model` gives `model`); null where it is no such operand. */
export function comparedName(text: string, start: number, end: number): string | null {
  const before = withoutQuote(lineBefore(text, start));
  const front = EXPECTED.exec(before)?.[1] ?? ASSERTED.exec(before)?.[1] ?? CALLED.exec(before)?.[1];
  if (front !== undefined) return lastName(front);
  if (!EXPECTATION.test(before)) return null;
  const behind = /^["'`], ?([^(),\n]{1,80})/.exec(text.slice(end, end + REACH))?.[1];
  return behind === undefined ? null : lastName(behind);
}
