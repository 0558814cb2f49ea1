// Mutation testing: puts small faults into the rooms, one at a time, and counts those that their tests notice. See
// docs/mutation.md. Arguments: rooms (default: all of them). `--file PATH` measures one source file of a room;
// `--constants` also faults in what a module holds from its start, each of which needs a new process.
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const testsOf = (folder, names) => names.split(' ').map((name) => `test/${folder}/${name}.test.ts`);

/**
 * Tests that start processes, that wait for the real clock, or that try so many texts that each fault would cost half a
 * minute; and one that reads pages of docs.
 */
const SLOW = [
  ...testsOf(
    'smoke',
    'again clients commandLive commandResume commandRoutes commandSimulated commandSimulator faultsConnected hostileVideos kill lock peers property readme',
  ),
  ...testsOf('gateway', 'command'),
  ...testsOf('audit', 'docs fixedTexts properties'),
];

/** What gets the faults, and the tests that are to notice them: a room's own, not all that happen to pass through it. */
const ROOMS = {
  cost: { mutate: ['src/cost/**/*.ts'], tests: ['test/cost/*.test.ts'] },
  catalog: { mutate: ['src/catalog/**/*.ts', '!src/catalog/*.d.ts'], tests: ['test/catalog/*.test.ts'] },
  keys: {
    mutate: ['src/network/loopback.ts', 'src/smoke/{keys,environmentKeys,redact,download}.ts'],
    tests: testsOf('smoke', 'keys redact redirects money journal'),
  },
  writing: {
    mutate: ['src/workspace/{atomicWrite,encoding,readText,readRegularFile}.ts'],
    tests: testsOf('workspace', 'atomicWrite encoding readText readRegularFile'),
  },
  gateway: { mutate: ['src/gateway/**/*.ts'], tests: ['test/gateway/*.test.ts'] },
  audit: { mutate: ['src/audit/**/*.ts'], tests: ['test/audit/**/*.test.ts'] },
  smoke: {
    mutate: ['src/smoke/**/*.ts', '!src/smoke/{lock,videoWorker}.ts'],
    tests: ['test/smoke/*.test.ts', 'test/probe/ask.test.ts', 'test/contracts/resolve.test.ts'],
  },
};

const { values, positionals } = parseArgs({
  options: { file: { type: 'string' }, constants: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(ROOMS);
const unknown = names.filter((name) => !(name in ROOMS));
if (unknown.length > 0) {
  console.error(`There is no room ${unknown.join()}. Name some of ${Object.keys(ROOMS).join(', ')}.`);
  process.exit(2);
}

for (const name of names) {
  const { mutate, tests } = ROOMS[name];
  await new Stryker({
    mutate: values.file === undefined ? mutate : [values.file],
    testRunner: 'mocha',
    mochaOptions: {
      config: '.mocharc.json',
      require: ['./test/setup.mjs', './test/mutation/early.mjs'],
      spec: tests,
      ignore: SLOW,
    },
    testRunnerNodeArgs: ['--import', 'tsx'],
    coverageAnalysis: 'perTest',
    ignoreStatic: !values.constants,
    // Types are checked elsewhere, by a compiler that is newer than the mutator knows.
    tsconfigFile: 'none',
    // It would put a comment before every file, fixtures too, and move their lines.
    disableTypeChecks: false,
    concurrency: 1,
    timeoutMS: 20_000,
    // What was measured holds as long as neither the code nor its tests change: a run goes on where the last one ended.
    incremental: true,
    incrementalFile: `.cache/mutation/${name}.json`,
    tempDirName: '.cache/mutation/tmp',
    ignorePatterns: ['.cache', 'artifacts', 'docs', 'media', '*.vsix', 'test/host', 'test/mutation/*.json'],
    reporters: ['clear-text', 'json', 'progress-append-only'],
    jsonReporter: { fileName: `.cache/mutation/${name}.report.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  }).runMutationTest();
}
