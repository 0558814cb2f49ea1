// Writes a first veo-audit.yaml from the routes of a workspace: what is known is filled in, what only people know is
// there as a comment.

import type { Catalog } from '../catalog/catalog.ts';
import { grouped } from '../catalog/grouped.ts';
import { stateWords, statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { canonicalModel, type FoundRoute, namesOf } from '../contracts/match.ts';
import { estimateCost } from '../cost/estimate.ts';
import { formatUsdRange } from '../cost/format.ts';
import type { ConfigRoute } from '../routes/config/types.ts';
import type { Parameter, Route } from '../routes/types.ts';

const HEAD = `# What this team decides about its Veo routes. Completion and hover explain each key in the editor.

# The severity of a rule in this workspace: error, warning, info, hint or off.
rules: {}
#  preview-model: warning
#  alias-unverified: off

# Files and folders that are not audited, in the syntax of .gitignore.
ignore: []
#  - test/recordings/
`;

const FOOT = `
# Gateways, and where their catalogs are. An address here is only asked when a user allows it on the command line.
gateways: {}
#  house:
#    kind: litellm        # or new-api, openrouter, portkey
#    url: https://llm.example.com/model/info

# The team's own prices, which count before the built-in ones.
prices: []
#  - model: veo-3.1-generate-001
#    surface: vertex-ai
#    usd: 0.32
#    unit: second         # or request, video
#    source: offer of 2026-10-01
#    checkedOn: 2026-10-01

smoke:
  maxAgeDays: 30          # so long a passing smoke test of a production route counts
`;

/** What a contract is written for: routes of one file and model, or of one name. */
interface Draft {
  readonly name: string;
  readonly file: string;
  readonly named: boolean;
  readonly model: string | null;
  /** Whether only the model tells it from others of its file and name. */
  readonly byModel: boolean;
  readonly routes: readonly AnyRoute[];
}

type AnyRoute = Route | ConfigRoute;

/** The text of a configuration with a contract for each route. Deterministic; it always parses. */
export function initialConfig(found: readonly FoundRoute[], catalog: Catalog, asOf: Day): string {
  const drafts = draftsOf(found);
  const none = `\n# Route contracts by name. No route was found in this workspace.\nroutes: {}\n${CONTRACT_EXAMPLE}`;
  const contracts = drafts.map((draft) => contractText(draft, { found, catalog, asOf }));
  const routes = `\n# Route contracts by name: what the team promises about each route.\nroutes:\n${contracts.join('\n')}`;
  return `${HEAD}${drafts.length === 0 ? none : routes}${FOOT}`;
}

const CONTRACT_EXAMPLE = `#  hero-clip:
#    match: { file: src/render.ts }
#    environment: production
#    owner: film-team
#    budgets: { usdPerRequest: 4 }
`;

/** One draft for the routes that a contract cannot tell apart, in the order in which they stand. */
function draftsOf(found: readonly FoundRoute[]): readonly Draft[] {
  const inCode = new Set(found.flatMap((one) => (isEntry(one) ? [] : (one.route.name ?? []))));
  const isCalled = (one: FoundRoute): boolean => isEntry(one) && !inCode.has(one.route.name ?? '');
  const groups = grouped(found, (one) => {
    const { name, model } = one.route;
    return isCalled(one) ? `\n${name}` : [one.file, name, name === null ? model : ''].join('\n');
  });
  const taken = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const parts = group.some(isCalled) ? [group] : unrelated(group);
    return parts.flatMap((part): readonly Draft[] => {
      const [first] = part;
      if (first === undefined) return [];
      const { name, model } = first.route;
      const free = unique(name ?? slugOf(first.file, model), taken);
      taken.add(free);
      const routes = part.map(({ route }) => route);
      const named = isCalled(first) && free === name;
      return [{ name: free, file: first.file, named, model, byModel: parts.length > 1, routes }];
    });
  });
}

/** Routes of one file and name by what they send: a variable's name may be that of several, unrelated ones. */
function unrelated(group: readonly FoundRoute[]): readonly (readonly FoundRoute[])[] {
  const isOneCall = new Set(group.map(({ route }) => `${route.start} ${route.end}`)).size === 1;
  if (isOneCall || group.some(({ route }) => route.model === null)) return [group];
  return [...grouped(group, ({ route }) => route.model ?? '').values()];
}

/** Whether it is an entry of a configuration; the name of a function in a program is one among many. */
const isEntry = ({ route }: FoundRoute): boolean => route.name !== null && 'entry' in route;

function slugOf(file: string, model: string | null): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/^\.+/, '');
  const stem = base.replace(/\.[^.]*$/, '');
  const slug = `${stem}-${model ?? 'route'}`.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
  return slug.replaceAll(/^-+|(?<!-)-+$/g, '') || 'route';
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) if (!taken.has(`${name}-${count}`)) return `${name}-${count}`;
}

/** What a contract's text is made with. */
interface Given {
  readonly found: readonly FoundRoute[];
  readonly catalog: Catalog;
  readonly asOf: Day;
}

function contractText(draft: Draft, { found, catalog, asOf }: Given): string {
  const [route] = draft.routes;
  if (route === undefined) return '';
  const model = draft.routes.every((one) => one.model === draft.model) ? draft.model : null;
  const surface = shared(draft.routes, (one) => one.surface);
  const known = surface !== null && surface !== 'unknown';
  const lines = [
    `  ${scalar(draft.name)}:`,
    `    # ${commentOf(draft, catalog, asOf)}`,
    ...(draft.named ? [] : [`    match: ${matchText(draft, model)}`]),
    '    # environment: production   # or staging, development, research',
    '    # owner: who answers for the route and its cost',
    ...(known
      ? [`    surface: ${scalar(surface)}`]
      : ['    # surface: vertex-ai          # or gemini-api, or a gateway']),
    ...(model === null ? [] : [`    model: ${scalar(model)}`]),
    ...requestLines(draft.routes),
    '    # requestsPerMonth: 1000',
    '    # budgets: { usdPerRequest: 4, usdPerMonth: 4000 }',
    ...retryLines(draft.routes),
    '    # polling: { deadlineSeconds: 600 }',
    '    # storage: gs://bucket/videos',
    fallbackLine(draft, found),
  ];
  return `${lines.join('\n')}\n`;
}

/** How often the gateway tries again whatever the error is, where its configuration says so. */
function retryLines(routes: readonly AnyRoute[]): readonly string[] {
  const counts = routes.flatMap((route) =>
    'retries' in route
      ? route.retries.flatMap(({ attempts, on }) =>
          on.length > 0 || attempts === null ? [] : [attempts.value],
        )
      : [],
  );
  const most = Math.max(...counts);
  return counts.length === 0 || !Number.isInteger(most) || most < 0 || most > 100
    ? []
    : [`    # retry: { attempts: ${most} }   # as it is configured today`];
}

/** How many fallbacks of a route are named. */
const FALLBACKS_SHOWN = 8;

/** Where the route falls back to today: whoever takes the line over approves it. */
function fallbackLine({ file, routes }: Draft, found: readonly FoundRoute[]): string {
  const steps = routes.flatMap((route) => ('fallbacks' in route ? route.fallbacks : []));
  const targets = steps.flatMap(({ to, local }): readonly string[] => {
    if (!local) return [to.name];
    const target = found.find((one) => one.file === file && namesOf(one.route).includes(to.name))?.route;
    return [target?.name ?? target?.model ?? []].flat();
  });
  const names = [...new Set(targets)].slice(0, FALLBACKS_SHOWN);
  const approved = names.map((to) => `{ to: ${scalar(to)} }`).join(', ');
  const today = names.length === 0 ? '' : '   # as it is configured today';
  return `    # fallbacks: { approved: [${approved}], failClosed: [400, 403, refusal] }${today}`;
}

function commentOf({ file, routes }: Draft, catalog: Catalog, asOf: Day): string {
  const [route] = routes;
  const times = routes.length > 1 ? `, ${routes.length} requests` : '';
  const id = route === undefined ? null : canonicalModel(route, catalog);
  const status = route === undefined || id === null ? null : statusOn(catalog, id, route.surface, asOf);
  const cost = route === undefined ? null : costWords(route, catalog, asOf);
  // Not `shut down on`: the day is that of the answer, not that of the shutdown.
  const state = status === null ? null : `${stateWords(status)} as of ${asOf}`;
  const facts = [`${file}${times}`, state, cost];
  // A path may hold anything, but a comment ends with its line.
  return facts
    .filter((fact) => fact !== null)
    .join('; ')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '?');
}

function costWords(route: Route, catalog: Catalog, asOf: Day): string | null {
  const model = canonicalModel(route, catalog) ?? route.model;
  if (model === null) return null;
  const answer = estimateCost({ ...route, model, asOf }, catalog);
  return answer.known ? `a request costs ${formatUsdRange(answer.cost.usdPerRequest)}` : null;
}

function matchText({ file, routes, byModel }: Draft, model: string | null): string {
  const name = shared(routes, (one) => one.name);
  const parts = [
    `file: ${scalar(patternOf(file))}`,
    // A name outlives the model that it sends: a contract is to hold after a fix, too.
    ...(name === null ? [] : [`name: ${scalar(name)}`]),
    ...(model === null || (name !== null && !byModel) ? [] : [`model: ${scalar(model)}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** A file in the root would match files of its name anywhere. */
const patternOf = (file: string): string => (file.includes('/') ? file : `/${file}`);

function requestLines(routes: readonly Route[]): readonly string[] {
  const stated = (pick: (route: Route) => Parameter<string | number | boolean>): string | null => {
    const value = shared(routes, pick);
    return value === null || value === 'dynamic' ? null : scalar(value);
  };
  const inRange = (value: string | null, allowed: RegExp): string | null =>
    value !== null && allowed.test(value) ? value : null;
  const seconds = inRange(
    stated((one) => one.durationSeconds),
    /^\d{1,2}(?:\.\d+)?$/,
  );
  const pairs: readonly (readonly [string, string | null])[] = [
    ['seconds', seconds !== null && Number(seconds) > 0 ? seconds : null],
    [
      'resolution',
      inRange(
        stated((one) => one.resolution),
        /^(?:360p|720p|1080p|4k)$/,
      ),
    ],
    [
      'samples',
      inRange(
        stated((one) => one.sampleCount),
        /^[1-8]$/,
      ),
    ],
    [
      'audio',
      inRange(
        stated((one) => one.generateAudio),
        /^(?:true|false)$/,
      ),
    ],
    [
      'aspectRatio',
      inRange(
        stated((one) => one.aspectRatio),
        /^"?(?:16:9|9:16)"?$/,
      ),
    ],
  ];
  const known = pairs.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return known.length === 0 ? [] : [`    request: { ${known.join(', ')} }`];
}

/** What all routes say alike; null where they differ. */
function shared<T>(routes: readonly Route[], pick: (route: Route) => T): T | null {
  const [first, ...others] = routes.map(pick);
  return first === undefined || others.some((value) => value !== first) ? null : first;
}

/** A value as YAML: bare where nobody can misread it, in double quotes otherwise. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const bare = /^[A-Za-z_][\w./@-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return bare || /^(?:360p|720p|1080p|4k)$/.test(value) ? value : JSON.stringify(value);
}
