// `veo-audit simulate`: a stand-in for every Veo surface on this machine, for one's own code and for tests.

import { startSimulator } from '../simulator/server.ts';
import { DIALECTS } from '../simulator/world.ts';
import { scaledClock } from '../smoke/clock.ts';
import { messageOf } from '../thrown.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { EXIT, UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';
import { FAULT_OPTIONS, faultsOf } from './smokeFaults.ts';
import type { SmokeContext } from './smokeSettings.ts';

export const SIMULATE_HELP = `Usage: veo-audit simulate [options]

Serves the Gemini API, Vertex AI, the Interactions API, OpenAI-shaped /v1/videos, new-api and OpenRouter on this
machine, with real small MP4 files, quotas and retired IDs. Every answer carries "x-veo-simulated: true". Any key
is taken. Point a client's base URL at it.

Options
  --port N            listen there (default 8788; 0 takes a free one)
  --speed N           how much faster than life it goes (default 1)
  --job-seconds N     how long a job takes (default: 20 s and 4 s for each second of 720p video)
  --as-of YYYY-MM-DD  which IDs are retired (default: today)
  --fault NAME[@STEP][#NTH][*TIMES]    what goes wrong, may be given several times.
                      Steps: look, submit, list, poll, download. Answers: rate-limited, overloaded, internal,
                      bad-request, forbidden, bad-gateway, lost-answer, malformed-json, slow-bytes, cut-off,
                      redirect-away. Jobs: stall, rai-filter, operation-error, no-video, truncated-mp4,
                      expired, wrong-video
  --faults FILE       the same as JSON: [{"fault": "rate-limited", "at": "poll", "times": 3, "seconds": 5}]
  --dialect openai|litellm|new-api    whose /v1/videos it is: OpenAI's own words (default), or those of the two
                      gateways, which list no jobs and hide what went wrong
  --no-quotas         no limits on requests per minute and concurrent jobs

GET /_simulator shows the jobs and every request; POST /_simulator/faults, with the header
"x-veo-simulator: control", adds faults. Ends on Ctrl+C.
`;

const OPTIONS = {
  port: { type: 'string' },
  speed: { type: 'string' },
  'job-seconds': { type: 'string' },
  'as-of': { type: 'string' },
  ...FAULT_OPTIONS,
  dialect: { type: 'string' },
  'no-quotas': { type: 'boolean' },
} as const;

/** Serves until the promise resolves (Ctrl+C by default); the exit status. */
export async function simulateCommand(
  args: readonly string[],
  context: SmokeContext,
  until: Promise<void> = interrupted(),
): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'simulate');
  if (positionals.length > 0)
    throw new UsageError(`simulate takes no "${positionals[0]}". See veo-audit simulate --help.`);
  const port = numberOption(values.port, '--port', 8788, { min: 0, max: 65_535 });
  const jobSeconds = values['job-seconds'];
  const options = {
    catalog: await context.catalog(),
    asOf: asOfOption(values['as-of'], context),
    clock: scaledClock(numberOption(values.speed, '--speed', 1, { min: 0.01, max: 100_000 })),
    random: Math.random,
    faults: faultsOf(values, context.workingFolder),
    quotas: !values['no-quotas'],
    dialect: wordOption(values.dialect, '--dialect', DIALECTS, 'openai'),
    ...(jobSeconds === undefined
      ? {}
      : { jobMs: numberOption(jobSeconds, '--job-seconds', 0, { min: 0, max: 86_400 }) * 1000 }),
  };
  const simulator = await startSimulator(options, port).catch((error: unknown) => {
    throw new UsageError(`The simulator cannot listen on port ${port}: ${messageOf(error)}.`);
  });
  context.stdout(`${banner(simulator.origin)}\n`);
  await until;
  await simulator.close();
  return EXIT.ok;
}

function banner(origin: string): string {
  return `Simulator at ${origin} (simulated: no model, no bill)
  Gemini API and Interactions   ${origin}            x-goog-api-key: anything
  Vertex AI                     ${origin}            Authorization: Bearer anything
  OpenAI-shaped /v1/videos      ${origin}/v1         Authorization: Bearer anything
  new-api                       ${origin}            Authorization: Bearer anything
  OpenRouter                    ${origin}/api/v1     Authorization: Bearer anything
  What it was asked             ${origin}/_simulator`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
