// Runs `veo-audit smoke` in a process of its own that kills itself, hard, at one moment of the run.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import { fetchTransport } from '../../src/smoke/http.ts';

const [workingFolder = '', killAt = '', today = '', ...args] = process.argv.slice(2);
const inner = fetchTransport();
/** `passed#2`: the second time that it is said. */
const [moment = '', nth = '1'] = killAt.split('#');
const said = { times: 0 };

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

const context = {
  scanWorker: undefined,
  grammars: new URL('file:///no/code/is/read/'),
  workingFolder,
  today,
  env: {},
  catalog: async () => bundledCatalog(),
  stdout: () => {},
  stderr: () => {},
};
process.exitCode = await smokeCommand(args, context, {
  ...terminalExtras({}),
  shows: ({ text }) => {
    if (moment !== '' && text.startsWith(moment)) said.times += 1;
    if (said.times === Number(nth)) die();
    return false;
  },
  transport: () => async (request, signal) => {
    const isSubmit = request.method === 'POST' && !request.url.includes('fetchPredictOperation');
    const answer = await inner(request, signal);
    if (moment === 'ANSWER' && isSubmit) die();
    return answer;
  },
});
