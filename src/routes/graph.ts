// The route graph: which name leads to which deployments, and where a request goes when one of them fails.

import { grouped } from '../catalog/grouped.ts';
import { remembered } from '../once.ts';
import type { Alias, ConfigReading, ConfigRoute, Fallback, OtherRoute } from './config/types.ts';

/** What one file's configuration says. */
export interface FileReading {
  readonly file: string;
  readonly reading: ConfigReading;
}

/** A route with its file. */
export interface Deployment {
  readonly file: string;
  readonly format: string;
  readonly route: ConfigRoute;
}

/** A name that answers with another model than Veo. */
export interface OtherDeployment extends OtherRoute {
  readonly file: string;
}

/** One step from a name to the next one, with what either leads to. */
export interface FallbackEdge {
  readonly file: string;
  readonly format: string;
  readonly fallback: Fallback;
  readonly from: readonly Deployment[];
  readonly to: readonly Deployment[];
  /** What either side is, where it is no route to Veo. */
  readonly others: { readonly from: readonly OtherDeployment[]; readonly to: readonly OtherDeployment[] };
  /** Whether the target is declared anywhere in sight, or may be declared out of sight. */
  readonly declared: boolean;
}

/** A further name, and whether what it stands for is declared anywhere in sight, or may be out of sight. */
export interface AliasStep extends Alias {
  readonly file: string;
  readonly declared: boolean;
}

export interface RouteGraph {
  readonly deployments: readonly Deployment[];
  readonly edges: readonly FallbackEdge[];
  readonly aliases: readonly AliasStep[];
  /** The deployments that a name leads to, aliases included; `file` first, then the other files. */
  named(name: string, file: string): readonly Deployment[];
}

/** Builds the graph of some files. Names lead to their own file first, to other files where it does not know them. */
export function routeGraph(files: readonly FileReading[]): RouteGraph {
  const deployments = files.flatMap(({ file, reading }) =>
    reading.routes.map((route): Deployment => ({ file, format: reading.format, route })),
  );
  const others = files.flatMap(({ file, reading }) => reading.others.map((other) => ({ ...other, file })));
  const used = withoutReplaced(deployments);
  const byName = index(used, ({ route }) => [route.name ?? '', ...route.aliases.map(({ name }) => name)]);
  const othersByName = index(others, ({ name }) => [name]);
  const aliasNames = new Set(files.flatMap(({ reading }) => reading.aliases.map(({ alias }) => alias.name)));
  const named = asked((name, file) => near(byName.get(name) ?? [], file));
  const foreign = asked((name, file) => near(othersByName.get(name) ?? [], file));
  const local = asked((name, file) => named(name, file).filter((each) => each.file === file));
  const foreignHere = asked((name, file) => foreign(name, file).filter((each) => each.file === file));
  const edges = files.flatMap(({ file, reading }) =>
    reading.fallbacks.map((fallback): FallbackEdge => {
      const find = fallback.local ? local : named;
      const to = find(fallback.to.name, file);
      // A name that only counts targets (`$.targets[1]`) means nothing in another file.
      const other = fallback.local ? foreignHere : foreign;
      const others = { from: other(fallback.from.name, file), to: other(fallback.to.name, file) };
      const known = to.length > 0 || others.to.length > 0 || aliasNames.has(fallback.to.name);
      return {
        file,
        format: reading.format,
        fallback,
        from: find(fallback.from.name, file),
        to,
        others,
        declared: known || reading.open,
      };
    }),
  );
  const aliases = files.flatMap(({ file, reading }) =>
    reading.aliases.map((each): AliasStep => {
      const leads = named(each.of, file).length > 0 || foreign(each.of, file).length > 0;
      return { ...each, file, declared: leads || aliasNames.has(each.of) || reading.open };
    }),
  );
  return { deployments, edges, aliases, named };
}

/** Answers that are asked for again and again: many steps lead to one name, and many deployments may have it. */
function asked<T>(find: (name: string, file: string) => T): (name: string, file: string) => T {
  const known = new Map<string, T>();
  return (name, file) => remembered(known, `${file}\n${name}`, () => find(name, file));
}

/** The deployments that count: where the last one of a name does, the earlier ones lead nowhere. */
function withoutReplaced(deployments: readonly Deployment[]): readonly Deployment[] {
  const keyOf = ({ file, route }: Deployment): string => [file, route.door, route.name].join('\n');
  const last = new Map(deployments.map((each) => [keyOf(each), each]));
  return deployments.filter((each) => each.route.sameName !== 'last' || last.get(keyOf(each)) === each);
}

function near<T extends { readonly file: string }>(found: readonly T[], file: string): readonly T[] {
  const here = found.filter((each) => each.file === file);
  return here.length > 0 ? here : found;
}

function index<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = found.get(key);
      if (group) group.push(item);
      else found.set(key, [item]);
    }
  }
  return found;
}

/** A circle of fallbacks, as the edges that close it. */
export interface Cycle {
  readonly file: string;
  readonly steps: readonly Fallback[];
}

/** How many circles of one file are told: whoever has more has one mistake, many times. */
const CYCLE_LIMIT = 100;

/** The circles of fallbacks within a file, each once, by the names as they are written. Linear in names and edges. */
export function fallbackCycles(graph: RouteGraph): readonly Cycle[] {
  const files = new Set(graph.edges.map(({ file }) => file));
  return [...files].flatMap((file) => cyclesOf(file, graph));
}

function cyclesOf(file: string, graph: RouteGraph): readonly Cycle[] {
  const inFile = graph.edges.flatMap((edge) => (edge.file === file ? edge.fallback : []));
  const steps = grouped(inFile, ({ from }) => from.name);
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  for (const start of steps.keys()) {
    // Depth first without recursion: `path` holds the steps taken, `waiting` what is left to try at each of them.
    const path: Fallback[] = [];
    const names = new Set([start]);
    const waiting: Fallback[][] = [[...(steps.get(start) ?? [])].reverse()];
    while (waiting.length > 0 && !done.has(start) && cycles.length < CYCLE_LIMIT) {
      const step = waiting.at(-1)?.pop();
      if (step === undefined) {
        waiting.pop();
        const back = path.pop();
        const left = back?.to.name ?? start;
        names.delete(left);
        done.add(left);
      } else if (names.has(step.to.name)) {
        const from = [...path, step].findIndex((each) => each.from.name === step.to.name);
        cycles.push({ file, steps: [...path, step].slice(from) });
      } else if (!done.has(step.to.name)) {
        path.push(step);
        names.add(step.to.name);
        waiting.push([...(steps.get(step.to.name) ?? [])].reverse());
      }
    }
  }
  return cycles;
}
