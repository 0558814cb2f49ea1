// OpenRouter's lists: `GET /api/v1/videos/models` with its SKUs, and the general `GET /api/v1/models`.
import { isDay } from '../catalog/days.ts';
import type { Resolution } from '../routes/types.ts';
import {
  type Fields,
  fieldsOf,
  numberOf,
  readJson,
  textOf,
  textsOf,
  UnreadableAnswerError,
} from './answer.ts';
import { sorted } from './ours.ts';
import type { GatewayCatalog, GatewayRow, StatedAmount } from './types.ts';

/** @throws UnreadableAnswerError where the text is no such list. */
export function parseOpenRouterModels(text: string): GatewayCatalog {
  const answer = fieldsOf(readJson(text));
  const error = fieldsOf(answer.error);
  if (textOf(error.message) !== null)
    throw new UnreadableAnswerError(`The gateway refused: ${textOf(error.message)}.`);
  if (!Array.isArray(answer.data))
    throw new UnreadableAnswerError('The answer has no "data" list, as OpenRouter\'s models have.');
  const rows = answer.data.map(fieldsOf).filter((row) => textOf(row.id) !== null);
  return {
    kind: 'openrouter',
    version: null,
    ...sorted(rows.map(rowOf)),
    groupRatios: {},
  };
}

function rowOf(row: Fields): GatewayRow {
  const outputs = textsOf(fieldsOf(row.architecture).output_modalities);
  const skus = Object.entries(fieldsOf(row.pricing_skus));
  const ends = textOf(row.expiration_date)?.slice(0, 10) ?? null;
  return {
    label: textOf(row.id) ?? '',
    upstream: null,
    endpoints: skus.length > 0 ? ['videos'] : outputs,
    groups: null,
    status: textOf(row.status),
    endsOn: ends !== null && isDay(ends) ? ends : null,
    amounts: skus.length > 0 ? skus.flatMap(amountOfSku) : tokenAmounts(fieldsOf(row.pricing)),
  };
}

const RESOLUTIONS: Readonly<Record<string, Resolution>> = {
  '360p': '360p',
  '720p': '720p',
  '1080p': '1080p',
  '4k': '4k',
};

/** A SKU's name holds its unit, its sound and its size; what is for an input image or video is left out. */
function amountOfSku([key, value]: readonly [string, unknown]): readonly StatedAmount[] {
  const amount = numberOf(value);
  if (amount === null || /image_input|video_input|continuation|image_to_video|minimum/.test(key)) return [];
  const size = /_(\d+p|4k)$/i.exec(key)?.[1]?.toLowerCase();
  const resolution = size === undefined ? 'any' : RESOLUTIONS[size];
  if (resolution === undefined) return [];
  const audio = key.includes('without_audio') ? false : key.includes('with_audio') ? true : null;
  const shared = { key, amount, resolution, audio } as const;
  if (amount === 0) return [{ ...shared, currency: 'usd', unit: 'unset' }];
  if (/^cents_per_(?:\w+_)?(?:second|output_second)/.test(key))
    return [{ ...shared, currency: 'cent', unit: 'second' }];
  if (/(?:^|_)duration_seconds/.test(key)) return [{ ...shared, currency: 'usd', unit: 'second' }];
  if (/token/.test(key)) return [{ ...shared, currency: 'usd', unit: 'token' }];
  if (/per_(?:video|request|generation)/.test(key))
    return [{ ...shared, currency: key.startsWith('cents') ? 'cent' : 'usd', unit: 'request' }];
  return [{ ...shared, currency: 'usd', unit: 'unknown' }];
}

function tokenAmounts(pricing: Fields): readonly StatedAmount[] {
  const plain = { resolution: 'any', audio: null, currency: 'usd' } as const;
  const completion = numberOf(pricing.completion);
  if (completion === null) return [];
  return [{ ...plain, key: 'completion', amount: completion, unit: completion === 0 ? 'unset' : 'token' }];
}
