// The routes of the page: each with its contract and what one request costs.

import type { ContractContext } from '../../audit/rule.ts';
import { priceOf } from '../../cost/estimate.ts';
import type { Route } from '../../routes/types.ts';
import { t } from '../../words/words.ts';
import { routeRows } from '../routeRows.ts';
import type { RunAudit } from '../types.ts';
import type { PageRoute } from './types.ts';

/** Every route of a run. */
export function pageRoutes(run: RunAudit, context: ContractContext): readonly PageRoute[] {
  const contracts = new Map(
    context.contracts.flatMap((named) => named.routes.map(({ route }) => [route as Route, named] as const)),
  );
  return routeRows(run).map(({ file, start, route, status, cost }) => {
    const named = contracts.get(route);
    const price = priceOf(cost);
    return {
      file,
      line: start.line,
      name: route.name,
      model: route.model,
      surface: run.catalog.surface(route.surface)?.name ?? t('not known'),
      status,
      parameters: parametersOf(route),
      usdPerRequest: price?.usdPerRequest ?? null,
      usdPerSecond: cost.known ? cost.cost.usdPerSecond : null,
      assumptions: price?.assumptions ?? [],
      noCost: cost.known ? null : cost.reason,
      contract: named?.name ?? null,
      owner: named?.contract.owner ?? null,
      environment: named?.contract.environment ?? null,
    };
  });
}

/** The parameters that are set, in words: `8 s, 720p, 2 videos`. */
export function parametersOf(values: ParameterValues): string {
  const { durationSeconds, resolution, sampleCount, generateAudio } = values;
  const worded = [
    set(durationSeconds, (seconds) => `${seconds} s`),
    set(resolution, String),
    set(sampleCount, (count) => (count === 1 ? '' : t('{0} videos', Number(count)))),
    set(generateAudio, (audio) => (audio ? t('audio') : t('no audio'))),
  ];
  return worded.filter((part) => part !== '').join(', ');
}

type Value = string | number | boolean | null;

type ParameterValues = Readonly<
  Record<'durationSeconds' | 'resolution' | 'sampleCount' | 'generateAudio', Value>
>;

const set = (parameter: Value, words: (value: string | number | boolean) => string): string =>
  parameter === null || parameter === 'dynamic' ? '' : words(parameter);
