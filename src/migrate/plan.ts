// The plan: for each request that a shut down or deprecated model serves, where it can go and what that takes.
import { stateOf } from '../audit/replacement.ts';
import type { DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn, statusOn } from '../catalog/lifecycle.ts';
import type { Day, Status } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { lastPricedDay } from '../cost/priceChange.ts';
import { constraintOf, type Scope } from '../cost/scope.ts';
import type { CostQuestion } from '../cost/types.ts';
import { counted } from '../outlets/counted.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import type { Route } from '../routes/types.ts';
import { aroundOf, setUpFor, unknownOf } from './circumstances.ts';
import { changeOf, VEO_PARAMETERS, type VeoParameter } from './parameters.ts';
import { type Rewriting, rewritingOf, type Usual } from './rewrite/rewrite.ts';
import { snippetOf } from './snippets.ts';
import { type Destination, destinations } from './targets.ts';
import { type Settled, settled } from './together.ts';
import type { MigrationGoal, MigrationPlan, MigrationTarget, PricedRequest, RequestPlan } from './types.ts';

export interface MigrationQuestion {
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Null for every way there is. What a gateway offers is always shown: its requests have no other way. */
  readonly goal: 'omni' | 'vertex' | null;
  readonly grammars: Grammars;
}

/** The requests of an audit that have to be moved, in order of file and position, each with its ways. */
export async function planMigration(
  audits: readonly DocumentAudit[],
  question: MigrationQuestion,
): Promise<MigrationPlan> {
  const requests: RequestPlan[] = [];
  for (const audit of audits) {
    const drafts: Draft[] = [];
    for (const route of audit.routes) {
      const status = statusOf(route, question);
      if (isEnding(status)) drafts.push(await draftOf(audit, route, status, question));
    }
    requests.push(...settledPlans(drafts));
  }
  return { asOf: question.asOf, requests };
}

/** A plan whose edits do not know of the other requests of the file yet. */
type Draft = Omit<RequestPlan, 'targets'> & { readonly targets: readonly DraftTarget[] };
type DraftTarget = Omit<MigrationTarget, keyof Rewriting> & { readonly rewriting: Rewriting };

/** The plans of one file: requests that share a constant or a function have their edits in common. */
function settledPlans(drafts: readonly Draft[]): readonly RequestPlan[] {
  const all = drafts.flatMap(({ targets }) => targets);
  const found = new Map<DraftTarget, Settled>();
  for (const goal of new Set(all.map((target) => target.goal))) {
    const own = all.filter((target) => target.goal === goal);
    const answers = settled(own.map(({ rewriting }) => rewriting));
    for (const [at, target] of own.entries()) found.set(target, answers[at] as Settled);
  }
  return drafts.map((draft) => ({
    ...draft,
    targets: draft.targets.map((target): MigrationTarget => {
      const { rewriting: _, ...rest } = target;
      const { edits, whyNoEdits, others } = found.get(target) as Settled;
      const around = others === 0 ? rest.around : [...rest.around, movesWith(others)];
      return { ...rest, around, edits, whyNoEdits };
    }),
  }));
}

const movesWith = (others: number): string =>
  `It moves together with ${counted(others, 'other request')} of its file, with which it shares a constant or a function.`;

const isEnding = (status: Status): boolean => status === 'shut-down' || status === 'deprecated';

/** A computed model is gone where every Veo model of its surface is. */
function statusOf({ model, surface, shape }: Route, { catalog, asOf }: MigrationQuestion): Status {
  if (model !== null) return statusOn(catalog, model, surface, asOf);
  if (shape !== 'google-sdk' && shape !== 'predict-long-running') return 'unknown';
  const served = catalog.models.filter(
    ({ family, surfaces }) => family.startsWith('veo') && surfaces[surface] !== undefined,
  );
  const ended = served.every(({ id }) => statusOn(catalog, id, surface, asOf) === 'shut-down');
  return served.length > 0 && ended ? 'shut-down' : 'unknown';
}

async function draftOf(
  audit: DocumentAudit,
  route: Route,
  status: Status,
  question: MigrationQuestion,
): Promise<Draft> {
  const { catalog, asOf, goal } = question;
  const { start, end, name, model, surface } = route;
  const shutdown =
    model === null
      ? undefined
      : lifecycleOn(catalog, model, surface, asOf).surfaces.find((entry) => entry.status === status)?.facts
          .shutdown;
  const ways = destinations(catalog, model, surface, asOf).filter(
    (way) => goal === null || way.goal === goal || way.goal === 'gateway',
  );
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
    targets: await Promise.all(ways.map((way) => targetOf(audit, route, way, question))),
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

async function targetOf(
  audit: DocumentAudit,
  route: Route,
  way: Destination,
  { catalog, asOf, grammars }: MigrationQuestion,
): Promise<DraftTarget> {
  // A client that names no surface is moved only where it is seen to be one of the Gemini API.
  const home = route.surface !== 'unknown' ? route.surface : way.goal === 'omni' ? way.surface : 'gemini-api';
  const from: Scope = { catalog, model: route.model ?? '', surface: home };
  const scope: Scope = { catalog, model: canonical(way, catalog), surface: way.surface };
  const usual = { seconds: usualSeconds(from), audio: audioBefore(from, scope) };
  const question = movedQuestion(route, way, usual, asOf);
  return {
    goal: way.goal,
    model: way.model,
    surface: way.surface,
    status: statusOn(catalog, scope.model, way.surface, asOf),
    outlook: stateOf(catalog, scope.model, way.surface, asOf),
    changes: sentParameters(route).map((parameter) =>
      changeOf(parameter, way.goal, { ...scope, model: way.model }),
    ),
    cost: { question, answer: estimateCost(question, catalog) },
    around: aroundOf(way, from, scope),
    setUp: setUpFor(way, route, scope),
    unknown: unknownOf(way, route, scope),
    rewriting: await rewritingOf(audit, route, way, usual, grammars),
    snippet: snippetOf(audit.document, route, question),
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

const ALWAYS: ReadonlySet<VeoParameter> = new Set(['model', 'prompt', 'durationSeconds', 'generateAudio']);

/** What the request sends, and what changes although it is not sent. */
function sentParameters(route: Route): readonly VeoParameter[] {
  const sent: Readonly<Record<string, unknown>> = {
    aspectRatio: route.aspectRatio,
    resolution: route.resolution,
    sampleCount: route.sampleCount,
    ...route.others,
  };
  return VEO_PARAMETERS.filter(
    (parameter) => ALWAYS.has(parameter) || (Object.hasOwn(sent, parameter) && sent[parameter] !== null),
  );
}

/** The goals that a command line can name. */
export const GOALS = ['omni', 'vertex'] as const satisfies readonly MigrationGoal[];
