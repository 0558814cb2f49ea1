// One sentence for each event of a run: the same words in the terminal, the output panel and the notification.
import { inSentence } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { formatUsd } from '../cost/format.ts';
import { everyText } from '../outlets/everyText.ts';
import { clipped, plainLine } from '../outlets/plain.ts';
import { FAMILIES } from './endpoints/index.ts';
import { type End, endNamed, endWord } from './endWord.ts';
import { nextAfter } from './failures.ts';
import type { Plan, Run, RunEvent } from './run.ts';
import type { ConfirmQuestion } from './session.ts';

/** Longer lines are read by nobody; the journal has the rest. Characters. */
const LONGEST_LINE = 4_000;
/** Each name or warning in a question, so that what it costs stays in sight. Characters. */
const LONGEST_PART = 160;

type Ended = Extract<RunEvent, { readonly type: 'ended' }>;

export type Loudness = 'info' | 'warning' | 'error' | 'debug';

export interface Sentence {
  readonly loudness: Loudness;
  readonly text: string;
  /** Whether the lines around it say the same, so that a terminal does without. */
  readonly repeats?: true;
}

/** What an event means for someone who watches, as one plain line; null for what only the journal needs. */
export function describeEvent(catalog: Catalog, run: Run, event: RunEvent): Sentence | null {
  const sentence = sentenceOf(catalog, run, event);
  return sentence === null ? null : { ...sentence, text: clipped(plainLine(sentence.text), LONGEST_LINE) };
}

function sentenceOf(catalog: Catalog, run: Run, event: RunEvent): Sentence | null {
  const { plan } = run;
  switch (event.type) {
    case 'planned':
      return info(`planned: ${routeWords(catalog, plan)}${faultWords(plan)}`);
    case 'preflight':
      return preflightSentence(event);
    case 'confirmed':
      if (plan.simulated) return { ...info('confirmed: nothing is billed'), repeats: true };
      return info(
        event.mostUsd === null
          ? 'confirmed: the cost is not known'
          : `confirmed: at most ${formatUsd(event.mostUsd)}`,
      );
    case 'submitting':
      return run.submitsSent > 1
        ? info(`submitting (try ${run.submitsSent})`)
        : { ...info('submitting'), repeats: true };
    case 'submitted':
      return info(
        event.found === true
          ? `submitted: found job ${event.handle} in the list of the surface; its handle is on disk`
          : `submitted: job ${event.handle}; its handle is on disk`,
      );
    case 'polling':
      return info('polling');
    case 'progress':
      return event.progress === null ? null : info(`polling: ${event.progress} %`);
    case 'exchange':
      return {
        loudness: 'debug',
        text: `${event.exchange.step}: ${event.exchange.status ?? 'no answer'} in ${event.exchange.ms} ms${event.exchange.problem === null ? '' : `, ${event.exchange.problem}`}`,
      };
    case 'waiting':
      return {
        loudness: 'warning',
        text: `${event.step} ${event.failure}: next try in ${seconds(event.ms)}`,
      };
    case 'finished':
      return info(
        `downloading: ${event.videos} ${event.videos === 1 ? 'video' : 'videos'}${event.reportedUsd === null ? '' : `, the surface reports ${formatUsd(event.reportedUsd)}`}`,
      );
    case 'stored':
      return info(`stored: ${event.video.file}, ${event.video.bytes} bytes`);
    case 'verifying':
      return { ...info('verifying'), repeats: true };
    case 'verified':
      return info(
        `verified: ${event.reports
          .flatMap(({ checks }) => checks)
          .map(({ name, ok, found }) => `${name} ${ok ? 'ok' : 'WRONG'} (${found})`)
          .join(', ')}`,
      );
    case 'unmasked':
      return {
        loudness: 'warning',
        text: 'a simulator answers at this address: the run counts as simulated',
      };
    case 'resumed':
      return info(`resumed: ${run.state}`);
    case 'ended':
      return endSentence(run, event);
    case 'reported':
    case 'refused':
      return null;
  }
}

/** `veo-3.1-generate-001 on Vertex AI`, and by which API where the surface does not say it. */
function routeWords(catalog: Catalog, { route }: Plan): string {
  const place = inSentence(catalog, route.surface);
  const api = FAMILIES[route.family].name;
  return `${route.model} on ${place}${place.endsWith(api) ? '' : ` (${api})`}`;
}

const faultWords = ({ fault }: Plan): string => (fault === null ? '' : `, wrong on purpose (${fault})`);

/** What is refused is said again as the end of the run; of a request that is wrong on purpose nothing is checked. */
function preflightSentence({ checks }: Extract<RunEvent, { readonly type: 'preflight' }>): Sentence {
  if (checks.length === 0) return { ...info('preflight: nothing is checked'), repeats: true };
  const against = checks.filter(({ verdict }) => verdict !== 'ok');
  if (against.length === 0) return info(`preflight: ${checks.length} checks, nothing against it`);
  const text = `preflight: ${against.map(({ message }) => message).join('; ')}`;
  const refused = against.some(({ verdict }) => verdict === 'refused');
  return { loudness: 'warning', text, ...(refused ? { repeats: true } : {}) };
}

/** A controlled failure that was refused has done what it is for, so it is told as a pass, without the refusal's own words. */
function endSentence(run: Run, { state, outcome: { failure, message } }: Ended): Sentence {
  const { fault, simulated } = run.plan;
  if (state === 'passed' && fault !== null) return info(`passed: ${fault} was refused, as it must be`);
  const next = failure === null ? '' : ` ${nextAfter(failure, simulated)}`;
  const end = endNamed(state, failure, run.submitsSent);
  return { loudness: LOUDNESS[end], text: `${endWord(state, end)}: ${message}${next}` };
}

const LOUDNESS = { passed: 'info', failed: 'error', 'not run': 'warning' } as const satisfies Record<
  End,
  Loudness
>;

/** What a confirmation asks, as one plain line: the route, the request, and the most that it can cost against the ceiling. */
export function describeQuestion(catalog: Catalog, question: ConfirmQuestion): string {
  const { host } = new URL(question.plan.route.baseUrl);
  const { plan, estimate, mostUsd, ceilingUsd, warnings } = everyText(question, (text) =>
    clipped(plainLine(text), LONGEST_PART),
  );
  const { route, request } = plan;
  const asked = [
    request.durationSeconds === null ? null : `${request.durationSeconds} s`,
    request.resolution,
    request.aspectRatio,
    `${request.sampleCount ?? 1} ${(request.sampleCount ?? 1) === 1 ? 'video' : 'videos'}`,
    request.generateAudio === null ? null : request.generateAudio ? 'with audio' : 'without audio',
    request.storageUri == null ? null : `kept at ${request.storageUri}`,
    plan.requestFrom === 'route' ? 'as the route declares it' : "the test's own small request",
  ].filter((part) => part !== null);
  const cost =
    mostUsd === null
      ? `What it costs is not known${estimate.known ? '' : ` (${estimate.reason})`}`
      : `It can cost ${formatUsd(mostUsd)} at most`;
  const ceiling = ceilingUsd === null ? 'no ceiling is set' : `the ceiling is ${formatUsd(ceilingUsd)}`;
  const fault =
    plan.fault === null ? '' : ` This request is wrong on purpose (${plan.fault}) and must be refused.`;
  const doubts = warnings.length === 0 ? '' : ` Note: ${warnings.join('; ')}.`;
  return `Send one request to ${route.model} on ${inSentence(catalog, route.surface)} at ${host} for route "${route.name}": ${asked.join(', ')}? ${cost}; ${ceiling}.${fault}${doubts}`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}

function info(text: string): Sentence {
  return { loudness: 'info', text };
}
