// The evidence for people, as data: the report shows it as a page, and its copy on disk is Markdown.
import { stateWords } from '../catalog/lifecycle.ts';
import { formatUsd, formatUsdRange } from '../cost/format.ts';
import { detailTable, line, plain, strong, textTable } from '../report/detail/blocks.ts';
import { evidenceKey } from '../report/detail/keys.ts';
import type { DetailBlock, DetailLine, PageDetail } from '../report/detail/types.ts';
import { endOf, verdictWords } from './end.ts';
import { endWord } from './endWord.ts';
import type { Evidence } from './evidence.ts';

/** The page. `videoFile`: the path of a kept video by its name. */
export function evidenceDetail(
  evidence: Evidence,
  file: string,
  videoFile: (name: string) => string = (name) => name,
): PageDetail {
  return {
    key: evidenceKey(file),
    title: title(evidence),
    blocks: [
      ...head(evidence),
      ...evidence.videos.flatMap(({ file: name }) => [{ kind: 'video', file: videoFile(name) } as const]),
      ...detailTable('', ['', ''], facts(evidence)),
      ...textTable('States', {
        head: ['State', 'Entered'],
        rows: evidence.states.map(({ state, at }) => [
          state === evidence.state ? endWord(state, endOf(evidence)) : state,
          at,
        ]),
      }),
      ...detailTable(
        'Preflight',
        ['Check', 'Verdict', 'Found'],
        evidence.preflight.map(({ name, verdict, message }) => [
          plain(name),
          [{ text: verdict, state: PREFLIGHT[verdict] }],
          plain(message),
        ]),
      ),
      ...evidence.videos.flatMap(videoChecks),
      ...exchanges(evidence),
      ...textTable('Waits before another try', {
        head: ['At', 'Step', 'Because of', 'Waited'],
        rows: evidence.retries.map(({ at, step, failure, waitMilliseconds }) => [
          ...[at, step, failure],
          `${waitMilliseconds} ms`,
        ]),
      }),
    ],
  };
}

const PREFLIGHT = { ok: 'pass', warning: 'warning', refused: 'fail' } as const;

function title(evidence: Evidence): string {
  const what = evidence.kind === 'smoke' ? 'Smoke test' : 'Controlled failure';
  return `${what} of ${evidence.route.name}: ${endWord(evidence.state, endOf(evidence))}${evidence.simulated ? ' (simulated)' : ''}`;
}

/** How it ended, what it allows, and before both that it was simulated. */
function head(evidence: Evidence): readonly DetailBlock[] {
  const { decision, outcome, simulated } = evidence;
  const end = endOf(evidence);
  return [
    ...(simulated
      ? [
          line(strong('Simulated.'), {
            text: ' A local stand-in answered; no model made a video and nothing was billed. This is no evidence of production.',
          }),
        ]
      : []),
    line(
      { text: endWord(evidence.state, end), state: end === 'not run' ? 'not shown' : end },
      { text: `: ${outcome.message}` },
    ),
    ...(outcome.next === null ? [] : [line({ text: outcome.next })]),
    line({ text: 'Decision: ' }, strong(verdictWords(decision.verdict)), {
      text: `. ${decision.reasons.join(' ')}`,
    }),
  ];
}

function facts(evidence: Evidence): readonly (readonly DetailLine[])[] {
  const { route, cost, submits, endpoint, tool, catalog } = evidence;
  const rows: readonly (readonly [string, string])[] = [
    ['Route', route.name],
    ['Environment', route.environment ?? 'not named'],
    ['Owner', route.owner ?? 'not named'],
    ['Labels', labels(evidence)],
    ['Model', `${evidence.model} (${stateWords(evidence.modelStatus)} as of ${evidence.asOf})`],
    ['Surface', evidence.surface],
    ['Endpoint', `${endpoint.family} at ${endpoint.baseUrl}`],
    ['Request', request(evidence)],
    ['Operation', operation(evidence)],
    ['Estimated cost', estimated(evidence)],
    ['Reported cost', cost.reportedUsd === null ? 'the surface reports none' : formatUsd(cost.reportedUsd)],
    ['Billable seconds', cost.billableSeconds === null ? 'not known' : `${cost.billableSeconds} s`],
    ['Submits', `${submits.sent} sent, ${submits.accepted} accepted`],
    ['Polls, retries, resumes', `${evidence.polls}, ${evidence.retries.length}, ${evidence.resumes}`],
    ['Deleted at the surface after', evidence.deletedAfter ?? 'not known'],
    ['Controlled failure', controlled(evidence)],
    ['Catalog', `${catalog.version}, checked on ${catalog.checkedOn}`],
    ['Tool', `${tool.name} ${tool.version}`],
  ];
  return rows.map(([name, value]) => [plain(name), plain(value)]);
}

function videoChecks(video: Evidence['videos'][number]): readonly DetailBlock[] {
  return [
    { kind: 'heading', text: `Video ${video.file}` },
    line({ text: `${video.bytes} bytes, SHA-256 ${video.sha256}` }),
    ...detailTable(
      'Checks of the video',
      ['Check', 'Verdict', 'Expected', 'Found'],
      video.checks.map(({ name, ok, expected, found }) => [
        plain(name),
        [{ text: ok ? 'ok' : 'wrong', state: ok ? 'pass' : 'fail' }],
        plain(expected),
        plain(found),
      ]),
    ),
  ];
}

const exchanges = (evidence: Evidence): readonly DetailBlock[] =>
  textTable('HTTP', {
    head: ['At', 'Step', 'Status', 'Took', 'Request ID', 'Problem'],
    rows: evidence.exchanges.map(({ at, step, status, requestId, milliseconds, problem }) => [
      ...[at, step, String(status ?? 'no answer'), `${milliseconds} ms`],
      ...[requestId ?? '', problem ?? ''],
    ]),
  });

function request({ request: asked, requestFrom, fault }: Evidence): string {
  const parts = [
    requestFrom === 'route' ? "the route's own" : "the test's own small one",
    asked.durationSeconds === null ? null : `${asked.durationSeconds} s`,
    asked.resolution,
    asked.aspectRatio,
    asked.sampleCount === null
      ? null
      : `${asked.sampleCount} ${asked.sampleCount === 1 ? 'video' : 'videos'}`,
    asked.generateAudio === null ? null : asked.generateAudio ? 'with audio' : 'without audio',
    asked.storageUri === null ? null : `kept at ${asked.storageUri}`,
    `“${asked.prompt}”`,
    fault === null ? null : `on purpose wrong: ${fault}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function operation({ operation: handle, operationFrom }: Evidence): string {
  if (handle === null) return 'none';
  return `${handle}${operationFrom === 'list' ? " (its answer was lost; found in the surface's list)" : ''}`;
}

function estimated({ cost }: Evidence): string {
  if (cost.estimatedUsd === null) return `not known (${cost.assumptions.join('; ')})`;
  const known = [
    cost.source,
    cost.priceCheckedOn === null ? null : `checked on ${cost.priceCheckedOn}`,
    ...cost.assumptions,
  ];
  return `${formatUsdRange(cost.estimatedUsd)} (${known.filter((part) => part !== null).join('; ')})`;
}

function controlled({ controlledFailure: failure, kind }: Evidence): string {
  if (kind === 'controlled-failure') return 'this is one';
  if (failure === null) return 'not run';
  return `${failure.passed ? 'refused, as it must be' : 'not shown to be refused'}: ${failure.fault}. ${failure.message}`;
}

function labels({ route }: Evidence): string {
  const pairs = Object.entries(route.labels).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}
