// Portkey's public pricing files: one a provider, prices in US cents. `default_duration_seconds` and its like, which stand
// beside the prices, are no prices.
import { grouped } from '../catalog/grouped.ts';
import type { Resolution } from '../routes/types.ts';
import { type Fields, fieldsOf, numberOf, readJson, UnreadableAnswerError } from './answer.ts';
import { sizeNamed } from './sizes.ts';
import type { GatewayCatalog, GatewayRow, StatedAmount } from './types.ts';
import { splitByVeo } from './veoRows.ts';

/** @throws UnreadableAnswerError where the text is no such file. */
export function parsePortkeyPricing(text: string): GatewayCatalog {
  const models = Object.entries(fieldsOf(readJson(text))).filter(
    ([label, facts]) => label !== 'default' && 'pricing_config' in fieldsOf(facts),
  );
  if (models.length === 0)
    throw new UnreadableAnswerError(
      'The answer has no model with a "pricing_config", as Portkey\'s files have.',
    );
  return {
    kind: 'portkey',
    version: null,
    ...splitByVeo(withoutTiers(models.map(([label, facts]) => rowOf(label, fieldsOf(facts))))),
    groupRatios: {},
  };
}

/** The tiers of a model, which are about the length of its prompt, are one row where their prices are the same. */
function withoutTiers(rows: readonly GatewayRow[]): readonly GatewayRow[] {
  const tiers = grouped(rows, ({ upstream, label }) => upstream ?? label);
  return [...tiers].flatMap(([model, group]) => {
    const prices = new Set(group.map(({ amounts }) => JSON.stringify(amounts)));
    return prices.size === 1 ? group.slice(0, 1).map((row) => ({ ...row, label: model })) : group;
  });
}

function rowOf(label: string, facts: Fields): GatewayRow {
  const prices = fieldsOf(fieldsOf(facts.pricing_config).pay_as_you_go);
  return {
    label,
    // A context tier is the price file's own suffix: nobody sends it.
    upstream: label.replace(/-(?:lte|gt)-\d+k$/, ''),
    endpoints: null,
    groups: null,
    status: null,
    endsOn: null,
    amounts: amountsOf(prices),
  };
}

function amountsOf(prices: Fields): readonly StatedAmount[] {
  const units = Object.entries(fieldsOf(prices.additional_units)).flatMap(([key, entry]) => {
    const amount = numberOf(fieldsOf(entry).price);
    const unit = amount === null ? null : unitOf(key, amount);
    return amount === null || unit === null ? [] : [unit];
  });
  if (units.length > 0) return units;
  const tokens = numberOf(fieldsOf(prices.response_token).price);
  if (tokens === null) return [];
  const unit = tokens === 0 ? 'unset' : 'token';
  return [{ key: 'response_token', amount: tokens, currency: 'cent', unit, resolution: 'any', audio: null }];
}

function unitOf(key: string, amount: number): StatedAmount | null {
  const parts = /^video_(?:duration_)?seconds(?:_(\d+)_(\d+)|_(\d+p|4k))?$/.exec(key);
  if (parts === null) return null;
  const resolution = sizeOf(parts[1], parts[2], parts[3]);
  if (resolution === null) return null;
  const unit = amount === 0 ? 'unset' : 'second';
  return { key, amount, currency: 'cent', unit, resolution, audio: null };
}

/** The short side of a picture says its size. */
function sizeOf(
  width: string | undefined,
  height: string | undefined,
  name: string | undefined,
): Resolution | 'any' | null {
  const word = name ?? (width === undefined ? undefined : `${Math.min(Number(width), Number(height))}p`);
  return sizeNamed(word === '2160p' ? '4k' : word);
}
