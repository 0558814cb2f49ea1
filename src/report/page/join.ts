// Joins the data of several root folders into one page, each file under the name of its folder.
import type { PageData } from './types.ts';

/** One folder's data, and the name that leads its files. */
export interface NamedPage {
  readonly name: string;
  readonly data: PageData;
}

/** The joined data; that of the only folder as it is. Throws a RangeError when there is none. */
export function joinPages(pages: readonly NamedPage[]): PageData {
  const [first] = pages;
  if (first === undefined) throw new RangeError('No page to join');
  if (pages.length === 1) return first.data;
  const all = pages.map(({ name, data }) => below(name, data) as PageData);
  const joined = <K extends keyof PageData>(key: K): PageData[K] =>
    all.flatMap((data) => data[key] as readonly unknown[]) as unknown as PageData[K];
  return {
    ...first.data,
    files: all.reduce((sum, { files }) => sum + files, 0),
    routes: joined('routes'),
    contracts: joined('contracts'),
    moves: joined('moves'),
    lifecycles: joined('lifecycles'),
    graph: {
      nodes: all.flatMap(({ graph }) => graph.nodes),
      edges: all.flatMap(({ graph }) => graph.edges),
    },
    checklist: joined('checklist'),
    runs: joined('runs'),
    gateways: joined('gateways'),
    prices: joined('prices'),
    findings: joined('findings'),
    details: [...new Map(joined('details').map((one) => [one.key, one])).values()],
  };
}

/** The same data with every `file` below a folder, and the IDs of nodes kept apart. */
function below(folder: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => below(folder, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' && (key === 'file' || NODE_KEYS.has(key))
        ? `${folder}/${one}`
        : below(folder, one),
    ]),
  );
}

/** What names a node of the fallback graph: its file leads. */
const NODE_KEYS: ReadonlySet<string> = new Set(['id', 'from', 'to']);
