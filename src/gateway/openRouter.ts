// OpenRouter's lists: `GET /api/v1/videos/models` with its SKUs, and the general `GET /api/v1/models`.
import { isDay } from '../catalog/days.ts';
import {
  type Fields,
  fieldsOf,
  labelledRows,
  numberOf,
  readJson,
  textOf,
  textsOf,
  UnreadableAnswerError,
} from './answer.ts';
import { sizeNamed } from './sizes.ts';
import type { GatewayCatalog, GatewayRow, StatedAmount } from './types.ts';
import { splitByVeo } from './veoRows.ts';

/** @throws UnreadableAnswerError where the text is no such list. */
export function parseOpenRouterModels(text: string): GatewayCatalog {
  const answer = fieldsOf(readJson(text));
  const error = fieldsOf(answer.error);
  if (textOf(error.message) !== null)
    throw new UnreadableAnswerError(`The gateway refused: ${textOf(error.message)}.`);
  if (!Array.isArray(answer.data))
    throw new UnreadableAnswerError('The answer has no "data" list, as OpenRouter\'s models have.');
  const rows = labelledRows(answer.data, 'id');
  if (answer.data.length > 0 && !rows.some(([, row]) => 'pricing_skus' in row || 'pricing' in row))
    throw new UnreadableAnswerError('No row of the answer has prices, as those of OpenRouter have.');
  return {
    kind: 'openrouter',
    version: null,
    ...splitByVeo(rows.map(rowOf)),
    groupRatios: {},
  };
}

function rowOf([label, row]: readonly [string, Fields]): GatewayRow {
  const outputs = textsOf(fieldsOf(row.architecture).output_modalities);
  const skus = Object.entries(fieldsOf(row.pricing_skus));
  const ends = textOf(row.expiration_date)?.slice(0, 10) ?? null;
  return {
    label,
    upstream: null,
    endpoints: 'pricing_skus' in row ? ['videos'] : outputs,
    groups: null,
    status: textOf(row.status),
    endsOn: ends !== null && isDay(ends) ? ends : null,
    amounts: skus.length > 0 ? skus.flatMap(amountOfSku) : tokenAmounts(fieldsOf(row.pricing)),
  };
}

/** What is for something else than a second of a new video: an input, another kind of request, a floor. */
const ASIDE = /image_input|video_input|reference|continuation|image_to_video|video_to_video|minimum/;

/** A SKU's name holds its unit, its sound and its size. It is spelled with underscores, in the documentation with dashes. */
function amountOfSku([key, value]: readonly [string, unknown]): readonly StatedAmount[] {
  const amount = numberOf(value);
  const name = key.toLowerCase().replaceAll('-', '_');
  if (amount === null || ASIDE.test(name)) return [];
  const resolution = sizeNamed(/_(\d+p|4k)$/.exec(name)?.[1]);
  if (resolution === null) return [];
  const audio = name.includes('without_audio') ? false : name.includes('with_audio') ? true : null;
  const currency = name.startsWith('cents') ? 'cent' : 'usd';
  return [{ key, amount, resolution, audio, currency, unit: amount === 0 ? 'unset' : unitOf(name) }];
}

function unitOf(name: string): StatedAmount['unit'] {
  if (/megapixel/.test(name)) return 'unknown';
  const words = name.split('_');
  const per = words.indexOf('per');
  const isPerSecond = per >= 0 && words.slice(per).some((word) => word.startsWith('second'));
  if (isPerSecond || /(?:^|_)duration_seconds/.test(name)) return 'second';
  if (/token/.test(name)) return 'token';
  return /per_(?:video|request|generation)/.test(name) ? 'request' : 'unknown';
}

function tokenAmounts(pricing: Fields): readonly StatedAmount[] {
  const plain = { resolution: 'any', audio: null, currency: 'usd' } as const;
  const completion = numberOf(pricing.completion);
  if (completion === null) return [];
  return [{ ...plain, key: 'completion', amount: completion, unit: completion === 0 ? 'unset' : 'token' }];
}
