// The checklist before production: seven questions a route, each answered pass, fail or not shown, with its evidence.
import type { ContractContext, ContractTarget, EvidenceSummary, NamedContract } from '../audit/contracts.ts';
import { targetsOf } from '../audit/contracts.ts';
import { videoEndpoint } from '../audit/rules/endpointFamily.ts';
import { instead } from '../audit/rules/evidenceMissing.ts';
import { type GatewayRoute, gatewayOf, gatewayRoutes } from '../audit/rules/gatewayRoutes.ts';
import { isAvailable } from '../audit/rules/gatewayStatus.ts';
import { DEFAULT_MAX_AGE_DAYS, evidenceOf } from '../audit/rules/routeEvidence.ts';
import { surfaceName } from '../audit/wording.ts';
import { daysBetween } from '../catalog/days.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { Day } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { formatUsdPerSecond, formatUsdRange } from '../cost/format.ts';
import { shutdownWords } from '../explain/card.ts';
import type { FoundRoute } from '../routes/contractMatch.ts';

/** The questions, in the order in which they are asked. */
export const QUESTIONS = [
  'model ID',
  'lifecycle',
  'pricing unit',
  'async job path',
  'catalog row',
  'fallback rule',
  'usage proof',
] as const;
export type Question = (typeof QUESTIONS)[number];

export type Verdict = 'pass' | 'fail' | 'not shown';

/** One answer. `date` is the day of the evidence; null where there is none. */
export interface Answer {
  readonly question: Question;
  readonly verdict: Verdict;
  /** A sentence for people. */
  readonly evidence: string;
  readonly date: Day | null;
}

/** A route with its seven answers. */
export interface CheckedRoute {
  /** The contract's name, or the route's own; null where it has none. */
  readonly name: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly model: string | null;
  readonly surface: string;
  /** Where the request is made; null where only the contract speaks of it. */
  readonly place: { readonly file: string; readonly start: number } | null;
  readonly answers: readonly Answer[];
}

export interface Checklist {
  readonly schema: 'veo-route-audit/checklist/1';
  readonly asOf: Day;
  readonly routes: readonly CheckedRoute[];
}

/** A finding of the audit that answers a question, by the place of the route. */
export interface RouteFinding {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}

/** The checklist of every contract, and of every route that no contract speaks of. */
export function checklistOf(context: ContractContext, findings: readonly RouteFinding[]): Checklist {
  const contracts = context.contracts;
  const covered = new Set(contracts.flatMap(({ routes }) => routes));
  const gateways = gatewayRoutes(context);
  const loose = context.routes
    .filter((found) => !covered.has(found))
    .map((found): NamedContract => ({ name: found.route.name ?? '', contract: {}, routes: [found] }));
  const rows = [...contracts, ...loose].flatMap((contract) =>
    partsOf(contract).map((part) =>
      checkedRoute(
        part,
        context,
        gateways.find((one) => one.of === (contracts.includes(contract) ? contract : contract.routes[0])) ??
          null,
        findings,
      ),
    ),
  );
  return { schema: 'veo-route-audit/checklist/1', asOf: context.asOf, routes: rows };
}

/** A contract is asked about each of its routes: two of them may send different things. */
function partsOf(contract: NamedContract): readonly NamedContract[] {
  return contract.routes.length < 2
    ? [contract]
    : contract.routes.map((route) => ({ ...contract, routes: [route] }));
}

/** What all questions look at. */
interface Subject {
  readonly named: NamedContract;
  readonly found: FoundRoute | null;
  /** Null where the model is not known. */
  readonly target: ContractTarget | null;
  readonly context: ContractContext;
  readonly gateway: GatewayRoute | null;
  /** What the audit found at the route. */
  readonly findings: readonly RouteFinding[];
}

function checkedRoute(
  named: NamedContract,
  context: ContractContext,
  gateway: GatewayRoute | null,
  findings: readonly RouteFinding[],
): CheckedRoute {
  const found = named.routes[0] ?? null;
  const target = targetsOf(named, context)[0] ?? null;
  const here = findings.filter(({ file, start, end }) => {
    if (found === null || file !== found.file) return false;
    const { route } = found;
    const entry = 'entry' in route ? route.entry : route;
    return start < Math.max(entry.end, route.end) && Math.min(entry.start, route.start) < end;
  });
  const subject: Subject = { named, found, target, context, gateway, findings: here };
  return {
    name: named.name === '' ? null : named.name,
    environment: named.contract.environment ?? null,
    owner: named.contract.owner ?? null,
    model: target?.model ?? null,
    surface: target?.surface ?? found?.route.surface ?? named.contract.surface ?? 'unknown',
    place: found === null ? null : { file: found.file, start: found.route.start },
    answers: QUESTIONS.map((question) => ({ question, ...ANSWERS[question](subject) })),
  };
}

type Said = Omit<Answer, 'question'>;

const said = (verdict: Verdict, evidence: string, date: Day | null = null): Said => ({
  verdict,
  evidence,
  date,
});

const ANSWERS: Readonly<Record<Question, (subject: Subject) => Said>> = {
  'model ID': modelId,
  lifecycle,
  'pricing unit': pricingUnit,
  'async job path': jobPath,
  'catalog row': catalogRow,
  'fallback rule': fallbackRule,
  'usage proof': usageProof,
};

const NO_MODEL = said('not shown', 'Which model is sent is not in sight.');

function modelId({ target, context: { catalog } }: Subject): Said {
  if (target === null) return NO_MODEL;
  const { canonical, model, surface } = target;
  if (canonical === null) {
    const known = catalog.aliases(model)[0];
    if (known === undefined) return said('fail', `${model} is no model ID that the catalog knows.`);
    const what =
      known.resolvesTo === null
        ? 'what answers behind it is not documented'
        : `it stands for ${known.resolvesTo} (${known.certainty})`;
    const verdict = known.certainty === 'documented' && known.resolvesTo !== null ? 'pass' : 'not shown';
    return said(verdict, `${model} is a gateway's own label; ${what}.`, known.checkedOn);
  }
  const facts = catalog.model(canonical)?.surfaces[surface];
  if (facts !== undefined)
    return said(
      'pass',
      `${canonical} is an official ID of ${surfaceName(catalog, surface)} (${sourceWords(catalog, facts.sources)}).`,
      facts.checkedOn,
    );
  if (catalog.surface(surface)?.kind === 'google')
    return said(
      'fail',
      `${canonical} was never served on ${surfaceName(catalog, surface)}.`,
      catalog.checkedOn,
    );
  return said(
    'pass',
    `${canonical} is an official ID; the surface of the route is ${surface === 'unknown' ? 'not in sight' : surfaceName(catalog, surface)}.`,
    catalog.checkedOn,
  );
}

function lifecycle({ target, named, context }: Subject): Said {
  if (target === null) return NO_MODEL;
  const { catalog, asOf } = context;
  const { canonical, surface } = target;
  if (canonical === null)
    return said(
      'not shown',
      `Which Google model answers behind ${target.model} is not documented, so its life is not known.`,
    );
  const status = statusOn(catalog, canonical, surface, asOf);
  const facts = catalog.model(canonical)?.surfaces[surface];
  const words = facts === undefined ? '' : `: ${shutdownWords({ facts, status, daysLeft: null })}`;
  const evidence = `${canonical} is ${status} on ${surface === 'unknown' ? 'the surfaces that it has' : surfaceName(catalog, surface)}${words}.`;
  const date = facts?.checkedOn ?? catalog.checkedOn;
  switch (status) {
    case 'active':
      return said('pass', evidence, date);
    case 'preview':
      return said(named.contract.environment === 'production' ? 'fail' : 'pass', evidence, date);
    case 'shut-down':
    case 'deprecated':
      return said('fail', evidence, date);
    case 'retirement-window': {
      // Nobody announces the day: only asking tells whether the model still answers.
      const last = fresh(evidenceOf(named, context).passed, context);
      return last === undefined
        ? said('not shown', evidence, date)
        : said('pass', `${evidence} It answered on ${last.day} (${last.file}).`, last.day);
    }
    default:
      return said('not shown', evidence, date);
  }
}

/** The newest run, where it is not older than the team allows. */
function fresh(
  [last]: readonly EvidenceSummary[],
  { config, asOf }: ContractContext,
): EvidenceSummary | undefined {
  const allowed = config.smoke?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;
  return last !== undefined && daysBetween(last.day, asOf) <= allowed ? last : undefined;
}

function pricingUnit({ target, gateway, context }: Subject): Said {
  if (gateway?.search.kind === 'found') {
    const { prices, snapshot } = gateway;
    const known = prices.filter((price) => price.kind === 'per-second');
    const [first] = known;
    if (first !== undefined) {
      const usd = known.map(({ usdPerSecond }) => usdPerSecond);
      const range = formatUsdPerSecond({ min: Math.min(...usd), max: Math.max(...usd) });
      return said('pass', `${range} at ${gateway.gateway} (${first.factor}).`, snapshot.day);
    }
    const reasons = prices.flatMap((price) => (price.kind === 'unclear' ? [price.reason] : []));
    return said('fail', `The unit is unclear at ${gateway.gateway}: ${reasons.join('; ')}.`, snapshot.day);
  }
  if (target === null) return NO_MODEL;
  const answer = estimateCost(target.question, context.catalog);
  if (answer.known) {
    const { usdPerSecond, usdPerRequest, source, checkedOn } = answer.cost;
    return said(
      'pass',
      `${formatUsdPerSecond(usdPerSecond)}, ${formatUsdRange(usdPerRequest)} a request (${sourceWords(context.catalog, source.split(', '))}).`,
      checkedOn,
    );
  }
  if (answer.flat !== undefined)
    return said(
      'fail',
      `Not by the second: ${answer.reason} (${sourceWords(context.catalog, answer.flat.source.split(', '))}).`,
      answer.flat.checkedOn,
    );
  return said('not shown', `No price: ${answer.reason}.`);
}

function jobPath({ named, context, findings, found }: Subject): Said {
  const broken = findings.find(({ rule }) => rule === 'chat-endpoint' || rule === 'unbounded-polling');
  if (broken !== undefined) return said('fail', broken.message, context.asOf);
  const { passed } = evidenceOf(named, context);
  const run = passed.find(({ operation }) => operation !== null);
  if (run !== undefined)
    return said(
      'pass',
      `The job ${run.operation} was submitted, asked for ${run.polls} times and finished (${run.file}).`,
      run.day,
    );
  const { deadlineSeconds, attempts } = named.contract.polling ?? {};
  const cap = [
    deadlineSeconds === undefined ? null : `a deadline of ${deadlineSeconds} s`,
    attempts === undefined ? null : `at most ${attempts} polls`,
  ].filter((part) => part !== null);
  if (cap.length > 0)
    return said('not shown', `The contract promises ${cap.join(' and ')}, but no real run has shown it.`);
  const where = found === null ? 'No request is in sight' : 'Nothing in sight bounds the wait';
  return said('not shown', `${where}, and no real run has shown the job's path.`);
}

function catalogRow({ named, target, gateway, context }: Subject): Said {
  if (gateway !== null) return gatewayRow(gateway);
  const name = gatewayOf(named, context);
  if (name !== undefined)
    return said(
      'not shown',
      `No snapshot of the catalog of ${name} is kept: veo-audit gateway check ${name}.`,
    );
  if (target === null) return NO_MODEL;
  const { catalog } = context;
  const surface = catalog.surface(target.surface);
  const facts =
    target.canonical === null ? undefined : catalog.model(target.canonical)?.surfaces[target.surface];
  if (surface?.kind === 'google' && facts !== undefined)
    return said(
      'pass',
      `The route asks ${surfaceName(catalog, target.surface)} directly; its row is Google's own (${sourceWords(catalog, facts.sources)}).`,
      facts.checkedOn,
    );
  if (surface?.kind === 'gateway')
    return said(
      'not shown',
      `The route goes through ${surface.name}, whose catalog veo-audit.yaml does not name.`,
    );
  return said('not shown', 'Through which catalog the route goes is not in sight.');
}

function gatewayRow(route: GatewayRoute): Said {
  const { search, snapshot, gateway, names } = route;
  if (search.kind === 'missing') return said('fail', `${gateway} has no row "${names[0]}".`, snapshot.day);
  if (search.kind === 'other')
    return said('not shown', `${gateway} has a row "${search.label}" that names no Veo model.`, snapshot.day);
  const { label, status, groups, endpoints } = search.row;
  const facts = `${gateway} has the row "${label}", endpoints ${endpoints?.join(', ') ?? 'not said'}, groups ${groups?.join(', ') ?? 'not said'}, status ${status ?? 'not said'}.`;
  if ((status !== null && !isAvailable(status)) || videoEndpoint(search.row) === 'no')
    return said('fail', facts, snapshot.day);
  return said(videoEndpoint(search.row) === 'native' ? 'not shown' : 'pass', facts, snapshot.day);
}

function fallbackRule({ named, findings, context }: Subject): Said {
  const broken = findings.filter(({ rule }) => rule.startsWith('fallback-'));
  if (broken.length > 0) return said('fail', broken.map(({ message }) => message).join(' '), context.asOf);
  const { fallbacks } = named.contract;
  if (fallbacks === undefined)
    return said('not shown', 'No contract says where the route may fall back and where it fails closed.');
  const to = fallbacks.approved?.map(
    (one) => `${one.to}${one.when === undefined ? '' : ` on ${one.when.join(', ')}`}`,
  );
  const approved =
    to === undefined
      ? 'says nothing of approved fallbacks'
      : to.length === 0
        ? 'approves no fallback'
        : `approves ${to.join('; ')}`;
  const closed =
    fallbacks.failClosed === undefined
      ? 'nothing of failing closed'
      : `fails closed on ${fallbacks.failClosed.join(', ')}`;
  const whole = to !== undefined && (to.length === 0 || fallbacks.failClosed !== undefined);
  return said(whole ? 'pass' : 'not shown', `The contract ${approved}, and ${closed}.`, context.asOf);
}

function usageProof({ named, context }: Subject): Said {
  const evidence = evidenceOf(named, context);
  const [last] = evidence.passed;
  const failed = evidence.failed.find(({ day }) => last === undefined || day > last.day);
  if (failed !== undefined) return said('fail', `The last smoke test failed (${failed.file}).`, failed.day);
  if (last === undefined) return said('not shown', `No real smoke test has passed${instead(evidence)}.`);
  const allowed = context.config.smoke?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;
  const age = daysBetween(last.day, context.asOf);
  if (age > allowed)
    return said(
      'fail',
      `The last smoke test is ${age} days old; ${allowed} are allowed (${last.file}).`,
      last.day,
    );
  const owner = last.owner ?? named.contract.owner;
  const cost =
    last.reportedUsd === null
      ? 'the surface reported no cost'
      : `it reported ${formatUsdRange({ min: last.reportedUsd, max: last.reportedUsd })}`;
  const facts = `A real run of ${last.model} passed with the verdict "${last.verdict}"; ${cost}`;
  return owner === undefined || owner === null
    ? said('not shown', `${facts}, but nobody is named as the owner of the cost (${last.file}).`, last.day)
    : said('pass', `${facts}; ${owner} owns the cost (${last.file}).`, last.day);
}
