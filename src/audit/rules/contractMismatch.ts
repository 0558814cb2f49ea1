// contract-mismatch: what runs is not what the contract says, or the contract contradicts itself.
import type { Group } from '../../catalog/grouped.ts';
import {
  type FoundRoute,
  fileTest,
  foundRequests,
  modelsOf,
  namesOf,
  wordsOfOther,
} from '../../contracts/match.ts';
import { nearestKey } from '../../contracts/nearest.ts';
import type { NamedContract } from '../../contracts/resolve.ts';
import type { RouteContract } from '../../contracts/schema.ts';
import type { Parameter, Place, Route } from '../../routes/types.ts';
import { triggerOf } from '../promises.ts';
import type { ContractContext, FileFinding, Rule } from '../rule.ts';
import { inSentence, listOf } from '../wording.ts';

export const contractMismatch: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'contract-mismatch',
    severity: 'warning',
    summary: "What runs is not what the route's contract says, or the contract speaks of what is not there.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    const contracts = context.contracts;
    for (const contract of contracts) {
      yield* unknownNames(contract, context);
      yield* contradictions(contract, context);
      if (contract.routes.length === 0) yield* unmatched(contract, context);
      for (const request of foundRequests(contract.routes)) {
        yield* otherModel(contract, request, context);
        for (const found of request) yield* differences(contract, found, context);
      }
    }
  },
};

function at(context: ContractContext, contract: NamedContract, ...path: readonly (string | number)[]) {
  return { file: context.configFile, ...context.place(['routes', contract.name, ...path]), fix: null };
}

function* unknownNames(named: NamedContract, context: ContractContext): Generator<FileFinding> {
  const { gateway, surface, fallbacks } = named.contract;
  const { config, catalog, routes, complete, unread, readings } = context;
  const gateways = Object.entries(config.gateways ?? {});
  if (gateway !== undefined && !gateways.some(([name]) => name === gateway)) {
    const known = gateways.map(([name]) => name).join(', ') || 'none';
    yield {
      ...at(context, named, 'gateway'),
      message: `There is no gateway "${gateway}" in this file (there are: ${known}).`,
    };
  }
  const own = gateways.flatMap(([name, settings]) => [name, settings.surface]);
  if (surface !== undefined && catalog.surface(surface) === undefined && !own.includes(surface)) {
    const known = catalog.surfaces.map(({ id }) => id);
    const meant = nearestKey(surface, known);
    const instead = meant === null ? ` (there are: ${known.join(', ')}).` : `; did you mean "${meant}"?`;
    yield {
      ...at(context, named, 'surface'),
      message: `There is no surface "${surface}"${instead}`,
    };
  }
  if (!complete || unread.length > 0 || readings.some(({ open }) => open)) return;
  const names = new Set([
    ...Object.keys(config.routes ?? {}),
    ...routes.flatMap(({ route }) => [...namesOf(route), ...modelsOf(route)]),
    ...readings.flatMap(({ others, aliases }) => [
      ...others.flatMap(wordsOfOther),
      ...aliases.map(({ alias }) => alias.name),
    ]),
  ]);
  for (const [index, { to }] of (fallbacks?.approved ?? []).entries()) {
    if (names.has(to)) continue;
    yield {
      ...at(context, named, 'fallbacks', 'approved', index),
      message: `${named.name} approves a fallback to "${to}", which is neither a contract nor a route of this workspace.`,
    };
  }
}

function* contradictions(named: NamedContract, context: ContractContext): Generator<FileFinding> {
  const { fallbacks, retry } = named.contract;
  const closed = new Set((fallbacks?.failClosed ?? []).map(String));
  for (const [index, { to, when }] of (fallbacks?.approved ?? []).entries()) {
    const both = (when ?? []).map(String).filter((condition) => closed.has(condition));
    if (both.length === 0) continue;
    yield {
      ...at(context, named, 'fallbacks', 'approved', index),
      message: `${named.name} falls back to ${to} on ${failClosedToo(both)}`,
    };
  }
  const retried = (retry?.on ?? []).map(String).filter((condition) => closed.has(condition));
  if (retried.length > 0) {
    yield {
      ...at(context, named, 'retry', 'on'),
      message: `${named.name} retries on ${failClosedToo(retried)}`,
    };
  }
}

function failClosedToo(conditions: readonly string[]): string {
  const them = conditions.length === 1 ? 'it' : 'them';
  return `${listOf(conditions)}, but must fail closed on ${them}. Take ${them} out of one of the two lists.`;
}

function* unmatched(named: NamedContract, context: ContractContext): Generator<FileFinding> {
  const { match, model } = named.contract;
  // A contract that says what it sends speaks for itself: its requests may be made elsewhere.
  if (!context.complete || (match === undefined && model !== undefined)) return;
  if (context.unread.some(fileTest(match))) return;
  const what =
    match === undefined
      ? `none has the name "${named.name}". Add match`
      : `none fits ${Object.entries(match)
          .map(([key, value]) => `${key} "${value}"`)
          .join(' and ')}`;
  yield {
    ...at(context, named, ...(match === undefined ? [] : ['match'])),
    message: `The contract ${named.name} matches no route: ${what}.`,
    severity: 'info',
  };
}

const runsHere = (file: string, { start, end }: Place) => [
  { file, start, end, message: 'this is what runs' },
];

/** A place that sends one of several models fits its contract if any of them does. */
function* otherModel(
  named: NamedContract,
  request: Group<FoundRoute>,
  context: ContractContext,
): Generator<FileFinding> {
  const { model } = named.contract;
  const sent = request.flatMap(({ route: { model: id, reference, alternatives } }) =>
    id === null ? [] : [id, reference?.id, reference?.model, ...alternatives],
  );
  if (model === undefined || sent.length === 0 || sent.some((id) => isSameModel(id, model))) return;
  const [{ file, route }] = request;
  const models = [...new Set(request.flatMap((one) => one.route.model ?? []))];
  yield {
    ...at(context, named, 'model'),
    message: `The contract ${named.name} says ${model}, but ${file} sends ${listOf(models, 'or')}.`,
    related: runsHere(file, route.reference ?? route),
  };
}

function* differences(
  named: NamedContract,
  { file, route }: FoundRoute,
  context: ContractContext,
): Generator<FileFinding> {
  const { contract } = named;
  const google = (surface: string | undefined): boolean =>
    surface !== undefined && context.catalog.surface(surface)?.kind === 'google';
  if (google(contract.surface) && google(route.surface) && contract.surface !== route.surface) {
    const name = (surface: string): string => inSentence(context.catalog, surface);
    yield {
      ...at(context, named, 'surface'),
      message: `The contract ${named.name} says ${name(contract.surface ?? '')}, but ${file} asks ${name(route.surface)}.`,
      related: runsHere(file, route),
    };
  }
  for (const [key, says, runs, parameter] of requestPairs(contract, route)) {
    if (says === undefined || runs === null || runs === 'dynamic' || says === runs) continue;
    yield {
      ...at(context, named, 'request', key),
      message: `The contract ${named.name} says ${key} ${says}, but ${file} asks for ${runs}.`,
      related: runsHere(file, route.places[parameter] ?? route),
    };
  }
  yield* otherRetries(named, { file, route }, context);
}

const isSameModel = (sent: string | null | undefined, promised: string | undefined): boolean =>
  typeof sent === 'string' && promised !== undefined && (sent === promised || promised.endsWith(`/${sent}`));

type Pair = readonly [
  key: string,
  says: string | number | boolean | undefined,
  runs: Parameter<string | number | boolean>,
  parameter: string,
];

function requestPairs({ request = {} }: RouteContract, route: Route): readonly Pair[] {
  return [
    ['seconds', request.seconds, route.durationSeconds, 'durationSeconds'],
    ['resolution', request.resolution, route.resolution, 'resolution'],
    ['samples', request.samples, route.sampleCount, 'sampleCount'],
    ['audio', request.audio, route.generateAudio, 'generateAudio'],
    ['aspectRatio', request.aspectRatio, route.aspectRatio, 'aspectRatio'],
  ];
}

/** Retries that a configuration states, each against the promise; what either side leaves out is no mismatch. */
function* otherRetries(
  named: NamedContract,
  { file, route }: FoundRoute,
  context: ContractContext,
): Generator<FileFinding> {
  const { retry } = named.contract;
  if (retry === undefined || !('retries' in route)) return;
  const promised = retry.on?.map(triggerOf);
  const differs = (key: keyof typeof retry, place: Place, message: string): FileFinding => ({
    ...at(context, named, 'retry', key),
    message: `The contract ${named.name} ${message}.`,
    related: runsHere(file, place),
  });
  const made = route.retries.filter(({ attempts }) => attempts?.value !== 0);
  const most = made.flatMap(({ attempts }) => attempts ?? []).toSorted((a, b) => b.value - a.value)[0];
  if (most !== undefined && retry.attempts !== undefined && most.value > retry.attempts)
    yield differs('attempts', most, `allows ${retry.attempts} retries, but ${file} makes ${most.value}`);
  const others = made.flatMap(({ on }) => on.filter(({ value }) => promised?.includes(value) === false));
  const [other] = others;
  if (promised !== undefined && other !== undefined && !promised.includes('any')) {
    const runs = listOf([...new Set(others.map(({ value }) => value))]);
    yield differs('on', other, `retries on ${listOf(promised)}, but ${file} retries on ${runs}`);
  }
  for (const [key, unit] of RETRY_WAITS) {
    const runs = made.flatMap((statement) => statement[key] ?? []).find(({ value }) => value !== retry[key]);
    if (runs === undefined || retry[key] === undefined) continue;
    yield differs(key, runs, `says ${key} ${retry[key]}${unit}, but ${file} says ${runs.value}${unit}`);
  }
}

const RETRY_WAITS = [
  ['backoff', ''],
  ['firstWaitSeconds', ' s'],
  ['longestWaitSeconds', ' s'],
] as const;
