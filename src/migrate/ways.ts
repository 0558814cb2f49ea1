// What of a file has to be moved, and where it can go at what price: without a look at its text.
import { stateOf } from '../audit/replacement.ts';
import type { DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn, statusOn } from '../catalog/lifecycle.ts';
import type { Day, Status } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { lastPricedDay } from '../cost/priceChange.ts';
import { constraintOf, type Scope } from '../cost/scope.ts';
import type { CostQuestion } from '../cost/types.ts';
import type { Route } from '../routes/types.ts';
import { type Destination, destinations } from './targets.ts';
import type { EndingRequest, PricedRequest, Usual, Way } from './types.ts';

export interface WayQuestion {
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Null for every way there is. What a gateway offers is always shown: its requests have no other way. */
  readonly goal: 'omni' | 'vertex' | null;
}

/** A request that has to be moved, with its ways. */
export interface WaysOut {
  readonly request: EndingRequest;
  readonly route: Route;
  readonly ways: readonly KnownWay[];
}

/** A way with what was asked of the catalog for it. */
export interface KnownWay extends Way {
  readonly destination: Destination;
  readonly from: Scope;
  readonly scope: Scope;
  readonly usual: Usual;
}

/** The requests of a file whose model is shut down or deprecated, each with its ways, in their order. */
export function waysOut(audit: DocumentAudit, question: WayQuestion): readonly WaysOut[] {
  return audit.routes.flatMap((route) => {
    const status = statusOf(route, question);
    if (status !== 'shut-down' && status !== 'deprecated') return [];
    const { catalog, asOf, goal } = question;
    const ways = destinations(catalog, route.model, route.surface, asOf)
      .filter((way) => goal === null || way.goal === goal || way.goal === 'gateway')
      .map((way) => wayTo(way, route, question));
    return [{ request: requestOf(audit, route, status, question), route, ways }];
  });
}

/** A computed model is gone where every Veo model of its surface is. */
function statusOf({ model, surface, shape }: Route, { catalog, asOf }: WayQuestion): Status {
  if (model !== null) return statusOn(catalog, model, surface, asOf);
  if (shape !== 'google-sdk' && shape !== 'predict-long-running') return 'unknown';
  const served = catalog.models.filter(
    ({ family, surfaces }) => family.startsWith('veo') && surfaces[surface] !== undefined,
  );
  const ended = served.every(({ id }) => statusOn(catalog, id, surface, asOf) === 'shut-down');
  return served.length > 0 && ended ? 'shut-down' : 'unknown';
}

function requestOf(
  audit: DocumentAudit,
  route: Route,
  status: Status,
  { catalog, asOf }: WayQuestion,
): EndingRequest {
  const { start, end, name, model, surface } = route;
  const shutdown =
    model === null
      ? undefined
      : lifecycleOn(catalog, model, surface, asOf).surfaces.find((entry) => entry.status === status)?.facts
          .shutdown;
  return {
    file: audit.document.path,
    start,
    end,
    name,
    model,
    surface,
    status,
    shutdown: shutdown?.kind === 'fixed' ? shutdown.day : null,
    cost: model === null ? null : lastCost({ ...asked(route), model, surface, asOf }, catalog),
  };
}

/** What a request asks for, without more: an estimate asks for nothing else. */
function asked(route: Route): Omit<CostQuestion, 'model' | 'surface' | 'asOf'> {
  const { durationSeconds, resolution, sampleCount, generateAudio } = route;
  return { durationSeconds, resolution, sampleCount, generateAudio };
}

function lastCost(question: CostQuestion, catalog: Catalog): PricedRequest | null {
  const day = lastPricedDay(catalog, question, question.asOf);
  if (day === null) return null;
  const then = { ...question, asOf: day };
  return { question: then, answer: estimateCost(then, catalog) };
}

function wayTo(destination: Destination, route: Route, { catalog, asOf }: WayQuestion): KnownWay {
  const { goal, surface } = destination;
  // A client that names no surface is moved only where it is seen to be one of the Gemini API.
  const home = route.surface !== 'unknown' ? route.surface : goal === 'omni' ? surface : 'gemini-api';
  const from: Scope = { catalog, model: route.model ?? '', surface: home };
  const scope: Scope = { catalog, model: canonical(destination, catalog), surface };
  const usual = { seconds: usualSeconds(from), audio: audioBefore(from, scope) };
  const question = movedQuestion(route, destination, usual, asOf);
  return {
    ...destination,
    status: statusOn(catalog, scope.model, surface, asOf),
    outlook: stateOf(catalog, scope.model, surface, asOf),
    cost: { question, answer: estimateCost(question, catalog) },
    ...{ destination, from, scope, usual },
  };
}

function canonical({ model, surface }: Destination, catalog: Catalog): string {
  return catalog.aliases(model).find((alias) => alias.surface === surface)?.resolvesTo ?? model;
}

/** What a surface takes where no duration is given; null where no source says. */
function usualSeconds(from: Scope): number | null {
  const value = constraintOf(from, 'durationSeconds.default')?.value;
  return typeof value === 'number' ? value : null;
}

/** Whether the videos had audio, where the target wants that said; null where it does not, or where it is not known. */
function audioBefore(from: Scope, to: Scope): boolean | null {
  if (constraintOf(to, 'generateAudio')?.value !== 'required') return null;
  if (constraintOf(from, 'generateAudio')?.value === 'always') return true;
  return constraintOf({ ...from, surface: to.surface }, 'generateAudio')?.value === 'refused' ? false : null;
}

/** The same videos at the target: what the old surface filled in is asked for, and audio is as it was. */
function movedQuestion(
  route: Route,
  { goal, model, surface }: Destination,
  usual: Usual,
  asOf: Day,
): CostQuestion {
  const { durationSeconds, resolution, sampleCount, generateAudio } = route;
  return {
    model,
    surface,
    asOf,
    durationSeconds: durationSeconds ?? usual.seconds,
    resolution,
    sampleCount,
    generateAudio: goal === 'omni' ? null : (generateAudio ?? usual.audio),
  };
}
