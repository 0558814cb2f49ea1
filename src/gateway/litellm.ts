// LiteLLM's catalogs: `GET /model/info` of a proxy, and the public cost map.
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

/** Reads either catalog. @throws UnreadableAnswerError where the text is neither. */
export function parseLiteLlmModelInfo(text: string): GatewayCatalog {
  const answer = fieldsOf(readJson(text));
  if (Array.isArray(answer.data)) {
    const rows = labelledRows(answer.data, 'model_name');
    if (answer.data.length > 0 && !rows.some(([, row]) => 'litellm_params' in row || 'model_info' in row))
      throw new UnreadableAnswerError(
        'No row of the answer has a "model_name" with "model_info", as /model/info gives them (/v1/models does not).',
      );
    return catalogOf(withoutTwins(rows.map(rowOfProxy)));
  }
  const error = fieldsOf(answer.error);
  if (textOf(error.message) !== null)
    throw new UnreadableAnswerError(`The gateway refused: ${textOf(error.message)}.`);
  const models = Object.entries(answer).filter(
    ([label, facts]) => label !== 'sample_spec' && 'litellm_provider' in fieldsOf(facts),
  );
  if (models.length === 0)
    throw new UnreadableAnswerError(
      'The answer is neither the list of /model/info ("data") nor a LiteLLM cost map.',
    );
  return catalogOf(models.map(([label, facts]) => rowOf(label, null, fieldsOf(facts))));
}

function catalogOf(rows: readonly GatewayRow[]): GatewayCatalog {
  return {
    kind: 'litellm',
    version: null,
    ...splitByVeo(rows),
    groupRatios: {},
  };
}

/** Deployments that share the requests of one name, where the catalog says the same of them. */
function withoutTwins(rows: readonly GatewayRow[]): readonly GatewayRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function rowOfProxy([label, row]: readonly [string, Fields]): GatewayRow {
  const parameters = fieldsOf(row.litellm_params);
  const info = fieldsOf(row.model_info);
  const upstream = textOf(parameters.model) ?? textOf(info.base_model) ?? textOf(info.key);
  // A price beside the parameters is the team's own and counts before the map's.
  return rowOf(label, upstream, { ...info, ...withNumbers(parameters) });
}

const withNumbers = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => /cost/.test(key) && numberOf(value) !== null),
  );

function rowOf(label: string, upstream: string | null, facts: Fields): GatewayRow {
  const mode = textOf(facts.mode);
  const ends = textOf(facts.deprecation_date);
  return {
    label,
    upstream,
    endpoints: mode === null ? textsOf(facts.supported_endpoints) : [mode],
    groups: null,
    status: null,
    endsOn: ends !== null && isDay(ends) ? ends : null,
    amounts: amountsOf(facts),
  };
}

const PER_SECOND = /^output_cost_per_(?:video_per_)?second(?:_(\d+p|4k))?$/;

function amountsOf(facts: Fields): readonly StatedAmount[] {
  const amounts = Object.entries(facts).flatMap(([key, value]): readonly StatedAmount[] => {
    const amount = numberOf(value);
    if (amount === null) return [];
    const plain = { key, amount, currency: 'usd', audio: null } as const;
    const second = PER_SECOND.exec(key);
    if (second !== null) {
      const resolution = sizeNamed(second[1]);
      if (resolution === null) return [];
      return [{ ...plain, resolution, unit: amount === 0 ? 'unset' : 'second' }];
    }
    if (/^output_cost_per_(?:video|request)$/.test(key))
      return [{ ...plain, resolution: 'any', unit: 'request' }];
    // The proxy fills in zeros for token prices that nobody set.
    return /^output_cost_per_(?:video_)?token$/.test(key) && amount > 0
      ? [{ ...plain, resolution: 'any', unit: 'token' }]
      : [];
  });
  const seconds = amounts.filter(({ unit }) => unit === 'second');
  return seconds.length > 0 ? seconds : amounts;
}
