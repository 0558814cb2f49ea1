// Gathers what the report's page shows of a run.

import { type ContractInputs, contractContext } from '../../audit/contractAudit.ts';
import type { ContractContext } from '../../audit/rule.ts';
import type { Severity } from '../../audit/types.ts';
import { checklistOf, openFindings } from '../../checks/checklist/checklist.ts';
import { QUESTIONS } from '../../checks/checklist/types.ts';
import { sumOf } from '../../cost/money.ts';
import { compareTexts } from '../../order.ts';
import { t } from '../../words/words.ts';
import { contractSums } from '../contractSums.ts';
import { worstFirst } from '../located.ts';
import { rulePage } from '../rulePages.ts';
import type { RunAudit } from '../types.ts';
import { lifecyclesOf, modelDetails, pricesOf, usesOf } from './facts.ts';
import { gatewaysOf } from './gateways.ts';
import { pageGraph } from './graph.ts';
import { movesOf } from './moves.ts';
import { type PlaceOf, placesOf } from './places.ts';
import { pageRoutes } from './routes.ts';
import type {
  PageChecked,
  PageContract,
  PageData,
  PageFinding,
  PageRoute,
  PageRun,
  PageTotals,
} from './types.ts';

const NO_CONTRACTS: ContractInputs = {
  config: {},
  configFile: 'veo-audit.yaml',
  configText: '',
  evidence: [],
  snapshots: {},
  complete: true,
};

/** The data of the page. */
export function pageData(run: RunAudit, version: string): PageData {
  const inputs = run.contracts ?? NO_CONTRACTS;
  const context = contractContext(run.audits, run, inputs);
  const placeOf = placesOf(run);
  const routes = pageRoutes(run, context);
  const findings = findingsOf(run);
  const uses = usesOf(run);
  return {
    reports: [],
    hasReport: true,
    totals: totalsOf(routes, findings),
    version,
    asOf: run.asOf,
    factsCheckedOn: run.catalog.checkedOn,
    files: run.files,
    routes,
    contracts: contractsOf(context),
    moves: movesOf(run, placeOf),
    lifecycles: lifecyclesOf(uses, run),
    graph: pageGraph(run, placeOf),
    questions: QUESTIONS,
    checklist: checkedRoutes(run, context, placeOf),
    runs: runsOf(run, inputs),
    gateways: gatewaysOf(run, inputs),
    prices: pricesOf(uses, run.catalog),
    findings,
    details: modelDetails(uses, run),
  };
}

function totalsOf(routes: readonly PageRoute[], findings: readonly PageFinding[]): PageTotals {
  const costs = routes.flatMap(({ usdPerRequest }) => usdPerRequest ?? []);
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    findings: findings.length,
    routes: routes.length,
    unpriced: routes.length - costs.length,
    usdPerRequest: costs.length === 0 ? null : sumOf(costs),
  };
}

function contractsOf(context: ContractContext): readonly PageContract[] {
  return contractSums(context).map(({ terms: { budgets }, ...sum }) => ({
    ...sum,
    budgetPerRequest: budgets?.usdPerRequest ?? null,
    budgetPerMonth: budgets?.usdPerMonth ?? null,
  }));
}

function checkedRoutes(run: RunAudit, context: ContractContext, placeOf: PlaceOf): readonly PageChecked[] {
  return checklistOf(context, openFindings(run.audits)).routes.map(
    ({ name, environment, owner, model, place, answers }) => ({
      name: name ?? model ?? t('a route whose model is not known'),
      environment,
      owner,
      place: place === null ? null : placeOf(place.file, place.start),
      answers,
    }),
  );
}

const runsOf = ({ catalog }: RunAudit, { evidence }: ContractInputs): readonly PageRun[] =>
  evidence
    .map(({ kind, asked: _, operation: __, owner: ___, videos, ...shown }) => ({
      ...shown,
      surface: catalog.surface(shown.surface)?.name ?? shown.surface,
      controlledFailure: kind === 'controlled-failure',
      videos: videos.map((name) => ({ file: videoBeside(shown.file, name) })),
    }))
    .toSorted((a, b) => compareTexts(b.day, a.day));

/** The path of a kept video: videos lie in a folder beside that of the evidence. */
export function videoBeside(evidence: string, name: string): string {
  const folders = evidence.split('/').slice(0, -2);
  return [...folders, 'videos', name].join('/');
}

const findingsOf = (run: RunAudit): readonly PageFinding[] =>
  worstFirst(run).map(({ file, start, finding: { rule, severity, message } }) => ({
    ...{ file, line: start.line, rule, severity, message },
    help: rulePage(rule),
  }));
