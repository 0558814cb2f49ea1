// Runs everything that needs a real editor: the suites in both extension hosts, then the walks with the packaged extension.
// Arguments: `--group NAME` runs one group only (`walks`: no suites), `--grep REGEXP` only matching tests (of the walks: matching
// files), `--vsix FILE` is what the walks install, `--size WIDTHxHEIGHT` how large their windows are.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Group, readGroups } from './groups.ts';
import { ROOT } from './install.ts';
import { type Outcome, printFailures, sum } from './outcome.ts';
import type { Size } from './page.ts';
import { runSuites, type Stage, withStage } from './runSuites.ts';
import { compareReports, printMeasures } from './sameReport.ts';
import type { Walk } from './walk.ts';
import { runWebSuites } from './web.ts';

const WALKS = join(ROOT, 'test', 'host', 'walks');

const WALKS_ONLY = 'walks';

const { values: wanted } = parseArgs({
  options: {
    group: { type: 'string' },
    grep: { type: 'string' },
    vsix: { type: 'string' },
    size: { type: 'string' },
  },
});

async function runGroup(stage: Stage, group: Group): Promise<readonly Outcome[]> {
  const run = { ...group, ...(wanted.grep === undefined ? {} : { grep: wanted.grep }) };
  const outcomes: Outcome[] = [];
  if (group.hosts.includes('node')) outcomes.push(await runSuites(stage, run));
  if (group.hosts.includes('web')) {
    outcomes.push(await runWebSuites(stage, { ...run, label: `${run.label} (web)` }));
  }
  return outcomes;
}

async function runAllGroups(): Promise<readonly Outcome[]> {
  const groups = (await readGroups()).filter(
    ({ name }) => wanted.group === undefined || name === wanted.group,
  );
  if (groups.length === 0) throw new Error('There is no such group of suites below test/host/suite.');
  return withStage('suites', async (stage) => {
    const outcomes: Outcome[] = [];
    for (const group of groups) outcomes.push(...(await runGroup(stage, group)));
    printMeasures(outcomes);
    return [...outcomes, ...(await compareReports(outcomes))];
  });
}

async function runWalks(vsix: string): Promise<readonly Outcome[]> {
  const chosen = wanted.group === WALKS_ONLY ? new RegExp(wanted.grep ?? '') : /^/;
  const files = (await readdir(WALKS).catch(() => []))
    .filter((file) => file.endsWith('.walk.ts') && chosen.test(file))
    .sort();
  if (files.length === 0) throw new Error('There is no walk below test/host/walks.');
  if (!existsSync(vsix)) throw new Error(`The walks need the packaged extension: ${vsix} does not exist.`);
  return withStage('person', async (stage) => {
    await stage.server.installVsix(vsix);
    const sized = wanted.size === undefined ? stage : { ...stage, size: sizeOf(wanted.size) };
    const outcomes: Outcome[] = [];
    for (const file of files) {
      const { walk } = (await import(pathToFileURL(join(WALKS, file)).href)) as { readonly walk: Walk };
      outcomes.push(await walk(sized));
    }
    return outcomes;
  });
}

function sizeOf(text: string): Size {
  const [width = Number.NaN, height = Number.NaN] = text.split('x').map(Number);
  if (Number.isNaN(width + height)) throw new Error(`--size ${text} is no size such as 1024x700.`);
  return { width, height };
}

async function main(): Promise<Outcome> {
  const suites = wanted.group === WALKS_ONLY ? [] : await runAllGroups();
  const isWalk = wanted.group === undefined || wanted.group === WALKS_ONLY;
  const walks = isWalk && wanted.vsix !== undefined ? await runWalks(wanted.vsix) : [];
  return sum([...suites, ...walks]);
}

main().then(
  ({ passed, failures }) => {
    printFailures(failures);
    console.log(`\n${passed} passed, ${failures.length} failed`);
    process.exitCode = failures.length > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
