// What a request costs: price rows of the day × seconds × videos, as a range with every assumption spelled out.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day, PriceRow, SurfaceId } from '../catalog/types.ts';
import { inputOf } from './input.ts';
import { spanOf, sumUsd, timesUsd } from './money.ts';
import { keysOf, lastPriceClause, whyNoPrice, whyNoResolution, whyNotPerSecond } from './noPrice.ts';
import { durationOf, type MadeOut, resolutionOf, sampleCountOf } from './parameters.ts';
import { currentPrices } from './priceTable.ts';
import { rowsOfAudio, rowsOfResolution } from './rates.ts';
import { allowedRows, cited, nameOf, type Scope } from './scope.ts';
import type { Cost, CostAnswer, CostQuestion, FlatPrice, UsdRange } from './types.ts';

/**
 * The cost of a request in US dollars on the day of the question.
 *
 * A null parameter takes the surface's documented default (otherwise 8 s, 720p, one video); a null audio takes
 * both prices where there are two and no default. `dynamic` takes every value that is accepted there. On
 * `unknown` the Google surfaces that have a price on that day are spanned. A model that is shut down has no
 * price: the reason names the last one. A price per request or per video never becomes one per second.
 */
export function estimateCost(question: CostQuestion, catalog: Catalog): CostAnswer {
  if (question.surface !== 'unknown')
    return costOn(question, { catalog, model: question.model, surface: question.surface });
  const scopes = googleScopes(catalog, question.model);
  if (scopes.length === 0) {
    return {
      known: false,
      reason: `the surface of ${question.model} is not known, and it is no ID of Google's`,
    };
  }
  return spanned(scopes, question);
}

/** What a request costs by an answer, whether by the second or at one price; undefined where neither is known. */
export const priceOf = (answer: CostAnswer): FlatPrice | undefined =>
  answer.known ? answer.cost : answer.flat;

function googleScopes(catalog: Catalog, model: string): readonly Scope[] {
  const surfaces: readonly SurfaceId[] = Object.keys(catalog.model(model)?.surfaces ?? {});
  return surfaces.map((surface) => ({ catalog, model, surface }));
}

/** From the cheapest to the dearest of the surfaces that have a price. */
function spanned(scopes: readonly Scope[], question: CostQuestion): CostAnswer {
  const answers = scopes.map((scope) => ({ scope, answer: costOn(question, scope) }));
  const known = answers.flatMap(({ scope, answer }) => (answer.known ? [{ scope, cost: answer.cost }] : []));
  const reasons = answers.flatMap(({ answer }) => (answer.known ? [] : [answer.reason]));
  const [first] = known;
  if (first === undefined) return { known: false, reason: reasons.join('; ') };
  const costs = known.map(({ cost }) => cost);
  const places = known.map(({ scope }) => nameOf(scope)).join(' and ');
  const surface = `surface not known: Google's price on ${places}; a gateway may charge another`;
  return {
    known: true,
    cost: {
      usdPerSecond: spanOf(costs.map((cost) => cost.usdPerSecond)),
      usdPerRequest: spanOf(costs.map((cost) => cost.usdPerRequest)),
      assumptions: unique([
        surface,
        ...reasons.map((reason) => `not counted: ${reason}`),
        ...costs.flatMap((cost) => cost.assumptions),
      ]),
      source: unique(costs.flatMap((cost) => cost.source.split(', '))).join(', '),
      checkedOn: earliest(costs.map((cost) => cost.checkedOn)),
    },
  };
}

function costOn(question: CostQuestion, scope: Scope): CostAnswer {
  const { asOf } = question;
  const rows = currentPrices(scope.catalog, scope.model, scope.surface, asOf);
  if (rows.length === 0) {
    return { known: false, reason: whyNoPrice(scope, asOf) + lastPriceClause(scope, asOf) };
  }
  const bySecond = rows.filter((row) => row.unit === 'second');
  const resolution = resolutionOf(question.resolution, scope);
  const priced = bySecond.length > 0 ? bySecond : rows;
  const ofResolution =
    resolution.value === 'dynamic' ? allowedRows(scope, priced) : rowsOfResolution(priced, resolution.value);
  if (ofResolution.length === 0 && resolution.value !== 'dynamic') {
    return { known: false, reason: whyNoResolution(rows, resolution.value, scope, asOf) };
  }
  const rates = rowsOfAudio(ofResolution, question.generateAudio, scope);
  return bySecond.length > 0
    ? { known: true, cost: costBySecond(question, scope, resolution, rates) }
    : notBySecond(question, scope, resolution, rates);
}

function costBySecond(
  question: CostQuestion,
  scope: Scope,
  resolution: MadeOut<string>,
  rates: MadeOut<readonly PriceRow[]>,
): Cost {
  const duration = durationOf(question.durationSeconds, scope);
  const count = sampleCountOf(question.sampleCount, scope);
  const input = inputOf(question.input, scope);
  const usdPerSecond = rangeOf(rates.value);
  const usdOf = (usd: number, seconds: number, videos: number): number =>
    sumUsd(timesUsd(usd, seconds, videos), input.value);
  return {
    usdPerSecond,
    usdPerRequest: {
      min: usdOf(usdPerSecond.min, duration.value.min, count.value.min),
      max: usdOf(usdPerSecond.max, duration.value.max, count.value.max),
    },
    assumptions: unique([
      ...duration.assumptions,
      ...resolutionAssumptions(resolution, rates.value, scope),
      ...count.assumptions,
      ...rates.assumptions,
      ...input.assumptions,
      ...trust(rates.value, scope),
    ]),
    ...provenance(rates.value),
  };
}

function notBySecond(
  question: CostQuestion,
  scope: Scope,
  resolution: MadeOut<string>,
  rates: MadeOut<readonly PriceRow[]>,
): CostAnswer {
  const reason = whyNotPerSecond(rates.value, scope);
  const [first] = rates.value;
  if (first === undefined || rates.value.some((row) => row.unit !== first.unit) || first.unit === 'unclear') {
    return { known: false, reason };
  }
  // A price a request is the same however many videos it asks for.
  const count =
    first.unit === 'video'
      ? sampleCountOf(question.sampleCount, scope)
      : { value: { min: 1, max: 1 }, assumptions: [] };
  const price = rangeOf(rates.value);
  const flat: FlatPrice = {
    usdPerRequest: { min: timesUsd(price.min, count.value.min), max: timesUsd(price.max, count.value.max) },
    assumptions: unique([
      ...resolutionAssumptions(resolution, rates.value, scope),
      ...count.assumptions,
      ...rates.assumptions,
      ...trust(rates.value, scope),
    ]),
    ...provenance(rates.value),
  };
  return { known: false, reason, flat };
}

function rangeOf(rows: readonly PriceRow[]): UsdRange {
  return spanOf(rows.map(({ usd }) => ({ min: usd, max: usd })));
}

function provenance(rows: readonly PriceRow[]): Pick<Cost, 'source' | 'checkedOn'> {
  return {
    source: keysOf(rows),
    checkedOn: earliest(rows.map((row) => row.checkedOn)),
  };
}

/** An assumed resolution does not matter where one price serves all of them. */
function resolutionAssumptions(
  resolution: MadeOut<string>,
  rows: readonly PriceRow[],
  scope: Scope,
): readonly string[] {
  if (rows.every((row) => row.resolution === 'any')) return [];
  if (resolution.value !== 'dynamic') return resolution.assumptions;
  const priced = unique(rows.map((row) => row.resolution)).join(', ');
  return [`resolution set at run time: ${priced} on ${nameOf(scope)}`];
}

/** Says so where a price does not come from Google, or is derived. */
function trust(rows: readonly PriceRow[], scope: Scope): readonly string[] {
  return rows
    .filter((row) => row.confidence === 'third-party' || row.confidence === 'inferred')
    .map((row) => {
      const how = row.confidence === 'inferred' ? 'an inferred price' : 'a price that third parties report';
      return `${how} on ${nameOf(scope)} (${cited(scope, row.sources)})${row.note ? `: ${row.note}` : ''}`;
    });
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}

/** A statement is as fresh as its oldest part. */
function earliest(days: readonly Day[]): Day {
  return days.toSorted()[0] ?? '';
}
