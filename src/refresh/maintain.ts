// Accepted facts in the bundled YAML: only what changes is written anew, so that comments and the form of rows stay.
import { isMap, isSeq, type Node, parse, parseDocument, type YAMLMap } from 'yaml';
import { assertIntegrity } from '../catalog/integrity.ts';
import { parseCatalog } from '../catalog/schema.ts';
import type { CatalogData, Model, ModelOnSurface, PriceRow, Source } from '../catalog/types.ts';

/** A part of the text and what comes in its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The YAML's text with the accepted facts in the place of the old ones.
 * @throws Error where the result would not be a catalog that holds exactly these facts
 */
export function maintained(yaml: string, before: CatalogData, after: CatalogData): string {
  const root = parseDocument(yaml).contents;
  if (!isMap(root)) throw new Error('The catalog is no map.');
  const splices = [
    ...scalar(root, 'checkedOn', before.checkedOn, after.checkedOn),
    ...scalar(root, 'version', before.version, JSON.stringify(after.checkedOn.replaceAll('-', '.'))),
    ...sourceSplices(yaml, root, before, after),
    ...modelSplices(yaml, root, before, after),
    ...priceSplices(yaml, root, before, after),
  ];
  const text = spliced(yaml, splices);
  const data = parseCatalog(parse(text));
  assertIntegrity(data);
  if (JSON.stringify(data.models) !== JSON.stringify(parseCatalog(after).models))
    throw new Error('The models did not come out as they were accepted.');
  return text;
}

function spliced(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, text: part }) => result.slice(0, start) + part + result.slice(end), text);
}

function scalar(map: YAMLMap, key: string, before: string, after: string): readonly Splice[] {
  return before === after ? [] : [replaced(child(map, key), after)];
}

function child(map: YAMLMap, key: string): Node {
  const node = map.get(key, true);
  if (node === undefined) throw new Error(`The catalog has no "${key}" where it should.`);
  return node as Node;
}

function mapIn(map: YAMLMap, key: string): YAMLMap {
  const node = child(map, key);
  if (!isMap(node)) throw new Error(`"${key}" of the catalog is no map.`);
  return node;
}

function itemsOf(map: YAMLMap, key: string): readonly YAMLMap[] {
  const node = child(map, key);
  return isSeq(node) ? node.items.filter(isMap) : [];
}

const startOf = ({ range }: Node): number => range?.[0] ?? 0;
const endOf = ({ range }: Node): number => range?.[1] ?? 0;
const replaced = (node: Node, text: string): Splice => ({ start: startOf(node), end: endOf(node), text });

/** The place behind the line in which a node's last character stands. */
function behind(yaml: string, node: Node): number {
  const line = yaml.indexOf('\n', Math.max(startOf(node), endOf(node) - 1));
  return line < 0 ? yaml.length : line + 1;
}

const inserted = (at: number, text: string): Splice => ({ start: at, end: at, text });

function sourceSplices(
  yaml: string,
  root: YAMLMap,
  before: CatalogData,
  after: CatalogData,
): readonly Splice[] {
  const map = mapIn(root, 'sources');
  const last = map.items.at(-1)?.value as Node;
  const added = Object.entries(after.sources).filter(([key]) => !Object.hasOwn(before.sources, key));
  const gone = map.items.filter(({ key }) => !Object.hasOwn(after.sources, String(key)));
  return [
    ...added.map(([key, source]) => inserted(behind(yaml, last), sourceText(key, source))),
    ...gone.map(({ key, value }) => ({
      start: yaml.lastIndexOf('\n', startOf(key as Node)) + 1,
      end: behind(yaml, value as Node),
      text: '',
    })),
  ];
}

function sourceText(key: string, { title, url, date, confidence }: Source): string {
  const fields = { title, url, date, confidence };
  return [
    `  ${key}:`,
    ...Object.entries(fields).map(([name, value]) => `    ${name}: ${flow(value)}`),
    '',
  ].join('\n');
}

function modelSplices(
  yaml: string,
  root: YAMLMap,
  before: CatalogData,
  after: CatalogData,
): readonly Splice[] {
  const nodes = itemsOf(root, 'models');
  const last = nodes.at(-1);
  return after.models.flatMap((model) => {
    const known = before.models.findIndex(({ id }) => id === model.id);
    const node = nodes[known];
    if (node === undefined) return last === undefined ? [] : [inserted(behind(yaml, last), modelText(model))];
    const surfaces = mapIn(node, 'surfaces');
    return Object.entries(model.surfaces).flatMap(([surface, row]) => {
      const there = before.models[known]?.surfaces[surface];
      if (there !== undefined) return rowSplices(mapIn(surfaces, surface), there, row);
      return [inserted(behind(yaml, surfaces.items.at(-1)?.value as Node), rowText(surface, row))];
    });
  });
}

function rowSplices(map: YAMLMap, before: object, after: object): readonly Splice[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) =>
    value === undefined || flow(was.get(key) ?? null) === flow(value)
      ? []
      : [replaced(child(map, key), flow(value))],
  );
}

function modelText({ id, family, tier, surfaces }: Model): string {
  const rows = Object.entries(surfaces).map(([surface, row]) => rowText(surface, row));
  return `  - id: ${id}\n    family: ${family}\n    tier: ${tier}\n    surfaces:\n${rows.join('')}`;
}

function rowText(surface: string, row: ModelOnSurface): string {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return [`      ${surface}:`, ...fields.map(([key, value]) => `        ${key}: ${flow(value)}`), ''].join(
    '\n',
  );
}

function priceSplices(
  yaml: string,
  root: YAMLMap,
  before: CatalogData,
  after: CatalogData,
): readonly Splice[] {
  const nodes = itemsOf(root, 'prices');
  const kept = new Set<PriceRow>();
  const changes = before.prices.flatMap((row, index) => {
    const node = nodes[index];
    const now = after.prices.find((other) => !kept.has(other) && isSameRow(row, other));
    if (node === undefined) return [];
    if (now !== undefined) {
      kept.add(now);
      return rowSplices(node, row, now);
    }
    return [{ start: yaml.lastIndexOf('\n', startOf(node)) + 1, end: behind(yaml, node), text: '' }];
  });
  const added = after.prices
    .filter((row) => !kept.has(row))
    .flatMap((row) => {
      const alike = before.prices.findLastIndex(
        ({ model, surface }) => model === row.model && surface === row.surface,
      );
      const node = nodes[alike < 0 ? nodes.length - 1 : alike];
      return node === undefined ? [] : [inserted(behind(yaml, node), `  - ${flow(row)}\n`)];
    });
  return [...changes, ...added];
}

const isSameRow = (a: PriceRow, b: PriceRow): boolean =>
  a.model === b.model &&
  a.surface === b.surface &&
  a.resolution === b.resolution &&
  a.audio === b.audio &&
  a.from === b.from &&
  a.usd === b.usd;

/** A value in one line, as the rows of the file have it. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{ ${entries.map(([key, inner]) => `${key}: ${flow(inner)}`).join(', ')} }`;
  }
  return typeof value === 'string' && !isPlain(value) ? JSON.stringify(value) : String(value);
}

/** Words that YAML reads as what they are without quotes. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z][\w.@/-]*$|^\d{4}-\d{2}-\d{2}$/.test(text) && !/^(?:true|false|null)$/i.test(text);
