// How well routes that were read agree with the labelled ones: calls found, and each field right, unsure or wrong.

export const FIELDS = [
  'model',
  'modelFrom',
  'surface',
  'durationSeconds',
  'resolution',
  'sampleCount',
  'aspectRatio',
  'generateAudio',
] as const;
export type Field = (typeof FIELDS)[number];

/** A field's value: null is omitted, `dynamic` is computed at run time. */
export type Value = string | number | boolean | null;

/** What one reading of a route says. `line` is 1-based. */
export type FoundRoute = { readonly line: number } & Readonly<Record<Field, Value>>;

/** A label. A list means that each of its values is right, the best first. */
export type RouteLabel = {
  readonly line: number;
  /** First and last line of the request, where they differ from `line`. */
  readonly startLine?: number;
  readonly endLine?: number;
  /** The model cannot be known from the file: reporting the call is free, naming a model that is not listed is wrong. */
  readonly dynamic?: boolean;
  /** Reporting a route here is neither asked for nor wrong. */
  readonly optional?: boolean;
  readonly why?: string;
} & Readonly<Record<Field, Value | readonly Value[]>>;

/** `unsure`: the reader leaves open what the file says, which is better than saying something else. */
export type Outcome = 'right' | 'unsure' | 'wrong';

/** A field whose reading differs from its label. */
export interface Difference {
  readonly line: number;
  readonly field: Field;
  readonly expected: Value | readonly Value[];
  readonly actual: Value;
  readonly outcome: 'unsure' | 'wrong';
  /** The label's call is `dynamic`: the difference is told, and not counted against a field. */
  readonly dynamic: boolean;
}

/** One fixture's comparison. `found` counts required labels only; `differences` cover the matched calls of both sorts. */
export interface Comparison {
  readonly file: string;
  readonly required: number;
  readonly found: number;
  readonly missed: readonly RouteLabel[];
  readonly extra: readonly FoundRoute[];
  readonly differences: readonly Difference[];
  readonly dynamic: { readonly labelled: number; readonly reported: number; readonly guessed: number };
}

/** Counts of a field over the required calls that were found. */
export type FieldScore = Readonly<Record<Outcome, number>>;

export interface Score {
  readonly calls: number;
  readonly found: number;
  readonly extra: number;
  readonly dynamic: Comparison['dynamic'];
  readonly fields: Readonly<Record<Field, FieldScore>>;
}

interface Pair {
  readonly label: RouteLabel;
  readonly route: FoundRoute;
  readonly distance: number;
}

const LINES_OFF = 2;
const ROUTER_PREFIX =
  /^(?:publishers\/google\/models|models|gemini|vertex_ai|vertexai|googleai|google|vertex|runwayml|openrouter|openai|fal-ai)\//;
const PINNED_VERSION = /:[0-9a-f]{64}$/;

/** Compares the routes read from `file` with its labels. Each route answers for one label at most. */
export function compareRoutes(
  file: string,
  labels: readonly RouteLabel[],
  routes: readonly FoundRoute[],
): Comparison {
  const matches = matchRoutes(labels, routes);
  const required = labels.filter((label) => !label.optional && !label.dynamic);
  const dynamic = labels.filter((label) => label.dynamic && !label.optional);
  const judged = [...matches].filter(([label]) => !label.optional);
  const answered = new Set(matches.values());
  return {
    file,
    required: required.length,
    found: required.filter((label) => matches.has(label)).length,
    missed: required.filter((label) => !matches.has(label)),
    extra: routes.filter((route) => !answered.has(route) && !isAnotherPossibility(route, labels)),
    differences: judged.flatMap(([label, route]) => differencesOf(label, route)),
    dynamic: {
      labelled: dynamic.length,
      reported: dynamic.filter((label) => matches.has(label)).length,
      guessed: judged.filter(
        ([label, route]) => label.dynamic && outcomeOf('model', label, route) === 'wrong',
      ).length,
    },
  };
}

/** Adds comparisons up. Field counts cover the required calls that were found. */
export function scoreOf(comparisons: readonly Comparison[]): Score {
  const sum = (count: (comparison: Comparison) => number) =>
    comparisons.reduce((total, comparison) => total + count(comparison), 0);
  const counted = comparisons.flatMap(({ differences }) => differences).filter(({ dynamic }) => !dynamic);
  const found = sum((comparison) => comparison.found);
  const fieldScore = (name: Field): FieldScore => {
    const off = counted.filter(({ field }) => field === name);
    const wrong = off.filter(({ outcome }) => outcome === 'wrong').length;
    return { right: found - off.length, unsure: off.length - wrong, wrong };
  };
  return {
    calls: sum((comparison) => comparison.required),
    found,
    extra: sum((comparison) => comparison.extra.length),
    dynamic: {
      labelled: sum((comparison) => comparison.dynamic.labelled),
      reported: sum((comparison) => comparison.dynamic.reported),
      guessed: sum((comparison) => comparison.dynamic.guessed),
    },
    fields: Object.fromEntries(FIELDS.map((field) => [field, fieldScore(field)])) as Record<
      Field,
      FieldScore
    >,
  };
}

/** One line a problem: what was missed, what is too much, and each differing field, with `file:line`. */
export function describeProblems({ file, missed, extra, differences }: Comparison): readonly string[] {
  return [
    ...missed.map(
      (label) => `${file}:${label.line} missed ${show(label.model)}${label.why ? ` (${label.why})` : ''}`,
    ),
    ...extra.map((route) => `${file}:${route.line} extra ${show(route.model)}`),
    ...differences.map(
      ({ line, field, expected, actual, outcome }) =>
        `${file}:${line} ${outcome} ${field}: ${show(actual)}, expected ${show(expected)}`,
    ),
  ];
}

/** An ID or alias without the router prefix in front of it or the pinned version behind it. */
export function bareModel(spelling: string): string {
  const rest = spelling.replace(PINNED_VERSION, '').replace(ROUTER_PREFIX, '');
  return rest === spelling ? rest : bareModel(rest);
}

// The nearest pairs win, and of those on the same line the pair whose model agrees: one-line calls may adjoin.
function matchRoutes(
  labels: readonly RouteLabel[],
  routes: readonly FoundRoute[],
): ReadonlyMap<RouteLabel, FoundRoute> {
  const pairs = labels
    .flatMap((label) => routes.map((route): Pair => ({ label, route, distance: distance(label, route) })))
    .filter((pair) => pair.distance <= LINES_OFF)
    .sort((a, b) => a.distance - b.distance || disagreement(a) - disagreement(b));
  const matches = new Map<RouteLabel, FoundRoute>();
  const taken = new Set<FoundRoute>();
  for (const { label, route } of pairs) {
    if (matches.has(label) || taken.has(route)) continue;
    matches.set(label, route);
    taken.add(route);
  }
  return matches;
}

function distance(label: RouteLabel, route: FoundRoute): number {
  const first = label.startLine ?? label.line;
  const last = label.endLine ?? label.line;
  return Math.max(first - route.line, route.line - last, 0);
}

function disagreement({ label, route }: Pair): number {
  return (
    FIELDS.filter((field) => outcomeOf(field, label, route) !== 'right').length +
    (isModelOf(label, route) ? 0 : 100)
  );
}

// Where several models are possible, a reader may list one route for each.
function isAnotherPossibility(route: FoundRoute, labels: readonly RouteLabel[]): boolean {
  return labels.some(
    (label) => Array.isArray(label.model) && isModelOf(label, route) && distance(label, route) <= LINES_OFF,
  );
}

function isModelOf(label: RouteLabel, route: FoundRoute): boolean {
  return outcomeOf('model', label, route) === 'right';
}

function differencesOf(label: RouteLabel, route: FoundRoute): readonly Difference[] {
  return FIELDS.flatMap((field) => {
    const outcome = outcomeOf(field, label, route);
    if (outcome === 'right') return [];
    const { line, dynamic = false } = label;
    return [{ line, field, expected: label[field], actual: route[field], outcome, dynamic }];
  });
}

function outcomeOf(field: Field, label: RouteLabel, route: FoundRoute): Outcome {
  const comparable = (value: Value) =>
    field === 'model' && typeof value === 'string' ? bareModel(value) : value;
  const actual = route[field];
  if (alternatives(label[field]).some((value) => comparable(value) === comparable(actual))) return 'right';
  return isUnsure(field, actual) ? 'unsure' : 'wrong';
}

// A missing parameter is a statement (`omitted`); a missing model is not.
function isUnsure(field: Field, value: Value): boolean {
  if (field === 'model') return value === null;
  return field === 'modelFrom' || field === 'surface' ? value === 'unknown' : value === 'dynamic';
}

function alternatives(value: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}

function show(value: Value | readonly Value[]): string {
  return alternatives(value).map(String).join(' or ');
}
