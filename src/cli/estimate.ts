// `veo-audit estimate`: what a request or a month costs, from flags.

import { refusedOf } from '../audit/refusedRequest.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { sourcesCited } from '../catalog/sources.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { estimateCost, priceOf } from '../cost/estimate.ts';
import { formatUsdRange } from '../cost/format.ts';
import { type MonthCost, monthCost } from '../cost/month.ts';
import { saysRefused } from '../cost/parameters.ts';
import type { CostQuestion, RequestInput, UsdRange } from '../cost/types.ts';
import { counted } from '../outlets/counted.ts';
import { jsonText } from '../outlets/json.ts';
import { plainText } from '../outlets/plain.ts';
import type { Resolution } from '../routes/types.ts';
import { GOOGLE_RESOLUTIONS } from '../routes/types.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { surfaceOption } from './surfaces.ts';
import { unknownModel } from './unknownModel.ts';

export const ESTIMATE_HELP = `Usage: veo-audit estimate --model ID [options]

Prints what a request costs in US dollars, as a range where something is not known, with every assumption
and the source of the price.

Options
  --model ID              a model ID or a gateway's spelling
  --surface SURFACE       gemini-api, vertex-ai or a gateway (default: what the spelling says, else unknown)
  --seconds N             length of a video (default: that of the surface)
  --resolution 360p|720p|1080p|4k
  --samples N             videos per request
  --images N              images that go in, where they are billed
  --source-seconds N      seconds of video that go in, where they are billed
  --audio, --no-audio     with or without sound, where that changes the price
  --requests-per-month N  adds the cost of a month
  --as-of YYYY-MM-DD      answer for this day (default: today)
  --format text|json      how to print (default text)

A model that is shut down, or has no known price, has no cost: the answer says why. A request that the surface
refuses has a price all the same, but no video comes of it: the answer says so first.

Exit status: 0 an answer, 2 wrong usage, or an ID that the catalog does not know.

Examples
  veo-audit estimate --model veo-3.1-generate-001 --surface vertex-ai --seconds 8 --resolution 1080p
  veo-audit estimate --model gemini-omni-1.1-flash --surface gemini-api --seconds 6 --images 2
  veo-audit estimate --model fal-ai/veo3.1/fast --requests-per-month 900 --format json
`;

const OPTIONS = {
  model: { type: 'string' },
  surface: { type: 'string' },
  seconds: { type: 'string' },
  resolution: { type: 'string' },
  samples: { type: 'string' },
  images: { type: 'string' },
  'source-seconds': { type: 'string' },
  audio: { type: 'boolean' },
  'no-audio': { type: 'boolean' },
  'requests-per-month': { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
} as const;

/** What of the world the command needs. */
export type EstimateContext = Pick<CliContext, 'catalog' | 'today' | 'stdout'>;

/** What is printed: the fields of the JSON. */
interface Estimate {
  readonly model: string;
  readonly surface: SurfaceId;
  readonly asOf: Day;
  /** What the surface refuses of the request; left out where it refuses nothing. */
  readonly refused?: readonly string[];
  /** Null where the price is not by the second, or not known. */
  readonly usdPerSecond: UsdRange | null;
  readonly usdPerRequest: UsdRange | null;
  readonly requestsPerMonth?: number;
  readonly usdPerMonth?: UsdRange | null;
  readonly assumptions: readonly string[];
  readonly source: string | null;
  readonly checkedOn: Day | null;
  /** Why a price is missing; null where all are known. */
  readonly reason: string | null;
}

/** Runs the command; the exit status. Throws a UsageError with one sentence on wrong usage. */
export async function estimateCommand(args: readonly string[], context: EstimateContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'estimate');
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(`estimate takes options only, not "${stray}". Give the model as --model ID.`);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const catalog = await context.catalog();
  const asOf = asOfOption(values['as-of'], context);
  const question: CostQuestion = {
    ...modelOption(values.model, surfaceOption(values.surface, catalog), catalog, asOf),
    asOf,
    durationSeconds: numberOption(values.seconds, '--seconds'),
    resolution: resolutionOption(values.resolution),
    sampleCount: wholeOption(values.samples, '--samples'),
    generateAudio: audioOption(values.audio, values['no-audio']),
    input: inputOption(values.images, values['source-seconds']),
  };
  const estimate = estimateOf(
    question,
    wholeOption(values['requests-per-month'], '--requests-per-month'),
    catalog,
  );
  context.stdout(format === 'json' ? jsonOf(estimate, catalog) : plainText(textOf(estimate, catalog)));
  return EXIT.ok;
}

/** Scripts and their readers have no catalog at hand: sources come with their titles. */
function jsonOf(estimate: Estimate, catalog: Catalog): string {
  const source = estimate.source === null ? null : sourcesCited(catalog, estimate.source.split(', '));
  return jsonText({ ...estimate, source });
}

function estimateOf(question: CostQuestion, requestsPerMonth: number | null, catalog: Catalog): Estimate {
  const answer = estimateCost(question, catalog);
  const price = priceOf(answer);
  const refused = refusedOf(question, catalog);
  const month =
    price === undefined || requestsPerMonth === null
      ? null
      : monthCost(question, price.usdPerRequest, requestsPerMonth, catalog);
  return {
    model: question.model,
    surface: question.surface,
    asOf: question.asOf,
    ...(price === undefined || refused.length === 0 ? {} : { refused }),
    usdPerSecond: answer.known ? answer.cost.usdPerSecond : null,
    usdPerRequest: price?.usdPerRequest ?? null,
    ...monthFields(requestsPerMonth, month),
    assumptions: [...(price?.assumptions ?? []), ...(month?.notes ?? [])],
    source: price?.source ?? null,
    checkedOn: price?.checkedOn ?? null,
    reason: answer.known ? null : answer.reason,
  };
}

function monthFields(
  requestsPerMonth: number | null,
  month: MonthCost | null,
): Pick<Estimate, 'requestsPerMonth' | 'usdPerMonth'> {
  return requestsPerMonth === null ? {} : { requestsPerMonth, usdPerMonth: month?.usdPerMonth ?? null };
}

function textOf(estimate: Estimate, catalog: Catalog): string {
  const { usdPerSecond, usdPerRequest, usdPerMonth, requestsPerMonth, refused = [] } = estimate;
  const place = catalog.surface(estimate.surface)?.name ?? 'an unknown surface';
  const lines = [`${estimate.model} on ${place}, ${estimate.asOf}`];
  for (const sentence of refused) lines.push(`  ${sentence}.`);
  if (refused.length > 0) lines.push('  No video comes of it. Were it taken, it would cost:');
  if (usdPerSecond !== null) lines.push(`  per second   ${formatUsdRange(usdPerSecond)}`);
  if (usdPerRequest !== null) lines.push(`  per request  ${formatUsdRange(usdPerRequest)}`);
  if (usdPerMonth)
    lines.push(
      `  per month    ${formatUsdRange(usdPerMonth)} (${counted(requestsPerMonth ?? 0, 'request')})`,
    );
  if (estimate.reason !== null)
    lines.push(`  No price${usdPerRequest === null ? '' : ' per second'}: ${estimate.reason}.`);
  const assumptions = estimate.assumptions.filter((text) => refused.length === 0 || !saysRefused(text));
  if (assumptions.length > 0) lines.push('', 'Assumptions', ...assumptions.map((text) => `  - ${text}`));
  if (estimate.source !== null) {
    lines.push(
      '',
      `Source (checked on ${estimate.checkedOn})`,
      ...estimate.source.split(', ').map((key) => sourceLine(key, catalog)),
    );
  }
  return `${lines.join('\n')}\n`;
}

function sourceLine(key: string, catalog: Catalog): string {
  const source = catalog.source(key);
  return source === undefined ? `  ${key}` : `  ${source.title}, ${source.date}`;
}

/** The ID as the catalog knows it, and the surface that its spelling settles where none is given. */
function modelOption(
  value: string | undefined,
  surface: SurfaceId,
  catalog: Catalog,
  asOf: Day,
): { readonly model: string; readonly surface: SurfaceId } {
  if (value === undefined)
    throw new UsageError('estimate needs a model, such as --model veo-3.1-generate-001.');
  const google = withoutPrefix(value, catalog);
  if (google !== undefined)
    return { model: google.model, surface: surface === 'unknown' ? google.surface : surface };
  const places = placesOf(value, catalog);
  if (places.length === 0) throw new UsageError(unknownModel(value, surface, catalog, asOf));
  if (surface !== 'unknown') return { model: value, surface };
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) {
    throw new UsageError(
      `"${value}" is a spelling of several gateways: add --surface with one of ${places.join(', ')}.`,
    );
  }
  return { model: value, surface: place };
}

/** A Google ID, with or without a prefix that names its surface (`vertex_ai/`, `models/`). */
function withoutPrefix(
  spelling: string,
  catalog: Catalog,
): { readonly model: string; readonly surface: SurfaceId } | undefined {
  if (catalog.model(spelling) !== undefined) return { model: spelling, surface: 'unknown' };
  for (const { id, prefixes, barePrefixes } of catalog.data.surfaces) {
    const prefix = [...prefixes, ...barePrefixes].find((candidate) => spelling.startsWith(candidate));
    const model = prefix === undefined ? spelling : spelling.slice(prefix.length);
    if (prefix !== undefined && catalog.model(model) !== undefined) return { model, surface: id };
  }
  return undefined;
}

/** The gateways that the catalog knows a spelling of. */
function placesOf(spelling: string, catalog: Catalog): readonly SurfaceId[] {
  const named = catalog.aliases(spelling).map((alias) => alias.surface);
  const priced = catalog.data.prices.filter((row) => row.model === spelling).map((row) => row.surface);
  const places = new Set([...named, ...priced]);
  if (places.size > 1) places.delete('unknown');
  return [...places];
}

function numberOption(value: string | undefined, option: string): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number <= 0) {
    throw new UsageError(`${option} needs a number above 0, not "${value}".`);
  }
  return number;
}

function wholeOption(value: string | undefined, option: string): number | null {
  const number = numberOption(value, option);
  if (number !== null && !Number.isInteger(number))
    throw new UsageError(`${option} needs a whole number, not "${value}".`);
  return number;
}

function inputOption(images: string | undefined, seconds: string | undefined): RequestInput | undefined {
  if (images === undefined && seconds === undefined) return undefined;
  return {
    images: wholeOption(images, '--images') ?? 0,
    videoSeconds: numberOption(seconds, '--source-seconds') ?? 0,
  };
}

function resolutionOption(value: string | undefined): Resolution | null {
  return value === undefined
    ? null
    : wordOption(value.toLowerCase(), '--resolution', GOOGLE_RESOLUTIONS, '720p');
}

function audioOption(audio: boolean | undefined, noAudio: boolean | undefined): boolean | null {
  if (audio && noAudio)
    throw new UsageError('--audio and --no-audio contradict each other; use one of them.');
  if (audio) return true;
  return noAudio ? false : null;
}
