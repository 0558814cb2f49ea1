// A comment for a pull request: the sums, the findings worst first and what each route costs. A hidden marker lets
// whoever posts it find the comment of an earlier run and update it.
import { stateWords } from '../catalog/lifecycle.ts';
import { priceOf } from '../cost/estimate.ts';
import { formatUsdRange } from '../cost/format.ts';
import { totalPerRequest } from '../cost/routeCost.ts';
import { counted } from '../outlets/counted.ts';
import { markdownCode, markdownText } from '../outlets/markdown.ts';
import { thousands } from '../thousands.ts';
import { countFindings, countWords } from './counts.ts';
import { type LocatedFinding, worstFirst } from './located.ts';
import { type RouteRow, routeRows } from './routeRows.ts';
import { rulePage } from './rulePages.ts';
import type { ReportFormat } from './types.ts';

export const COMMENT_MARKER = '<!-- veo-route-audit -->';

/** Rows of a table: a comment on GitHub holds 65,536 characters. */
const MOST_ROWS = 50;

export const markdownReport: ReportFormat = (run) => {
  const findings = worstFirst(run);
  const routes = routeRows(run);
  const total = totalPerRequest(routes.map(({ cost }) => cost));
  const sums = countWords(countFindings(run));
  const parts = [
    COMMENT_MARKER,
    '## Veo Route Audit',
    `**${findings.length === 0 ? 'No findings' : sums}** · ${counted(routes.length, 'route')}${total === null ? '' : ` · ${formatUsdRange(total)} for one request of each`} · as of ${run.asOf}`,
    ...table('Findings', ['Where', 'Severity', 'What', 'Rule'], findings.map(findingRow)),
    ...table(
      'Routes',
      ['Where', 'Model', 'Surface', 'State', 'Cost per request'],
      routes.map((row) => routeRow(row, run.catalog.surface(row.route.surface)?.name)),
    ),
    `Facts checked on ${run.catalog.checkedOn}.`,
  ];
  return `${parts.join('\n\n')}\n`;
};

/** A table under its heading, at most `MOST_ROWS` rows; nothing without rows. */
export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [head, head.map(() => '---'), ...rows.slice(0, MOST_ROWS)].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const rest = rows.length - MOST_ROWS;
  return [`### ${title}`, lines.join('\n'), ...(rest > 0 ? [`… and ${thousands(rest)} more.`] : [])];
}

const findingRow = ({ file, start, finding }: LocatedFinding): readonly string[] => [
  markdownCode(`${file}:${start.line}`),
  finding.severity,
  markdownText(finding.message),
  `[${finding.rule}](${rulePage(finding.rule)})`,
];

const routeRow = (
  { file, start, route, status, cost }: RouteRow,
  surface: string | undefined,
): readonly string[] => {
  const price = priceOf(cost);
  return [
    markdownCode(`${file}:${start.line}`),
    route.model === null ? 'not known' : markdownCode(route.model),
    surface ?? 'not known',
    stateWords(status),
    price === undefined ? 'not known' : formatUsdRange(price.usdPerRequest),
  ];
};
