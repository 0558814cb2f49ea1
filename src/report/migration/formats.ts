// The migration plan as text for a terminal, as Markdown for a pull request, and as JSON for scripts.

import { priceOf } from '../../cost/estimate.ts';
import { formatUsdRange } from '../../cost/format.ts';
import type { UsdRange } from '../../cost/types.ts';
import type {
  EndingRequest,
  MigrationPlan,
  MigrationTarget,
  PricedRequest,
  RequestPlan,
  Way,
} from '../../migrate/types.ts';
import { jsonText } from '../../outlets/json.ts';
import { markdownCode, markdownText } from '../../outlets/markdown.ts';
import { plainLine, plainText } from '../../outlets/plain.ts';
import type { TextEdit } from '../../routes/types.ts';
import type { PlaceIn } from '../placesIn.ts';

export type MigrationFormat = (plan: MigrationPlan, placeIn: PlaceIn) => string;

export const MIGRATION_FORMATS = {
  text: migrationText,
  markdown: migrationMarkdown,
  json: migrationJson,
} as const satisfies Readonly<Record<string, MigrationFormat>>;

export function migrationText(plan: MigrationPlan, placeIn: PlaceIn): string {
  const blocks = plan.requests.map((request) =>
    [
      plainLine(`${placeOf(request, placeIn)}  ${headline(request)}`),
      ...request.targets.flatMap((target) => targetText(request, target)),
      ...(request.targets.length === 0 ? [`  ${NO_TARGET}`] : []),
    ].join('\n'),
  );
  return `${[...blocks, summary(plan)].join('\n\n')}\n`;
}

function targetText(request: RequestPlan, target: MigrationTarget): readonly string[] {
  return [
    `  → ${plainLine(titleOf(request, target))}`,
    ...target.changes.map(
      ({ parameter, kind, to, says }) =>
        `      ${kind.padEnd(7)}  ${parameter}${to === null || to === parameter ? '' : ` → ${to}`}: ${plainLine(says)}`,
    ),
    ...target.around.map((says) => `      besides  ${says}`),
    ...target.setUp.map((says) => `      set up   ${says}`),
    ...(target.unknown.length === 0 ? [] : [`      unknown  ${target.unknown.join(' ')}`]),
    `      ${target.whyNoEdits === null ? 'edit     --write makes this change.' : `by hand  ${plainLine(target.whyNoEdits)}`}`,
    ...(target.snippet === null || target.edits !== null
      ? []
      : [
          '',
          ...plainText(target.snippet.after)
            .split('\n')
            .map((line) => `      | ${line}`.trimEnd()),
        ]),
  ];
}

export function migrationMarkdown(plan: MigrationPlan, placeIn: PlaceIn): string {
  const blocks = plan.requests.map((request) =>
    [
      `## ${markdownText(placeOf(request, placeIn))}`,
      '',
      markdownText(`${headline(request)}.`),
      ...request.targets.flatMap((target) => ['', ...targetMarkdown(request, target)]),
      ...(request.targets.length === 0 ? ['', NO_TARGET] : []),
    ].join('\n'),
  );
  return `${['# Requests to be moved', ...blocks, summary(plan)].join('\n\n')}\n`;
}

function targetMarkdown(request: RequestPlan, target: MigrationTarget): readonly string[] {
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : ['', `**${title}**`, '', ...items.map((item) => `- ${markdownText(item)}`)];
  return [
    `### ${markdownText(titleOf(request, target))}`,
    '',
    '| Parameter | | Becomes | |',
    '|---|---|---|---|',
    ...target.changes.map(
      ({ parameter, kind, to, says }) =>
        `| ${markdownCode(parameter)} | ${kind} | ${to === null ? '' : markdownCode(to)} | ${markdownText(says)} |`,
    ),
    ...list('Around the request', target.around),
    ...list('To set up', target.setUp),
    ...list('Not known', target.unknown),
    ...list('Edit', [target.whyNoEdits ?? 'The command makes this change with --write.']),
    ...(target.snippet === null || target.edits !== null
      ? []
      : [
          '',
          'Before:',
          '',
          ...fenced(target.snippet.language, target.snippet.before),
          '',
          'After:',
          '',
          ...fenced(target.snippet.language, target.snippet.after),
        ]),
  ];
}

/** A block that its content cannot end. */
function fenced(language: string, text: string): readonly string[] {
  const plain = plainText(text);
  const longest = Math.max(2, ...(plain.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, plain, fence];
}

/** `veo-route-audit/migration/1`: lines and columns are 1-based. */
export function migrationJson(plan: MigrationPlan, placeIn: PlaceIn): string {
  const at = (file: string, offset: number) => placeIn(file, offset) ?? { line: null, column: null };
  const editJson = (file: string, { start, end, newText }: TextEdit): object => {
    const to = at(file, end);
    return { file, ...at(file, start), endLine: to.line, endColumn: to.column, newText };
  };
  const requests = plan.requests.map(({ start, end, targets, cost, ...request }) => {
    const { line: endLine, column: endColumn } = at(request.file, end);
    return {
      ...request,
      ...at(request.file, start),
      endLine,
      endColumn,
      cost: cost === null ? null : costJson(cost),
      targets: targets.map(({ edits, cost: next, ...target }) => ({
        ...target,
        cost: costJson(next),
        edits: edits?.map((edit) => editJson(request.file, edit)) ?? null,
      })),
    };
  });
  const document = {
    schema: 'veo-route-audit/migration/1',
    asOf: plan.asOf,
    requests,
    closing: [...plan.closing].flatMap(([file, edits]) => edits.map((edit) => editJson(file, edit))),
    summary: counts(plan),
  };
  return jsonText(document);
}

function costJson({ question, answer }: PricedRequest): object {
  const price = priceOf(answer);
  return {
    asOf: question.asOf,
    usdPerSecond: answer.known ? answer.cost.usdPerSecond : null,
    usdPerRequest: price?.usdPerRequest ?? null,
    assumptions: price?.assumptions ?? [],
    source: price?.source ?? null,
    checkedOn: price?.checkedOn ?? null,
    reason: answer.known ? null : answer.reason,
  };
}

const NO_TARGET = 'Nothing that answers on this day is known for this request.';

function placeOf({ file, start }: RequestPlan, placeIn: PlaceIn): string {
  const at = placeIn(file, start);
  return at === undefined ? file : `${file}:${at.line}:${at.column}`;
}

function headline({ model, surface, status, shutdown }: RequestPlan): string {
  const state =
    status === 'shut-down'
      ? `was shut down${shutdown === null ? '' : ` on ${shutdown}`}`
      : `shuts down${shutdown === null ? '' : ` on ${shutdown}`}`;
  return `${model ?? 'A computed Veo model'} on ${surface} ${state}`;
}

/** `gemini-omni-1.1-flash on gemini-api ($0.81, was $3.20)`. */
function titleOf(request: RequestPlan, target: MigrationTarget): string {
  const { model, surface, outlook } = target;
  const facts = [migrationPrice(request, target), ...(outlook === null ? [] : [outlook])];
  return `${model} on ${surface} (${facts.join('; ')})`;
}

/** What a request costs at a target, and what it did: `$0.81, was $3.20`. `read`: how much of the cents is shown. */
export function migrationPrice(
  { cost }: EndingRequest,
  { cost: next }: Way,
  read: (range: UsdRange) => UsdRange = (range) => range,
): string {
  const shown = (price: { readonly usdPerRequest: UsdRange }) => formatUsdRange(read(price.usdPerRequest));
  const now = priceOf(next.answer);
  const before = cost === null ? undefined : priceOf(cost.answer);
  const was = before === undefined ? '' : `, was ${shown(before)}`;
  return now === undefined ? 'price not known' : `${shown(now)}${was}`;
}

/** A price to the cent, as a menu has room for; one below ten cents stays as it is. */
export function toTheCent({ min, max }: UsdRange): UsdRange {
  const round = (usd: number): number => (usd < 0.1 ? usd : Math.round(usd * 100) / 100);
  return { min: round(min), max: round(max) };
}

function counts({ requests }: MigrationPlan): { requests: number; edited: number; byHand: number } {
  const edited = requests.filter(({ targets }) => targets.some(({ edits }) => edits !== null)).length;
  return { requests: requests.length, edited, byHand: requests.length - edited };
}

function summary(plan: MigrationPlan): string {
  const { requests, edited } = counts(plan);
  if (requests === 0) return `No request has to be moved, as of ${plan.asOf}.`;
  const many = `${requests} ${requests === 1 ? 'request has' : 'requests have'} to be moved, as of ${plan.asOf}`;
  return `${many}: ${edited} by --write, ${requests - edited} by hand.`;
}
