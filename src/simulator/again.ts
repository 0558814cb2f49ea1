// A simulator ends with its process and forgets its jobs. To go on with interrupted simulations, one is started at the
// same address and told of the jobs that the journals name.
import { isLoopback } from '../network/loopback.ts';
import type { Run } from '../smoke/run.ts';
import { targetOf } from '../smoke/target.ts';
import { type RunningSimulator, startSimulator } from './server.ts';
import { videoSpec } from './surface.ts';
import type { AdoptedJob, SimulatorOptions } from './world.ts';

/** The simulators of one command: a new one for new runs, or those that runs are gone on with. */
export async function simulatorsFor(
  runs: readonly Run[],
  settings: Pick<SimulatorOptions, 'catalog' | 'asOf' | 'clock' | 'faults'>,
): Promise<readonly RunningSimulator[]> {
  const options: SimulatorOptions = { ...settings, random: Math.random, dialect: 'litellm' };
  return runs.length > 0 ? simulateAgain(runs, options) : [await startSimulator(options)];
}

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
      const simulator = await startSimulator({ ...options, quotas: false }, portOf(origin));
      started.push(simulator);
      const here = runs.filter(({ plan }) => plan.route.baseUrl === origin);
      simulator.world.adopt(here.flatMap((run) => jobOf(run, options)));
    }
  } catch (error) {
    for (const simulator of started) await simulator.close();
    throw error;
  }
  return started;
}

function portOf(origin: string): number {
  const { hostname, port } = new URL(origin);
  if (!isLoopback(hostname) || port === '')
    throw new Error(`The simulated run at ${origin} was not on this machine.`);
  return Number(port);
}

/** The job of a run's handle: every family's handle ends with the job's own ID. */
function jobOf({ plan, handle }: Run, { catalog }: SimulatorOptions): readonly AdoptedJob[] {
  const id = handle?.split('/').at(-1);
  if (id === undefined) return [];
  const { route, request } = plan;
  return [
    {
      id,
      surface: route.family === 'omni-interactions' ? 'gemini-api' : route.family,
      model: targetOf(catalog, route.surface, route.model).model,
      video: videoSpec(request),
      count: request.sampleCount ?? 1,
      prompt: request.prompt,
    },
  ];
}
