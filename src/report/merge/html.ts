// Merged reports as the report's page: the totals of all, the dearest routes and the worst findings.
import { SEVERITIES } from '../../audit/types.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { documentOf } from '../html.ts';
import { lifecyclesOf, type ModelUse, modelDetails, pricesOf } from '../page/facts.ts';
import { parametersOf } from '../page/routes.ts';
import type { PageContract, PageFinding, PageReport, PageRoute } from '../page/types.ts';
import { rulePage } from '../rulePages.ts';
import type { MergeInput, MergeRoute } from './input.ts';
import { topOf } from './top.ts';
import { grandTotals, type ReportTotals } from './totals.ts';
import type { MergeFormat, MergeOptions } from './types.ts';

/** Rows of a list that a page shows fluently. */
const MOST_ROWS = 2_000;

/** Places of a model ID that its lane names. */
const MOST_PLACES = 50;

export const mergedHtml: MergeFormat = (options) => {
  const routes = topOf<PageRoute>(MOST_ROWS, (a, b) => dearness(b) - dearness(a));
  const findings = topOf<PageFinding>(MOST_ROWS, (a, b) => rank(a) - rank(b));
  const contracts: PageContract[] = [];
  const uses = new Map<string, ModelUse[]>();
  return {
    add: (input) => {
      for (const route of input.report.routes) routes.add(pageRoute(route, input.name, options.catalog));
      for (const finding of pageFindings(input)) findings.add(finding);
      contracts.push(...pageContracts(input));
      addUses(uses, input);
      return '';
    },
    end: (rows) =>
      documentOf(
        {
          ...factsOf(rows, [...uses.values()].flat(), options),
          routes: routes.rows(),
          findings: findings.rows(),
          contracts,
        },
        options,
      ),
  };
};

const dearness = ({ usdPerRequest }: PageRoute): number => usdPerRequest?.max ?? -1;

const rank = ({ severity }: PageFinding): number => SEVERITIES.indexOf(severity);

function factsOf(
  rows: readonly ReportTotals[],
  uses: readonly ModelUse[],
  { catalog, version }: MergeOptions,
) {
  const { asOf, files, findings, routes, unpriced, usdPerRequest } = grandTotals('', rows);
  const count = Object.values(findings).reduce((sum, some) => sum + some, 0);
  return {
    reports: rows.map(pageReport),
    hasReport: true,
    totals: {
      ...{ errors: findings.error, warnings: findings.warning, findings: count },
      ...{ routes, unpriced, usdPerRequest },
    },
    ...{ version, asOf, files, factsCheckedOn: catalog.checkedOn },
    moves: [],
    lifecycles: lifecyclesOf(uses, { asOf, catalog }),
    prices: pricesOf(uses, catalog),
    details: modelDetails(uses, { asOf, catalog }),
    graph: { nodes: [], edges: [] },
    ...{ questions: [], checklist: [], runs: [], gateways: [] },
  };
}

const pageReport = ({ findings, ...row }: ReportTotals): PageReport => ({
  ...row,
  errors: findings.error,
  warnings: findings.warning,
});

function pageRoute(route: MergeRoute, report: string, catalog: Catalog): PageRoute {
  const { name, model, cost } = route;
  return {
    ...{ file: `${report}/${route.file}`, line: route.line, name, model, status: route.status },
    surface: catalog.surface(route.surface)?.name ?? 'not known',
    parameters: parametersOf(route),
    usdPerRequest: cost?.usdPerRequest ?? null,
    usdPerSecond: cost?.usdPerSecond ?? null,
    assumptions: cost?.assumptions ?? [],
    ...{ noCost: null, contract: null, owner: null, environment: null },
  };
}

const pageFindings = ({ name, report }: MergeInput): readonly PageFinding[] =>
  report.findings
    .filter(({ suppressed }) => suppressed === false)
    .map(({ file, line, rule, severity, message }) => ({
      ...{ file: `${name}/${file}`, line, rule, severity, message },
      help: rulePage(rule),
    }));

const pageContracts = ({ name, report }: MergeInput): readonly PageContract[] =>
  report.contracts.map((contract) => ({
    ...contract,
    name: `${name}: ${contract.name}`,
    budgetPerRequest: null,
    budgetPerMonth: null,
  }));

function addUses(uses: Map<string, ModelUse[]>, { name, report }: MergeInput): void {
  for (const { model, surface, file, line } of report.references) {
    if (model === null) continue;
    const key = `${model}\n${surface}`;
    const same = uses.get(key) ?? [];
    if (same.length < MOST_PLACES) same.push({ model, surface, place: { file: `${name}/${file}`, line } });
    uses.set(key, same);
  }
}
