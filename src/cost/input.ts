// What goes into a request and is billed with it: images and videos to work from, by the token.
import { formatUsd } from './format.ts';
import { timesUsd } from './money.ts';
import type { MadeOut } from './parameters.ts';
import { cited, constraintOf, nameOf, type Scope } from './scope.ts';
import type { RequestInput } from './types.ts';

/** What a surface bills for what goes in: tokens, and US dollars for a million of them. */
interface InputPrice {
  readonly usdPerMillion: number;
  readonly perImage: number;
  readonly perVideoSecond: number;
}

/** What the input of a request costs in US dollars; 0 where it is not billed, and where it is not asked about. */
export function inputOf(asked: RequestInput | undefined, scope: Scope): MadeOut<number> {
  const row = constraintOf(scope, 'inputTokens');
  if (!isInputPrice(row?.value)) {
    const unsaid = `no source says what ${nameOf(scope)} bills for images and videos that go in: not counted`;
    return { value: 0, assumptions: asked === undefined ? [] : [unsaid] };
  }
  const { usdPerMillion, perImage, perVideoSecond } = row.value;
  const usd = (tokens: number): number => timesUsd(usdPerMillion, tokens / 1_000_000);
  const prices = `${formatUsd(usd(perImage))} per image, ${formatUsd(usd(perVideoSecond))} per second of source video, ${formatUsd(usdPerMillion)} per million tokens of text on ${nameOf(scope)} (${cited(scope, row?.sources ?? [])})`;
  if (asked === undefined) return { value: 0, assumptions: [`what goes in is not counted: ${prices}`] };
  return {
    value: usd(asked.images * perImage + asked.videoSeconds * perVideoSecond),
    assumptions: [`the text of the prompt is not counted: ${prices}`],
  };
}

function isInputPrice(value: unknown): value is InputPrice {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['usdPerMillion', 'perImage', 'perVideoSecond'].every(
      (key) => typeof Reflect.get(value, key) === 'number',
    )
  );
}
