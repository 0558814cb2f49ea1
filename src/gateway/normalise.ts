// A gateway's amounts as dollars a second, with the factor explained; or why they cannot be that.
import { ownOf } from '../contracts/own.ts';
import { formatUsd } from '../cost/format.ts';
import type { Resolution } from '../routes/types.ts';
import { NOT_CONFIGURED_RATIO } from './newApi.ts';
import type { GatewayCatalog, GatewayRow, StatedAmount } from './types.ts';

/** What is known beside the row. */
export interface NormaliseOptions {
  /** What `model_price` is per, where the team has seen it on an invoice. */
  readonly priceIsPer?: 'second' | 'request' | undefined;
  /** The group whose ratio is paid. */
  readonly group?: string | undefined;
  /** How long the video of a request is, in seconds. */
  readonly seconds?: number | null | undefined;
}

/** A price by the second, or the sentence that says why there is none. */
export type NormalisedPrice =
  | {
      readonly kind: 'per-second';
      readonly usdPerSecond: number;
      /** How it was made from what the row says: `model_price 0.4 × group ratio 1.2`. */
      readonly factor: string;
      readonly resolution: Resolution | 'any';
      readonly audio: boolean | null;
    }
  | {
      readonly kind: 'unclear';
      readonly reason: string;
      /** US dollars for a request, where the row says that much. */
      readonly usdPerRequest: number | null;
    };

/** Every price of a row. A row without any amount has one `unclear` price. */
export function normalisePrice(
  row: GatewayRow,
  catalog: Pick<GatewayCatalog, 'kind' | 'groupRatios'>,
  options: NormaliseOptions = {},
): readonly NormalisedPrice[] {
  if (row.amounts.length === 0) return [unclear('the row states no price')];
  const group = groupOf(row, catalog, options);
  if ('unclear' in group) return [unclear(group.unclear)];
  return row.amounts.map((amount) => priceOf(amount, group, options));
}

/** The ratio that multiplies a row's prices, in words. */
interface Group {
  readonly ratio: number;
  readonly words: string;
}

function groupOf(
  { groups }: GatewayRow,
  { groupRatios }: Pick<GatewayCatalog, 'groupRatios'>,
  { group }: NormaliseOptions,
): Group | { readonly unclear: string } {
  const open = (groups ?? Object.keys(groupRatios)).filter((name) => ownOf(groupRatios, name) !== undefined);
  if (group !== undefined && groups !== null && !groups.includes(group) && !groups.includes('all'))
    return { unclear: `the row is not open to the group "${group}" (${groups.join(', ') || 'to none'})` };
  const chosen = group ?? (open.includes('default') ? 'default' : open.length === 1 ? open[0] : undefined);
  if (chosen !== undefined) {
    const ratio = ownOf(groupRatios, chosen) ?? 1;
    return { ratio, words: ratio === 1 ? '' : ` × ratio ${ratio} of the group "${chosen}"` };
  }
  const ratios = new Set(open.map((name) => groupRatios[name]));
  const [ratio] = ratios;
  if (ratios.size > 1)
    return {
      unclear: `it depends on the group that the key belongs to (${open.map((name) => `${name} × ${groupRatios[name]}`).join(', ')})`,
    };
  return { ratio: ratio ?? 1, words: ratio === undefined || ratio === 1 ? '' : ` × group ratio ${ratio}` };
}

function priceOf(stated: StatedAmount, group: Group, options: NormaliseOptions): NormalisedPrice {
  const { key, amount, unit, resolution, audio } = stated;
  const cents = stated.currency === 'cent';
  const usd = round((cents ? amount / 100 : amount) * group.ratio);
  // Some versions of new-api write -1 where no price is set.
  if (amount < 0) return unclear(`${key} ${amount} stands for a price that is not set`);
  const words = `${key} ${amount}${cents ? ' cents ÷ 100' : ''}${group.words}`;
  const bySecond = (usdPerSecond: number, factor: string): NormalisedPrice => ({
    kind: 'per-second',
    usdPerSecond: round(usdPerSecond),
    factor,
    resolution,
    audio,
  });
  switch (unit) {
    case 'second':
      return bySecond(usd, words);
    case 'request':
      return byRequest(usd, words, options.seconds, bySecond);
    case 'fixed':
      if (options.priceIsPer === 'second') return bySecond(usd, `${words}, per second as the team declares`);
      if (options.priceIsPer === 'request') return byRequest(usd, words, options.seconds, bySecond);
      return unclear(fixedReason(usd, words, options.seconds ?? 8), null);
    case 'ratio':
      return unclear(
        `${key} ${amount} with quota_type 0 is a price for tokens (${formatUsd(round(amount * 2))} a million input tokens${group.words}); a video has none that are documented`,
      );
    case 'unset':
      return unclear(
        amount === NOT_CONFIGURED_RATIO
          ? `${key} ${amount} is what the software shows for a model without a configured price`
          : `${key} ${amount} stands for a price that is not set`,
      );
    case 'token':
      return unclear(
        `${key} ${amount} is a price for tokens, and how many a second of video has is not stated`,
      );
    case 'expression':
      return unclear(`the price is computed by an expression of the gateway (${key.slice(0, 120)})`);
    case 'unknown':
      return unclear(`what ${key} ${amount} is for is not known`);
  }
}

function byRequest(
  usd: number,
  words: string,
  seconds: number | null | undefined,
  bySecond: (usd: number, factor: string) => NormalisedPrice,
): NormalisedPrice {
  if (typeof seconds === 'number' && seconds > 0)
    return bySecond(usd / seconds, `${words} a request ÷ ${seconds} s`);
  return unclear(`${words} is a price a request, and how many seconds a request makes is not known`, usd);
}

function fixedReason(usd: number, words: string, seconds: number): string {
  return (
    `${words} with quota_type 1 is a fixed price: some versions of the software take it per request, others per second. ` +
    `That is ${formatUsd(usd)} per second, or ${formatUsd(round(usd / seconds))} per second for a video of ${seconds} s. Set priceIsPer once an invoice shows it`
  );
}

const unclear = (reason: string, usdPerRequest: number | null = null): NormalisedPrice => ({
  kind: 'unclear',
  reason,
  usdPerRequest,
});

/** Without the dust of binary fractions. */
const round = (usd: number): number => Number(usd.toPrecision(10));
