// The runner behind the editor, in a bundle of its own: no editor in here, only Node, loaded when a test is run.
import { randomBytes } from 'node:crypto';
import { estimateCost } from '../../cost/estimate.ts';
import { isLoopback } from '../../network/loopback.ts';
import type { Probe } from '../../refresh/probe.ts';
import { simulateAgain } from '../../simulator/again.ts';
import { type RunningSimulator, startSimulator } from '../../simulator/server.ts';
import type { SimulatorOptions } from '../../simulator/world.ts';
import { scaledClock } from '../../smoke/clock.ts';
import { describeEvent, describeQuestion } from '../../smoke/describe.ts';
import { defaultCredentialsKey } from '../../smoke/environmentKeys.ts';
import { smokeFolders } from '../../smoke/folders.ts';
import { fetchTransport } from '../../smoke/http.ts';
import { type BoundKey, fixedKey, keyRing, watchedKeys } from '../../smoke/keys.ts';
import { createLimiter, type Limiter } from '../../smoke/limits.ts';
import { planSmoke } from '../../smoke/plan.ts';
import { askProbe, planProbe } from '../../smoke/probe.ts';
import { openRuns, type Proof, type ProveOptions, prove, proveResumed } from '../../smoke/prove.ts';
import { type SecretBook, secretBook } from '../../smoke/redact.ts';
import type { Plan } from '../../smoke/run.ts';
import { type Budget, createBudget, type SmokeWorld } from '../../smoke/session.ts';
import { videoStore } from '../../smoke/store.ts';
import type { Clock, SmokeRoute } from '../../smoke/types.ts';
import { verifierIn } from '../../smoke/verifyApart.ts';
import { nodeFiles } from '../../workspace/nodeFiles.ts';
import { writeProbe } from '../../workspace/probeFiles.ts';
import type { OpenRun, ProbeOrder, SmokeEngine, SmokeOrder, SmokeTask } from './types.ts';

export const engine: SmokeEngine = {
  prove: proveTasks,
  resume: resumeRuns,
  openRuns: (folder) => openRuns(smokeFolders(folder)),
  probe: probeRoute,
};

/** Asks once and keeps what was answered. */
async function probeRoute(route: SmokeRoute, { folder, keys, confirm }: ProbeOrder): Promise<Probe | null> {
  const book = secretBook();
  const planned = planProbe(route, keyRing(watchedKeys(liveKeys([route], keys), book)));
  const { url, host } = planned;
  if (!(await confirm({ url, host, model: route.model }))) return null;
  const world = { transport: fetchTransport(), redact: book.redact, now: () => Date.now() };
  const probe = await askProbe(planned, world);
  if (probe.status !== null) await writeProbe(nodeFiles(folder), probe);
  return probe;
}

async function proveTasks(
  tasks: readonly SmokeTask[],
  order: SmokeOrder,
): Promise<readonly (readonly Proof[])[]> {
  const clock = scaledClock(order.simulated ? order.speed : 1);
  const simulator = order.simulated ? await startSimulator(simulatorOptions(order, clock)) : null;
  try {
    const planned = tasks.map((task) => ({ ...task, plan: planOf(task, order, simulator) }));
    const shared = sharedOf(
      planned.map(({ plan }) => plan.route),
      order,
      clock,
    );
    return await allOf(
      planned.map(({ id, folder, plan }) => prove(plan, proveOptions(id, folder, order, shared))),
    );
  } finally {
    await simulator?.close();
  }
}

async function resumeRuns(runs: readonly OpenRun[], order: SmokeOrder): Promise<readonly Proof[]> {
  const clock = scaledClock(order.simulated ? order.speed : 1);
  const simulators = order.simulated
    ? await simulateAgain(
        runs.map(({ run }) => run),
        simulatorOptions(order, clock),
      )
    : [];
  try {
    const shared = sharedOf(
      runs.map(({ run }) => run.plan.route),
      order,
      clock,
    );
    const proofs = await allOf(
      runs.map(({ folder, run }) => proveResumed(run, proveOptions(run.plan.id, folder, order, shared))),
    );
    return proofs.flat();
  } finally {
    for (const simulator of simulators) await simulator.close();
  }
}

/** All results. An error is thrown only when every run is over: the others go on and keep their evidence. */
async function allOf<T>(runs: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(runs);
  return Promise.all(runs);
}

function simulatorOptions(order: SmokeOrder, clock: Clock): SimulatorOptions {
  const { catalog, asOf } = order;
  return { catalog, asOf, clock, random: Math.random, dialect: 'litellm' };
}

function planOf(
  { route, request, deadlineMs }: SmokeTask,
  { catalog, asOf, simulated }: SmokeOrder,
  simulator: RunningSimulator | null,
): Plan {
  const aimed = simulator === null ? route : { ...route, baseUrl: simulator.origin };
  return planSmoke(aimed, request, {
    catalog,
    asOf,
    now: Date.now(),
    suffix: randomBytes(3).toString('hex'),
    simulated,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
}

/** What the tests of one command have in common: one budget, one set of limits, one book of secrets. */
interface Shared {
  readonly clock: Clock;
  readonly limiter: Limiter;
  readonly budget: Budget;
  readonly book: SecretBook;
  readonly keys: readonly BoundKey[];
  readonly confirm: SmokeOrder['confirm'];
}

function sharedOf(routes: readonly SmokeRoute[], order: SmokeOrder, clock: Clock): Shared {
  const book = secretBook();
  return {
    clock,
    book,
    limiter: createLimiter(clock),
    budget: createBudget(order.ceilingUsd),
    confirm: order.confirm,
    keys: watchedKeys(order.simulated ? simulatorKeys(routes) : liveKeys(routes, order.keys), book),
  };
}

/** Keys that were set come first; Google Cloud's own credentials are for Google's own hosts only. */
function liveKeys(routes: readonly SmokeRoute[], keys: readonly BoundKey[]): readonly BoundKey[] {
  const fallback = defaultCredentialsKey(routes);
  return fallback === null ? keys : [...keys, fallback];
}

/** A simulation never sees a real key, and its own one goes to this machine only. */
function simulatorKeys(routes: readonly SmokeRoute[]): readonly BoundKey[] {
  const hosts = routes
    .map(({ baseUrl }) => new URL(baseUrl))
    .filter(({ hostname }) => isLoopback(hostname))
    .map(({ host }) => host);
  return [fixedKey(hosts, 'simulated-key')];
}

function proveOptions(id: string, folder: string, order: SmokeOrder, shared: Shared): ProveOptions {
  return {
    world: worldOf(id, folder, order, shared),
    folders: smokeFolders(folder),
    version: order.version,
    controlledFailure: order.simulated || order.controlledFailure,
    signal: order.signal,
  };
}

function worldOf(
  id: string,
  folder: string,
  order: SmokeOrder,
  { clock, limiter, budget, book, keys, confirm }: Shared,
): SmokeWorld {
  const { redact } = book;
  return {
    clock,
    random: Math.random,
    transport: fetchTransport(),
    keys: keyRing(keys),
    limiter,
    catalog: order.catalog,
    budget,
    store: videoStore(nodeFiles(folder)),
    verify: verifierIn(new URL('./videoWorker.cjs', import.meta.url)),
    redact,
    estimate: (question) => estimateCost(question, order.catalog),
    confirm: async (question) => {
      if (order.simulated) return true;
      const { route, request } = question.plan;
      return confirm({
        route: redact(route.name),
        host: new URL(route.baseUrl).host,
        mostUsd: question.mostUsd,
        text: redact(describeQuestion(question)),
        prompt: redact(request.prompt),
      });
    },
    onEvent: (run, event) => {
      const sentence = describeEvent(run, event);
      order.onEvent(id, run, sentence === null ? null : { ...sentence, text: redact(sentence.text) });
    },
  };
}
