// The runner behind the editor, in a bundle of its own: no editor in here, only Node, loaded when a test is run.
import type { Probe } from '../../refresh/probe.ts';
import { simulatorsFor } from '../../simulator/again.ts';
import { scaledClock } from '../../smoke/clock.ts';
import type { Attempt } from '../../smoke/ending.ts';
import { defaultCredentials } from '../../smoke/environmentKeys.ts';
import { smokeFolders } from '../../smoke/folders.ts';
import { fetchTransport } from '../../smoke/http.ts';
import { keyRing, watchedKeys } from '../../smoke/keys.ts';
import { askProbe, planProbe } from '../../smoke/probe.ts';
import { openRuns } from '../../smoke/prove.ts';
import { secretBook } from '../../smoke/redact.ts';
import { type OpenRun, proveTogether, type SmokeTask } from '../../smoke/together.ts';
import type { SmokeRoute } from '../../smoke/types.ts';
import { nodeFiles } from '../../workspace/nodeFiles.ts';
import { writeProbe } from '../../workspace/probeFiles.ts';
import type { EditorOrder, ProbeOrder, SmokeEngine } from './types.ts';

export const engine: SmokeEngine = {
  prove,
  openRuns: (folder) => openRuns(smokeFolders(folder)),
  probe: probeRoute,
};

/** Asks once and keeps what was answered. */
async function probeRoute(route: SmokeRoute, { folder, keys, confirm }: ProbeOrder): Promise<Probe | null> {
  const book = secretBook();
  const all = [...keys, ...defaultCredentials([route])];
  const planned = planProbe(route, keyRing(watchedKeys(all, book)));
  const { url, host } = planned;
  if (!(await confirm({ url, host, model: route.model }))) return null;
  const world = { transport: fetchTransport(), redact: book.redact, now: () => Date.now() };
  const probe = await askProbe(planned, world);
  if (probe.status !== null) await writeProbe(nodeFiles(folder), probe);
  return probe;
}

/** Keys that were set come first, before Google Cloud's own credentials. */
function prove(
  tasks: readonly SmokeTask[],
  runs: readonly OpenRun[],
  order: EditorOrder,
): Promise<readonly Attempt[]> {
  const { catalog, asOf } = order;
  const clock = scaledClock(order.simulated ? order.speed : 1);
  const resumed = runs.map(({ run }) => run);
  const routes = [...tasks, ...resumed.map(({ plan }) => plan)].map(({ route }) => route);
  return proveTogether(tasks, runs, {
    ...order,
    clock,
    keys: [...order.keys, ...defaultCredentials(routes)],
    transport: fetchTransport(),
    videoWorker: new URL('./videoWorker.cjs', import.meta.url),
    standIns: () => simulatorsFor(resumed, { catalog, asOf, clock }),
  });
}
