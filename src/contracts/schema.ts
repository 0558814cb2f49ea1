// veo-audit.yaml: what a team decides. The schema is strict, so that a slip of the pen is found.
import * as z from 'zod';
import { isDay } from '../catalog/days.ts';
import { FILE_PLACES } from '../detect/types.ts';
import { CONDITIONS } from './conditions.ts';
import { GATEWAY_KINDS } from './gatewayKinds.ts';
import { googleSurfaceMeant } from './surfaceNames.ts';

const level = z.enum(['error', 'warning', 'info', 'hint', 'off']);
const text = z.string().min(1);
const day = z.string().refine(isDay, { message: 'expected a day of the calendar as YYYY-MM-DD' });
const usd = z.number().min(0);
const resolution = z.enum(['360p', '720p', '1080p', '4k']);
const condition = z.union([z.int().min(400).max(599), z.enum(CONDITIONS)]);
const conditions = z.array(condition).min(1);
const surfaceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { abort: true })
  .refine((name) => googleSurfaceMeant(name) === null, { message: 'expected the name of a surface' });
const webAddress = z.url({ protocol: /^https?$/ });

const request = z
  .strictObject({
    seconds: z.number().positive().max(600).optional().describe('Length of a video in seconds.'),
    resolution: resolution.optional().describe('Size of the video.'),
    samples: z.int().min(1).max(8).optional().describe('Videos per request.'),
    audio: z.boolean().optional().describe('Whether videos have sound.'),
    aspectRatio: z.enum(['16:9', '9:16']).optional().describe('Shape of the picture, in quotes.'),
  })
  .describe('What a request asks for. It fills in what the code does not say itself.');

const match = z
  .strictObject({
    file: text
      .optional()
      .describe('The file that makes the request: its path, or a pattern as in .gitignore.'),
    model: text.optional().describe('The model ID that the route sends.'),
    name: text.optional().describe("The route's name in a gateway's configuration."),
  })
  .refine((value) => Object.keys(value).length > 0, { message: 'expected at least one of file, model, name' })
  .describe(
    'Which routes the contract is for. All given parts must hold. Without it: those of the same name.',
  );

const budgets = z
  .strictObject({
    usdPerRequest: usd.optional().describe('The most that one request may cost, in US dollars.'),
    usdPerMonth: usd
      .optional()
      .describe('The most that a month may cost, in US dollars; needs requestsPerMonth.'),
  })
  .describe('What the route may cost. More is the finding budget-exceeded.');

const retry = z
  .strictObject({
    attempts: z.int().min(0).max(100).optional().describe('Further attempts after the first one.'),
    on: conditions.optional().describe('What is tried again: HTTP statuses or words such as timeout.'),
    backoff: z
      .enum(['constant', 'linear', 'exponential'])
      .optional()
      .describe('How waits grow between attempts.'),
    firstWaitSeconds: z.number().min(0).optional().describe('Seconds before the second attempt.'),
    longestWaitSeconds: z.number().min(0).optional().describe('The longest wait in seconds.'),
  })
  .describe('How a refused submit is tried again.');

const polling = z
  .strictObject({
    deadlineSeconds: z.number().positive().optional().describe('After so many seconds a job counts as lost.'),
    attempts: z.int().min(1).optional().describe('The most times that a job is asked for.'),
    intervalSeconds: z.number().positive().optional().describe('Seconds between two questions.'),
  })
  .describe('How the end of a job is awaited.');

const fallbacks = z
  .strictObject({
    approved: z
      .array(
        z.strictObject({
          to: text.describe('The name of the route that takes over.'),
          when: conditions.optional().describe('On what; without it on any failure that may fall back.'),
        }),
      )
      .optional()
      .describe('Where requests may go when the route fails. An empty list: nowhere.'),
    failClosed: conditions
      .optional()
      .describe('Failures that never fall back: the request ends with its error.'),
  })
  .describe('What may happen when the route fails.');

const routeContract = z
  .strictObject({
    match: match.optional(),
    environment: z
      .enum(['production', 'staging', 'development', 'research'])
      .optional()
      .describe('Where the route is used. Production asks for more: evidence, and no preview models.'),
    owner: text.optional().describe('Who answers for the route and its cost.'),
    surface: surfaceName.optional().describe('Where requests go: gemini-api, vertex-ai or a gateway.'),
    gateway: text.optional().describe('The gateway that the route goes through, by its name under gateways.'),
    model: text.optional().describe('The model ID that the route is to send.'),
    request: request.optional(),
    requestsPerMonth: z.int().min(0).optional().describe('How many requests per month are expected.'),
    budgets: budgets.optional(),
    retry: retry.optional(),
    polling: polling.optional(),
    storage: text.optional().describe('Where finished videos are kept, for example gs://bucket/videos.'),
    fallbacks: fallbacks.optional(),
  })
  .describe('What a team promises about a route.');

const gateway = z
  .strictObject({
    kind: z.enum(GATEWAY_KINDS).describe('The software or service.'),
    url: webAddress
      .optional()
      .describe(
        'Where its catalog is. Nothing is fetched from here until the user allows the address on the command line.',
      ),
    surface: surfaceName
      .optional()
      .describe("The surface of the gateway's routes; without it the gateway's own name or kind."),
    catalog: text.optional().describe('A saved answer or snapshot in the workspace, read by audits.'),
    group: text.optional().describe("new-api: the group whose ratio the team's key pays."),
    priceIsPer: z
      .enum(['second', 'request'])
      .optional()
      .describe('new-api: what model_price is per, as the invoice shows; the catalog does not say it.'),
  })
  .describe('A gateway and its catalog.');

const price = z
  .strictObject({
    model: text.describe('The model ID or label as the route sends it.'),
    surface: surfaceName.describe('The surface on which the price holds.'),
    usd: usd.describe('US dollars for one unit.'),
    unit: z.enum(['second', 'request', 'video']).describe('What the price is for.'),
    resolution: resolution.optional().describe('Only at this size; without it at any.'),
    audio: z.boolean().optional().describe('Only with (true) or without (false) sound.'),
    from: day.optional().describe('The first day of the price.'),
    to: day.optional().describe('The last day of the price.'),
    source: text.describe('Who says so: a contract, an invoice, an address.'),
    checkedOn: day.describe('When that was last looked at.'),
  })
  .describe('A price that counts instead of the built-in ones for the same model and surface.');

const smoke = z
  .strictObject({
    maxAgeDays: z
      .int()
      .min(1)
      .optional()
      .describe('How many days a passing smoke test of a production route counts (default 30).'),
    maxUsd: usd.optional().describe('The most that the smoke tests of one run may cost, in US dollars.'),
    prompt: text.optional().describe('What smoke tests ask for.'),
    seconds: z.number().positive().max(600).optional().describe('Length of the test video in seconds.'),
    resolution: resolution.optional().describe('Size of the test video.'),
    deadlineMinutes: z.number().positive().optional().describe('How many minutes a test job may take.'),
  })
  .describe('How smoke tests are run.');

/** The schema for the rules of these IDs. */
export function configSchemaFor(ruleIds: readonly string[]) {
  const placeSeverities = z
    .strictObject({
      severity: level
        .optional()
        .describe(
          'The most that a finding there can be, or off. Default: error in production, info elsewhere.',
        ),
      rules: z
        .partialRecord(z.enum(ruleIds), level)
        .optional()
        .describe('Exactly how severe the findings of a rule are there, or off.'),
    })
    .describe('How severe findings in files of one place are.');

  return z.strictObject({
    rules: z
      .partialRecord(z.enum(ruleIds), level)
      .optional()
      .describe('The severity of a rule in this workspace, or off.'),
    places: z
      .partialRecord(z.enum(FILE_PLACES), placeSeverities)
      .optional()
      .describe(
        'How severe findings are by what a file is for: production, test, docs, sample, generated, recorded.',
      ),
    ignore: z
      .array(text)
      .optional()
      .describe('Files and folders that are not audited, in the syntax of .gitignore.'),
    routes: z.record(text, routeContract).optional().describe('Route contracts by their name.'),
    gateways: z
      .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/), gateway)
      .optional()
      .describe('Gateways by their name (letters, digits, dot, dash).'),
    prices: z.array(price).optional().describe("The team's own prices."),
    smoke: smoke.optional(),
  });
}

export type Config = Readonly<z.infer<ReturnType<typeof configSchemaFor>>>;
export type RouteContract = Readonly<z.infer<typeof routeContract>>;
export type GatewayConfig = Readonly<z.infer<typeof gateway>>;
export type PriceOverride = Readonly<z.infer<typeof price>>;
