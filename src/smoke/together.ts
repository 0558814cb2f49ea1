// What one command runs side by side: one clock, one ceiling, one set of limits and one book of secrets for all of it.
import { randomBytes } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import type { CostQuestion } from '../cost/types.ts';
import { provedBy } from './controlledFailure.ts';
import { describeEvent, describeQuestion, type Sentence } from './describe.ts';
import type { Attempt } from './ending.ts';
import { smokeFolders } from './folders.ts';
import type { Transport } from './http.ts';
import { type BoundKey, keyRing, simulatorKeys, watchedKeys } from './keys.ts';
import { createLimiter, type SentElsewhere } from './limits.ts';
import { type PlanOptions, planSmoke } from './plan.ts';
import { prove, proveResumed } from './prove.ts';
import { type Redact, secretBook } from './redact.ts';
import type { Plan, Run } from './run.ts';
import { type ConfirmQuestion, createBudget, type SmokeWorld } from './session.ts';
import { videoStore } from './store.ts';
import { submitsElsewhere } from './submitsElsewhere.ts';
import type { Clock, SmokeRequest, SmokeRoute } from './types.ts';
import { verifierIn } from './verifyApart.ts';

/** One route to prove. */
export interface SmokeTask extends Pick<PlanOptions, 'requestFrom' | 'deadlineMs'> {
  /** Who asked: comes back with everything that is heard of the task. */
  readonly id: string;
  /** Absolute path of the folder that keeps journal, videos and evidence. */
  readonly folder: string;
  readonly route: SmokeRoute;
  readonly request: SmokeRequest;
}

/** A run of an earlier process that is not over. */
export interface OpenRun {
  readonly folder: string;
  readonly run: Run;
}

/** What a person is asked before something that is billed. Without secrets. */
export interface Confirmation {
  readonly kind: Plan['kind'];
  readonly route: string;
  readonly host: string;
  /** US dollars; null where no price is known. */
  readonly mostUsd: number | null;
  /** Route, request, cost and ceiling in words. */
  readonly text: string;
  readonly prompt: string;
}

/** What answers in the place of the surfaces, on this machine. */
export interface StandIn {
  readonly origin: string;
  close(): Promise<void>;
}

/** What all runs of one command share. */
export interface SmokeOrder {
  readonly catalog: Catalog;
  /** The day of simulations; a live test is always of today. */
  readonly asOf: Day;
  readonly version: string;
  readonly simulated: boolean;
  /** US dollars that all live runs together may cost. */
  readonly ceilingUsd: number;
  /** Whether a live run that passed also sends a request that must be refused; simulated ones always do. */
  readonly controlledFailure: boolean;
  /** Keys of live runs; simulations never see one. */
  readonly keys: readonly BoundKey[];
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly videoWorker: URL | undefined;
  /** Starts what answers simulations; new ones are sent to the first. */
  standIns(): Promise<readonly StandIn[]>;
  /** Asks before a live request. */
  confirm(question: Confirmation): Promise<boolean>;
  /** Called with every event, secrets taken out; `sentence` is null where there is nothing to say. `id` is the task's, or the resumed run's. */
  onEvent(id: string, run: Run, sentence: Sentence | null): void;
}

/**
 * Proves the routes, then goes on with the runs, all side by side and in this order in the result. One that breaks off
 * keeps no other from its end.
 */
export async function proveTogether(
  tasks: readonly SmokeTask[],
  runs: readonly OpenRun[],
  order: SmokeOrder,
): Promise<readonly Attempt[]> {
  if (tasks.length + runs.length === 0) return [];
  const standIns = order.simulated ? await order.standIns() : [];
  try {
    const planned = tasks.map((task) => ({ ...task, start: planOf(task, standIns[0]?.origin, order) }));
    const resumed = runs.map(({ folder, run }) => ({ id: run.plan.id, folder, start: run }));
    // Awaited here: the stand-ins answer until the last run is over.
    return await settled([...planned, ...resumed], order);
  } finally {
    for (const standIn of standIns) await standIn.close();
  }
}

function planOf(
  { route, request, requestFrom, deadlineMs }: SmokeTask,
  origin: string | undefined,
  { catalog, asOf, simulated }: SmokeOrder,
): Plan {
  const suffix = randomBytes(3).toString('hex');
  const options = { catalog, asOf, now: Date.now(), suffix, simulated, requestFrom, deadlineMs };
  return planSmoke(origin === undefined ? route : { ...route, baseUrl: origin }, request, options);
}

interface Work {
  readonly id: string;
  readonly folder: string;
  readonly start: Plan | Run;
}

function settled(work: readonly Work[], order: SmokeOrder): Promise<readonly Attempt[]> {
  const { catalog, simulated, clock, transport, version, signal } = order;
  const book = secretBook();
  const { redact } = book;
  const routes = work.map(({ start }) => ('plan' in start ? start.plan : start).route);
  const shared = {
    clock,
    transport,
    catalog,
    redact,
    random: Math.random,
    keys: keyRing(watchedKeys(simulated ? simulatorKeys(routes) : order.keys, book)),
    limiter: createLimiter(clock, simulated ? undefined : sentFrom(work)),
    budget: createBudget(order.ceilingUsd),
    verify: verifierIn(order.videoWorker),
    estimate: (question: CostQuestion) => estimateCost(question, catalog),
    confirm: async (question: ConfirmQuestion) =>
      simulated || order.confirm(confirmationOf(catalog, question, redact)),
  };
  const attempts = work.map(({ id, folder, start }) => {
    const folders = smokeFolders(folder);
    const world: SmokeWorld = {
      ...shared,
      store: videoStore(folders.files),
      onEvent: (run, event) => {
        const sentence = describeEvent(catalog, run, event);
        order.onEvent(id, run, sentence && { ...sentence, text: redact(sentence.text) });
      },
    };
    const controlledFailure = simulated || order.controlledFailure;
    const options = { world, folders, version, controlledFailure, signal };
    return 'plan' in start ? proveResumed(start, options) : prove(start, options);
  });
  return Promise.allSettled(attempts);
}

/** What other processes send from the workspaces of some runs. */
function sentFrom(work: readonly Work[]): SentElsewhere {
  const own = new Set(work.map(({ start }) => ('plan' in start ? start.plan : start).id));
  const isOwn = (id: string): boolean => own.has(id) || own.has(provedBy(id));
  const folders = [...new Set(work.map(({ folder }) => smokeFolders(folder).journal))];
  return async (surface) =>
    (await Promise.all(folders.map((folder) => submitsElsewhere(folder, surface, isOwn)))).flat();
}

function confirmationOf(catalog: Catalog, question: ConfirmQuestion, redact: Redact): Confirmation {
  const { kind, route, request } = question.plan;
  return {
    kind,
    route: redact(route.name),
    host: new URL(route.baseUrl).host,
    mostUsd: question.mostUsd,
    text: redact(describeQuestion(catalog, question)),
    prompt: redact(request.prompt),
  };
}
