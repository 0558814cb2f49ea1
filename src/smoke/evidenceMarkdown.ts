// The evidence for people: the same record, as a page of Markdown.

import { formatUsd } from '../cost/format.ts';
import { everyText } from '../outlets/everyText.ts';
import { markdownText } from '../outlets/markdown.ts';
import type { Evidence } from './evidence.ts';

/** The page. Ends with a newline. Its words come from surfaces and workspaces, so none of them is markup. */
export function evidenceMarkdown(record: Evidence): string {
  const evidence = everyText(record, markdownText);
  const parts = [
    `# ${title(evidence)}`,
    evidence.simulated
      ? '> **Simulated.** A local stand-in answered; no model made a video and nothing was billed. This is no evidence of production.'
      : null,
    `**${evidence.decision.verdict}**: ${evidence.decision.reasons.join(' ')}`,
    `${evidence.outcome.message}${evidence.outcome.next === null ? '' : ` ${evidence.outcome.next}`}`,
    table([
      ['Route', evidence.route.name],
      ['Environment', evidence.route.environment ?? 'not named'],
      ['Owner', evidence.route.owner ?? 'not named'],
      ['Labels', labels(evidence)],
      ['Model', `${evidence.model} (${evidence.modelStatus} on ${evidence.asOf})`],
      ['Surface', evidence.surface],
      ['Endpoint', `${evidence.endpoint.family} at ${evidence.endpoint.baseUrl}`],
      ['Request', request(evidence)],
      ['Operation', operation(evidence)],
      ['Estimated cost', estimated(evidence)],
      [
        'Reported cost',
        evidence.cost.reportedUsd === null
          ? 'the surface reports none'
          : formatUsd(evidence.cost.reportedUsd),
      ],
      [
        'Billable seconds',
        evidence.cost.billableSeconds === null ? 'not known' : `${evidence.cost.billableSeconds} s`,
      ],
      ['Submits', `${evidence.submits.sent} sent, ${evidence.submits.accepted} accepted`],
      ['Polls, retries, resumes', `${evidence.polls}, ${evidence.retries.length}, ${evidence.resumes}`],
      ['Deleted at the surface after', evidence.deletedAfter ?? 'not known'],
      ['Controlled failure', controlled(evidence)],
      ['Catalog', `${evidence.catalog.version}, checked on ${evidence.catalog.checkedOn}`],
      ['Tool', `${evidence.tool.name} ${evidence.tool.version}`],
    ]),
    '## States',
    table(
      evidence.states.map(({ state, at }) => [state, at]),
      ['State', 'Entered'],
    ),
    section(
      '## Preflight',
      evidence.preflight.map(({ name, verdict, message }) => [name, verdict, message]),
      ['Check', 'Verdict', 'Found'],
    ),
    ...evidence.videos.flatMap((video) => [
      `## Video ${video.file}`,
      `${video.bytes} bytes, SHA-256 ${video.sha256}`,
      table(
        video.checks.map(({ name, ok, expected, found }) => [name, ok ? 'ok' : '**wrong**', expected, found]),
        ['Check', 'Verdict', 'Expected', 'Found'],
      ),
    ]),
    section(
      '## HTTP',
      evidence.exchanges.map(({ at, step, status, requestId, milliseconds, problem }) => [
        at,
        step,
        `${status ?? 'no answer'}`,
        `${milliseconds} ms`,
        requestId ?? '',
        problem ?? '',
      ]),
      ['At', 'Step', 'Status', 'Took', 'Request ID', 'Problem'],
    ),
    section(
      '## Waits before another try',
      evidence.retries.map(({ at, step, failure, waitMilliseconds }) => [
        at,
        step,
        failure,
        `${waitMilliseconds} ms`,
      ]),
      ['At', 'Step', 'Because of', 'Waited'],
    ),
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

function title(evidence: Evidence): string {
  const what = evidence.kind === 'smoke' ? 'Smoke test' : 'Controlled failure';
  return `${what} of ${evidence.route.name}: ${evidence.state}${evidence.simulated ? ' (simulated)' : ''}`;
}

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
  const { min, max } = cost.estimatedUsd;
  const range = min === max ? formatUsd(max) : `${formatUsd(min)} to ${formatUsd(max)}`;
  const known = [
    cost.source,
    cost.priceCheckedOn === null ? null : `checked on ${cost.priceCheckedOn}`,
    ...cost.assumptions,
  ];
  return `${range} (${known.filter((part) => part !== null).join('; ')})`;
}

function controlled({ controlledFailure: failure, kind }: Evidence): string {
  if (kind === 'controlled-failure') return 'this is one';
  if (failure === null) return 'not run';
  return `${failure.passed ? 'refused, as it must be' : '**not shown to be refused**'}: ${failure.fault}. ${failure.message}`;
}

function labels({ route }: Evidence): string {
  const pairs = Object.entries(route.labels).map(([name, value]) => `${markdownText(name)}=${value}`);
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}

function section(
  heading: string,
  rows: readonly (readonly string[])[],
  head: readonly string[],
): string | null {
  return rows.length === 0 ? null : `${heading}\n\n${table(rows, head)}`;
}

function table(rows: readonly (readonly string[])[], head: readonly string[] = ['', '']): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
