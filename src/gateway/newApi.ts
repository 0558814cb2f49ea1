// The pricing catalog of new-api and its kin: `GET /api/pricing`. It lists what at least one enabled channel serves to a
// group that the caller may use; models that were switched off are left out.
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
import type { GatewayCatalog, GatewayRow, StatedAmount } from './types.ts';
import { splitByVeo } from './veoRows.ts';

/** The ratio that new-api shows for a model without a configured one. */
export const NOT_CONFIGURED_RATIO = 37.5;

/** @throws UnreadableAnswerError where the text is no such catalog. */
export function parseNewApiPricing(text: string): GatewayCatalog {
  const answer = fieldsOf(readJson(text));
  if (answer.success === false)
    throw new UnreadableAnswerError(
      `The gateway refused: ${textOf(answer.message) ?? 'it does not say why'}.`,
    );
  if (!Array.isArray(answer.data))
    throw new UnreadableAnswerError('The answer has no "data" list, as a new-api pricing catalog has.');
  const rows = labelledRows(answer.data, 'model_name');
  // Other gateways give lists of the same outline.
  if (answer.data.length > 0 && !rows.some(([, row]) => 'quota_type' in row))
    throw new UnreadableAnswerError(
      'No row of the answer has a "model_name" and a "quota_type", as those of new-api have.',
    );
  const ratios = Object.entries(fieldsOf(answer.group_ratio)).flatMap(([group, ratio]) => {
    const number = numberOf(ratio);
    return number === null ? [] : [[group, number] as const];
  });
  return {
    kind: 'new-api',
    version: textOf(answer.pricing_version),
    ...splitByVeo(rows.map(rowOf)),
    groupRatios: Object.fromEntries(ratios),
  };
}

function rowOf([label, row]: readonly [string, Fields]): GatewayRow {
  return {
    label,
    upstream: null,
    endpoints: textsOf(row.supported_endpoint_types),
    groups: textsOf(row.enable_groups ?? row.enable_group),
    status: statusOf(row),
    endsOn: null,
    amounts: amountsOf(row),
  };
}

/**
 * The software itself states no availability (`wallet_available` and its like are about billing); forks and resellers
 * add one of their own, under names that nobody documents.
 */
function statusOf(row: Fields): string | null {
  const nested = fieldsOf(row.availability);
  return (
    textOf(row.availability_status) ??
    textOf(row.availability) ??
    textOf(nested.status) ??
    textOf(row.health_status) ??
    textOf(row.status)
  );
}

function amountsOf(row: Fields): readonly StatedAmount[] {
  const expression = textOf(row.billing_expr);
  const plain = { currency: 'usd', resolution: 'any', audio: null } as const;
  if (expression !== null)
    return [{ ...plain, key: `billing_expr ${expression}`, amount: 0, currency: 'none', unit: 'expression' }];
  const price = numberOf(row.model_price);
  const ratio = numberOf(row.model_ratio);
  if (numberOf(row.quota_type) === 1) {
    if (price === null) return [];
    return [{ ...plain, key: 'model_price', amount: price, unit: price === 0 ? 'unset' : 'fixed' }];
  }
  if (ratio === null) return [];
  const unit = ratio === NOT_CONFIGURED_RATIO || ratio === 0 ? 'unset' : 'ratio';
  return [{ ...plain, key: 'model_ratio', amount: ratio, currency: 'none', unit }];
}
