// A simulator ends with its window and forgets its jobs. To go on with interrupted simulations, one is started at the
// same address and told of the jobs that the journals name.
import { isLoopback } from '../../smoke/keys.ts';
import type { Run } from '../../smoke/run.ts';
import { type RunningSimulator, startSimulator } from '../../smoke/simulator/server.ts';
import { videoSpec } from '../../smoke/simulator/surface.ts';
import type { JobRequest, SimulatorOptions } from '../../smoke/simulator/world.ts';
import { targetOf } from '../../smoke/target.ts';

/** The end of a simulated job's handle: its number, and six characters of chance. */
const JOB_ID = /sim(\d{4})([0-9a-z]{6})$/;
const CHANCES = 36 ** 6;

/**
 * Starts a simulator for each address of the runs. Jobs take as long as if they were submitted now.
 * Throws an Error where an address is not on this machine or in use.
 */
export async function simulateAgain(
  runs: readonly Run[],
  options: SimulatorOptions,
): Promise<readonly RunningSimulator[]> {
  const origins = new Set(runs.map(({ plan }) => plan.route.baseUrl));
  const started: RunningSimulator[] = [];
  try {
    for (const origin of origins) {
      started.push(
        await startWithJobs(
          origin,
          runs.filter(({ plan }) => plan.route.baseUrl === origin),
          options,
        ),
      );
    }
  } catch (error) {
    for (const simulator of started) await simulator.close();
    throw error;
  }
  return started;
}

async function startWithJobs(
  origin: string,
  runs: readonly Run[],
  options: SimulatorOptions,
): Promise<RunningSimulator> {
  const { hostname, port } = new URL(origin);
  if (!isLoopback(hostname) || port === '')
    throw new Error(`The simulated run at ${origin} was not on this machine.`);
  const chance: { next: number | null } = { next: null };
  const random = () => chance.next ?? options.random();
  const simulator = await startSimulator({ ...options, random, quotas: false }, Number(port));
  const jobs = runs
    .map((run) => ({ run, id: JOB_ID.exec(run.handle ?? '') }))
    .map(({ run, id }) => ({ run, number: Number(id?.[1]), suffix: id?.[2] ?? '' }))
    .filter(({ suffix }) => suffix !== '')
    .sort((a, b) => a.number - b.number);
  for (const { run, number, suffix } of jobs) {
    const job = jobOf(run, options);
    // Jobs are numbered: those in between are nobody's.
    while (simulator.world.jobs.size < number - 1) simulator.world.accept(job);
    chance.next = (Number.parseInt(suffix, 36) + 0.5) / CHANCES;
    simulator.world.accept(job);
    chance.next = null;
  }
  return simulator;
}

function jobOf({ plan }: Run, { catalog }: SimulatorOptions): JobRequest {
  const { request } = plan;
  const { surface, model } = targetOf(catalog, plan.route.surface, plan.route.model);
  const { prompt, sampleCount } = request;
  return { surface, model, video: videoSpec(request), count: sampleCount ?? 1, prompt, storageUri: null };
}
