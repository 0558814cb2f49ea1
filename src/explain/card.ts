// All that is known of one model ID on one day, as data: the hover, the terminal and the pages render it.
import { days } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn, type SurfaceLifecycle } from '../catalog/lifecycle.ts';
import { type NearModel, nearestModels } from '../catalog/nearest.ts';
import { pricesOn } from '../catalog/price.ts';
import { type LivingReplacement, livingReplacement, siblingOn } from '../catalog/replacement.ts';
import { sourceTitle } from '../catalog/sources.ts';
import type {
  Alias,
  Constraint,
  Day,
  EventDay,
  ModelOnSurface,
  PriceRow,
  Sighting,
  Source,
  Status,
  SurfaceId,
} from '../catalog/types.ts';
import { type PriceTableRow, priceTable } from '../cost/priceTable.ts';
import { nameOf } from '../cost/scope.ts';
import { surfaceOfPrefix } from '../detect/surface.ts';
import { t } from '../words/words.ts';

/** The card of an ID. `unknown` cards carry the nearest real IDs, `alias` cards the rows of the gateways. */
export type Card =
  | {
      readonly kind: 'model';
      readonly id: string;
      readonly asOf: Day;
      /** Set where the asked surface, by its name or by the spelling's prefix, never had the model. */
      readonly neverOn: NeverOn | null;
      readonly surfaces: readonly SurfaceCard[];
      /** What the limits are known from, beside `sources`. */
      readonly limitSources: readonly CitedSource[];
      readonly sources: readonly CitedSource[];
    }
  | {
      readonly kind: 'alias';
      readonly id: string;
      readonly asOf: Day;
      readonly rows: readonly AliasCard[];
      readonly sources: readonly CitedSource[];
    }
  | {
      readonly kind: 'not-covered';
      readonly id: string;
      readonly asOf: Day;
      readonly says: string;
      readonly sources: readonly CitedSource[];
    }
  | {
      readonly kind: 'unknown';
      readonly id: string;
      readonly asOf: Day;
      readonly nearest: readonly NearModel[];
    };

/** Whether a model was shut down wherever the card has it. */
export const isOver = (card: Card): boolean =>
  card.kind === 'model' && card.surfaces.every(({ status }) => status === 'shut-down');

/** A Google surface that never had a model, with what does its work there and what third parties make of the name. */
export interface NeverOn {
  readonly name: string;
  readonly instead: LivingReplacement | null;
  readonly notes: readonly string[];
}

/** One Google surface that serves or served the model. */
export interface SurfaceCard {
  readonly surface: SurfaceId;
  readonly name: string;
  readonly status: Status;
  readonly facts: ModelOnSurface;
  readonly daysLeft: number | null;
  /** The rows that hold on the day; after the shutdown the last ones that held. */
  readonly prices: readonly PriceTableRow[];
  readonly limits: readonly Constraint[];
  readonly replacement: LivingReplacement | null;
}

export interface AliasCard {
  readonly row: Alias;
  readonly gateway: string;
  readonly prices: readonly PriceRow[];
}

export interface CitedSource extends Source {
  readonly key: string;
  /** The last day on which a row that cites it was checked. */
  readonly checkedOn: Day;
}

/** The card of an ID as written (prefixes included) for a day. `surface` narrows it where it is known. */
export function cardOf(catalog: Catalog, spelling: string, asOf: Day, surface: SurfaceId = 'unknown'): Card {
  const id = bareId(catalog, spelling);
  if (catalog.model(id) !== undefined) return modelCard(catalog, id, spelling, asOf, surface);
  const aliases = catalog.aliases(spelling);
  if (aliases.length > 0) {
    const rows = aliases.map((row) => aliasCard(catalog, row, asOf));
    return {
      kind: 'alias',
      id: spelling,
      asOf,
      rows,
      sources: citedSources(
        catalog,
        rows.flatMap((card) => [card.row, ...card.prices]),
      ),
    };
  }
  const bare = spelling.slice(spelling.lastIndexOf('/') + 1);
  const leftOut = catalog.notCovered.find(({ prefix }) => bare.startsWith(prefix));
  if (leftOut !== undefined)
    return {
      kind: 'not-covered',
      id: spelling,
      asOf,
      says: leftOut.says,
      sources: citedSources(catalog, [leftOut]),
    };
  return { kind: 'unknown', id: spelling, asOf, nearest: nearestModels(catalog, id, surface, asOf) };
}

function modelCard(catalog: Catalog, id: string, spelling: string, asOf: Day, surface: SurfaceId): Card {
  const { surfaces } = lifecycleOn(catalog, id, surface, asOf);
  // A surface that never had the ID says nothing: then all that did are shown.
  const shown = surfaces.length > 0 ? surfaces : lifecycleOn(catalog, id, 'unknown', asOf).surfaces;
  const cards = shown.map((entry) => surfaceCard(catalog, id, entry, asOf));
  const rows = cards.flatMap((card) => [card.facts, ...card.prices]);
  const sightings = cards.flatMap(({ facts }) =>
    (facts.seen ?? []).map(({ source, day }) => ({ sources: [source], checkedOn: day })),
  );
  const limits = cards.flatMap((card) => card.limits);
  return {
    kind: 'model',
    id,
    asOf,
    neverOn: neverOn(catalog, id, spelling, asOf, surface),
    surfaces: cards,
    sources: citedSources(catalog, [...rows, ...sightings]),
    limitSources: citedSources(catalog, limits),
  };
}

function neverOn(
  catalog: Catalog,
  id: string,
  spelling: string,
  asOf: Day,
  surface: SurfaceId,
): NeverOn | null {
  const before = spelling.slice(0, Math.max(0, spelling.lastIndexOf(id)));
  const asked = catalog.surface(surface) ?? surfaceOfPrefix(catalog, before)?.surface;
  if (asked?.kind !== 'google' || catalog.model(id)?.surfaces[asked.id] !== undefined) return null;
  return {
    name: nameOf({ catalog, surface: asked.id }),
    instead: siblingOn(catalog, id, asked.id, asOf),
    notes: catalog.aliases(spelling).flatMap(({ note }) => (note === '' ? [] : [note])),
  };
}

/** What to know before all else of a name that its surface never had. */
export function neverOnWords({ name, instead, notes }: NeverOn, id: string): string {
  const subject = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    t('{0} never served {1}.', subject, id),
    ...(instead === null ? [] : [insteadWords(instead)]),
    ...notes.map((note) => t('It is {0}.', note)),
  ].join(' ');
}

const insteadWords = ({ model, sameApi }: LivingReplacement): string =>
  sameApi ? t('Use {0} there.', model) : t('Use {0} there (another API).', model);

/** `vertex_ai/veo-3.1-generate-001` → `veo-3.1-generate-001`, where the rest is a model that is known. */
function bareId(catalog: Catalog, spelling: string): string {
  const tail = spelling.slice(spelling.lastIndexOf('/') + 1).replace(/:\w+$/, '');
  return catalog.model(tail) === undefined ? spelling : tail;
}

function surfaceCard(catalog: Catalog, id: string, entry: SurfaceLifecycle, asOf: Day): SurfaceCard {
  return {
    surface: entry.surface,
    name: catalog.surface(entry.surface)?.name ?? entry.surface,
    status: entry.status,
    facts: entry.facts,
    daysLeft: entry.daysLeft,
    prices: priceTable(catalog, id, entry.surface, asOf),
    limits: catalog.constraints.filter((row) => row.surface === entry.surface && row.models.includes(id)),
    replacement: livingReplacement(catalog, id, entry.surface, asOf),
  };
}

function aliasCard(catalog: Catalog, row: Alias, asOf: Day): AliasCard {
  return {
    row,
    gateway: catalog.surface(row.surface)?.name ?? t('an unnamed gateway'),
    prices: pricesOn(catalog, row.spelling, row.surface, asOf),
  };
}

function citedSources(
  catalog: Catalog,
  rows: readonly { readonly sources: readonly string[]; readonly checkedOn: Day }[],
): readonly CitedSource[] {
  const checked = new Map<string, Day>();
  for (const { sources, checkedOn } of rows) {
    for (const key of sources) if (checkedOn > (checked.get(key) ?? '')) checked.set(key, checkedOn);
  }
  return [...checked].flatMap(([key, checkedOn]) => {
    const source = catalog.source(key);
    return source === undefined ? [] : [{ ...source, key, checkedOn }];
  });
}

/** A release or announcement day in words; null where nobody knows it. */
export function eventWords(event: EventDay): string | null {
  if (event.kind === 'unknown') return null;
  if (event.kind === 'between') return t('between {0} and {1}', event.from, event.to);
  return event.kind === 'inferred' ? t('{0} (inferred)', event.day) : event.day;
}

/** The shutdown date with its kind in words. */
export function shutdownWords(card: Pick<SurfaceCard, 'facts' | 'status' | 'daysLeft'>): string {
  const { shutdown } = card.facts;
  if (shutdown.kind === 'none') return 'no shutdown date published';
  if (shutdown.kind === 'notBefore')
    return `retirement on ${shutdown.day} or later (the earliest day, not a shutdown)`;
  if (card.status === 'shut-down') return `shut down ${shutDownDayWords(card.facts)}`;
  return `shuts down on ${shutdown.day}${card.daysLeft === null ? '' : ` (in ${days(card.daysLeft)})`}`;
}

/** `on 2026-10-22 (published, and seen on 2026-11-10)`. */
export const shutDownDayWords = (facts: ModelOnSurface): string =>
  facts.shutdown.kind === 'none' ? '' : `on ${facts.shutdown.day} (${publishedOrSeen(facts)})`;

/** Whether somebody saw the shutdown, or only its published day has passed. */
function publishedOrSeen({ shutdown, seen = [] }: ModelOnSurface): string {
  const last = seen.findLast(({ day }) => shutdown.kind === 'none' || day >= shutdown.day);
  if (last === undefined) return 'the published day has passed; nobody has reported it yet';
  return last.saw === 'gone'
    ? `published, and seen on ${last.day}`
    : `the published day has passed, yet it was still there on ${last.day}`;
}

/** Who saw what, and when. */
export const sightingWords = ({ day, saw, what }: Sighting): string =>
  saw === 'gone' ? t('gone on {0}: {1}', day, what) : t('still there on {0}: {1}', day, what);

/** `shut down`, `retirement window`. */
export function statusWords(status: Status): string {
  switch (status) {
    case 'shut-down':
      return t('shut down');
    case 'deprecated':
      return t('deprecated');
    case 'retirement-window':
      return t('retirement window');
    case 'preview':
      return t('preview');
    case 'active':
      return t('active');
    case 'unknown':
      return t('unknown');
  }
}

/** A source's title without what stands in brackets at its end, which says where exactly. */
export const titleOf = ({ title }: CitedSource): string => sourceTitle(title);
