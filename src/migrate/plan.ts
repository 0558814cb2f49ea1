// The plan: for each request that a shut down or deprecated model serves, where it can go and what that takes.
import type { DocumentAudit } from '../audit/types.ts';
import { counted } from '../outlets/counted.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import type { Route, TextEdit } from '../routes/types.ts';
import { aroundOf, setUpFor, unknownOf } from './circumstances.ts';
import { changeOf, VEO_PARAMETERS, type VeoParameter } from './parameters.ts';
import { leftoverImports } from './rewrite/leftover.ts';
import { type Rewriting, rewritingOf } from './rewrite/rewrite.ts';
import { snippetOf } from './snippets.ts';
import { type Settled, settled } from './together.ts';
import type { MigrationGoal, MigrationPlan, MigrationTarget, RequestPlan } from './types.ts';
import { type KnownWay, type WayQuestion, waysOut } from './ways.ts';

export interface MigrationQuestion extends WayQuestion {
  readonly grammars: Grammars;
}

/** The requests of an audit that have to be moved, in order of file and position, each with its ways. */
export async function planMigration(
  audits: readonly DocumentAudit[],
  question: MigrationQuestion,
): Promise<MigrationPlan> {
  const requests: RequestPlan[] = [];
  const closing = new Map<string, readonly TextEdit[]>();
  for (const audit of audits) {
    const drafts = waysOut(audit, question).map(
      async ({ request, route, ways }): Promise<Draft> => ({
        ...request,
        targets: await Promise.all(ways.map((way) => targetOf(audit, route, way, question.grammars))),
      }),
    );
    const plans = settledPlans(await Promise.all(drafts));
    requests.push(...plans);
    const edits = question.goal === null ? [] : plans.flatMap(movesOf);
    if (edits.length > 0)
      closing.set(audit.document.path, await leftoverImports(audit.document, edits, question.grammars));
  }
  return { asOf: question.asOf, requests, closing };
}

/** The edits of the way that a request is moved on. */
const movesOf = ({ targets }: RequestPlan): readonly TextEdit[] =>
  targets.find(({ edits }) => edits !== null)?.edits ?? [];

/** A plan whose edits do not know of the other requests of the file yet. */
type Draft = Omit<RequestPlan, 'targets'> & { readonly targets: readonly DraftTarget[] };
type DraftTarget = Omit<MigrationTarget, keyof Rewriting> & { readonly rewriting: Rewriting };

/** The plans of one file: requests that share a constant or a function have their edits in common. */
function settledPlans(drafts: readonly Draft[]): readonly RequestPlan[] {
  const all = drafts.flatMap(({ targets }) => targets);
  const found = new Map<DraftTarget, Settled>();
  for (const goal of new Set(all.map((target) => target.goal))) {
    const own = all.filter((target) => target.goal === goal);
    const answers = settled(own.map(({ rewriting }) => rewriting));
    for (const [at, target] of own.entries()) found.set(target, answers[at] as Settled);
  }
  return drafts.map((draft) => ({
    ...draft,
    targets: draft.targets.map((target): MigrationTarget => {
      const { rewriting: _, ...rest } = target;
      const { edits, whyNoEdits, others } = found.get(target) as Settled;
      const around = others === 0 ? rest.around : [...rest.around, movesWith(others)];
      return { ...rest, around, edits, whyNoEdits };
    }),
  }));
}

const movesWith = (others: number): string =>
  `It moves together with ${counted(others, 'other request')} of its file, with which it shares a constant or a function.`;

async function targetOf(
  audit: DocumentAudit,
  route: Route,
  { destination, from, scope, usual, ...way }: KnownWay,
  grammars: Grammars,
): Promise<DraftTarget> {
  return {
    ...way,
    changes: sentParameters(route).map((parameter) =>
      changeOf(parameter, way.goal, { ...scope, model: way.model }, isLate(parameter, route)),
    ),
    around: aroundOf(destination, from, scope),
    setUp: setUpFor(destination, route, scope),
    unknown: unknownOf(destination, route, scope),
    rewriting: await rewritingOf(audit, route, destination, usual, grammars),
    snippet: await snippetOf(audit.document, route, { target: way.cost.question, usual }, grammars),
  };
}

/** Whether a parameter's value is known at run time only. */
const isLate = (parameter: VeoParameter, route: Route): boolean =>
  (parameter === 'durationSeconds' || parameter === 'aspectRatio' || parameter === 'resolution') &&
  route[parameter] === 'dynamic';

const ALWAYS: ReadonlySet<VeoParameter> = new Set(['model', 'prompt', 'durationSeconds', 'generateAudio']);

/** What the request sends, and what changes although it is not sent. */
function sentParameters(route: Route): readonly VeoParameter[] {
  const sent: Readonly<Record<string, unknown>> = {
    aspectRatio: route.aspectRatio,
    resolution: route.resolution,
    sampleCount: route.sampleCount,
    ...route.others,
  };
  return VEO_PARAMETERS.filter(
    (parameter) => ALWAYS.has(parameter) || (Object.hasOwn(sent, parameter) && sent[parameter] !== null),
  );
}

/** The goals that a command line can name. */
export const GOALS = ['omni', 'vertex'] as const satisfies readonly MigrationGoal[];
