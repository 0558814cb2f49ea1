// What a model's dates mean on a day: its status on one surface, or on all when the surface is unknown.
import type { Catalog } from './catalog.ts';
import { addDays, daysBetween } from './days.ts';
import type { Day, EventDay, ModelOnSurface, Stage, Status, SurfaceId } from './types.ts';

/** How long before a fixed shutdown a model counts as deprecated when nobody knows when it was announced. */
const ASSUMED_NOTICE_DAYS = 180;

/**
 * Mildest first. `unknown` stands after everything that is known to answer and before `shut-down`:
 * one surface we cannot speak of is enough not to call an ID dead everywhere.
 */
const MILDEST_FIRST: readonly Status[] = [
  'active',
  'preview',
  'retirement-window',
  'deprecated',
  'unknown',
  'shut-down',
];

/** A model's state on one Google surface on a day. */
export interface SurfaceLifecycle {
  readonly surface: SurfaceId;
  readonly status: Status;
  readonly facts: ModelOnSurface;
  /**
   * Days from the asked day to the shutdown day, or to the earliest retirement day of a `notBefore` date:
   * 0 on that day, negative after it; null without a date.
   */
  readonly daysLeft: number | null;
}

/** A model's state on the asked surface on a day. */
export interface Lifecycle {
  readonly status: Status;
  /**
   * What the status rests on: one entry for a Google surface that serves or served the model, one for each
   * such surface when the asked surface is a gateway or unknown, none when the catalog cannot speak.
   */
  readonly surfaces: readonly SurfaceLifecycle[];
}

/** The status of a canonical ID on a surface on a day. See `lifecycleOn`. */
export function statusOn(catalog: Catalog, modelId: string, surface: SurfaceId, day: Day): Status {
  return lifecycleOn(catalog, modelId, surface, day).status;
}

/** Whether Google itself has ended an ID on the surface: a gateway decides by itself how long it answers. */
export function isEndedByGoogle(catalog: Catalog, modelId: string, surface: SurfaceId, day: Day): boolean {
  return (
    catalog.surface(surface)?.kind === 'google' && statusOn(catalog, modelId, surface, day) === 'shut-down'
  );
}

/**
 * The status of a canonical ID on a surface on a day, with the facts it rests on.
 * A gateway that is documented to send another ID under this name is judged by what it sends. Otherwise it relays
 * to an upstream nobody named, so it is treated as the surface `unknown`: shut down only
 * when that is so on every Google surface that ever served the ID, otherwise the mildest status among them.
 * A Google surface that never had the ID gives `unknown`.
 */
export function lifecycleOn(catalog: Catalog, modelId: string, surface: SurfaceId, day: Day): Lifecycle {
  const sent = sentUnder(catalog, modelId, surface);
  const served = Object.entries(catalog.model(sent)?.surfaces ?? {});
  const asked =
    catalog.surface(surface)?.kind === 'google' ? served.filter(([id]) => id === surface) : served;
  const surfaces = asked.map(([id, facts]) => surfaceLifecycle(id, facts, day));
  return { status: mildest(surfaces.map((entry) => entry.status)), surfaces };
}

/** The ID that a gateway sends upstream under a name; the name itself where nobody documents another. */
function sentUnder(catalog: Catalog, name: string, surface: SurfaceId): string {
  if (catalog.surface(surface)?.kind !== 'gateway') return name;
  const row = catalog.aliases(name).find((alias) => alias.surface === surface && alias.resolvesTo !== null);
  return row?.resolvesTo ?? name;
}

/**
 * The first day on which the announcement is proved: the day itself, the last bound of an interval
 * (before it the announcement may not have been made), null when nobody knows.
 */
export function provedDay(event: EventDay): Day | null {
  if (event.kind === 'unknown') return null;
  return event.kind === 'between' ? event.to : event.day;
}

function surfaceLifecycle(surface: SurfaceId, facts: ModelOnSurface, day: Day): SurfaceLifecycle {
  const daysLeft = facts.shutdown.kind === 'none' ? null : daysBetween(day, facts.shutdown.day);
  return { surface, status: statusOfFacts(facts, day), facts, daysLeft };
}

function statusOfFacts(facts: ModelOnSurface, day: Day): Status {
  const { shutdown } = facts;
  if (shutdown.kind === 'fixed' && day >= shutdown.day) return 'shut-down';
  const released = provedDay(facts.released);
  if (released !== null && day < released) return 'unknown';
  if (shutdown.kind === 'fixed' && day >= deprecatedFrom(facts.announced, shutdown.day)) return 'deprecated';
  if (shutdown.kind === 'notBefore' && day >= shutdown.day) return 'retirement-window';
  // Without a release day nothing proves that the ID already answered.
  return released === null ? 'unknown' : statusOfStage(facts.stage);
}

function deprecatedFrom(announced: EventDay, shutdown: Day): Day {
  return provedDay(announced) ?? addDays(shutdown, -ASSUMED_NOTICE_DAYS);
}

function statusOfStage(stage: Stage): Status {
  if (stage === 'ga') return 'active';
  return stage === 'unknown' ? 'unknown' : 'preview';
}

function mildest(statuses: readonly Status[]): Status {
  return MILDEST_FIRST.find((status) => statuses.includes(status)) ?? 'unknown';
}

/** A state as words (`shut down`, `retirement window`). */
export const stateWords = (status: string): string => status.replaceAll('-', ' ');
