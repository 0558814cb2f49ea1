// Runs `veo-audit smoke` in a process of its own that kills itself, hard, at one moment of the run.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import { fetchTransport } from '../../src/smoke/http.ts';

const [workingFolder = '', killAt = '', today = '', ...args] = process.argv.slice(2);
const inner = fetchTransport();

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

const context = {
  workingFolder,
  today,
  env: {},
  catalog: async () => bundledCatalog(),
  stdout: () => {},
  // Each event is told after it is on disk.
  stderr: (text: string) => {
    if (killAt !== '' && text.includes(`: ${killAt}`)) die();
  },
};
process.exitCode = await smokeCommand(args, context, {
  ...terminalExtras({}),
  transport: () => async (request, signal) => {
    const isSubmit = request.method === 'POST' && !request.url.includes('fetchPredictOperation');
    const answer = await inner(request, signal);
    if (killAt === 'ANSWER' && isSubmit) die();
    return answer;
  },
});
