// What to use instead of a dead or dying ID: the first one that answers, however long the chain of dead ones.
import type { Catalog } from './catalog.ts';
import { provedDay, statusOn } from './lifecycle.ts';
import type { Day, Model, ModelOnSurface, Replacement, Status, SurfaceId } from './types.ts';

/** A replacement that answers on the asked day. */
export interface LivingReplacement extends Replacement {
  readonly surface: SurfaceId;
  readonly status: Status;
  /** The dead IDs that Google named on the way, in their order; empty when it named the living one at once. */
  readonly via: readonly string[];
}

/** Whether a model with this status answers and is worth moving to. */
export function isAlive(status: Status): boolean {
  return status === 'active' || status === 'preview' || status === 'retirement-window';
}

/**
 * The replacement of an ID on a surface that is alive there on that day, following the chain past dead ones.
 * `sameApi` holds only if no step needs another API; `change` gathers what the steps change.
 * On a gateway or an unknown surface there is one only if every Google surface of the ID leads to the same
 * (see `livingReplacements` for all of them). Null when the chain ends without a living ID.
 */
export function livingReplacement(
  catalog: Catalog,
  modelId: string,
  surface: SurfaceId,
  day: Day,
): LivingReplacement | null {
  if (catalog.surface(surface)?.kind === 'google') return followChain(catalog, modelId, surface, day);
  const surfaces = Object.keys(catalog.model(modelId)?.surfaces ?? {});
  const [first, ...others] = surfaces.map((id) => followChain(catalog, modelId, id, day));
  const agreed = others.every((other) => other?.model === first?.model && other?.sameApi === first?.sameApi);
  return first !== undefined && agreed ? first : null;
}

/** The living replacement on each Google surface that served the ID and has one. */
export function livingReplacements(
  catalog: Catalog,
  modelId: string,
  day: Day,
): readonly LivingReplacement[] {
  return Object.keys(catalog.model(modelId)?.surfaces ?? {})
    .map((surface) => followChain(catalog, modelId, surface, day))
    .filter((replacement) => replacement !== null);
}

/**
 * What does the work of an ID on a Google surface where that ID never was: the model of the same family and
 * tier there, or the living replacement of that one. Null when the ID is unknown, is on that surface, or
 * nothing of its kind was ever there.
 */
export function siblingOn(
  catalog: Catalog,
  modelId: string,
  surface: SurfaceId,
  day: Day,
): LivingReplacement | null {
  const model = catalog.model(modelId);
  if (model === undefined || model.surfaces[surface] !== undefined) return null;
  const siblings = catalog.models.filter(
    (other) => isSibling(model, other) && other.surfaces[surface] !== undefined,
  );
  const newestFirst = siblings.toSorted((a, b) =>
    releaseDay(b, surface).localeCompare(releaseDay(a, surface)),
  );
  for (const sibling of newestFirst) {
    const status = statusOn(catalog, sibling.id, surface, day);
    if (isAlive(status)) return { model: sibling.id, sameApi: true, change: '', surface, status, via: [] };
  }
  for (const sibling of newestFirst) {
    const replacement = followChain(catalog, sibling.id, surface, day);
    if (replacement !== null) return { ...replacement, via: [sibling.id, ...replacement.via] };
  }
  return null;
}

function followChain(
  catalog: Catalog,
  modelId: string,
  surface: SurfaceId,
  day: Day,
): LivingReplacement | null {
  const passed = new Set([modelId]);
  const changes: string[] = [];
  let sameApi = true;
  for (let step = replacementOf(catalog, modelId, surface); step !== null; ) {
    if (passed.has(step.model)) return null;
    sameApi &&= step.sameApi;
    if (step.change !== '' && !changes.includes(step.change)) changes.push(step.change);
    const status = statusOn(catalog, step.model, surface, day);
    if (isAlive(status)) {
      const via = [...passed].slice(1);
      return { model: step.model, sameApi, change: changes.join(' '), surface, status, via };
    }
    passed.add(step.model);
    step = replacementOf(catalog, step.model, surface);
  }
  return null;
}

function replacementOf(catalog: Catalog, modelId: string, surface: SurfaceId): Replacement | null {
  return factsOn(catalog.model(modelId), surface)?.replacement ?? null;
}

function factsOn(model: Model | undefined, surface: SurfaceId): ModelOnSurface | undefined {
  return model?.surfaces[surface];
}

function isSibling(a: Model, b: Model): boolean {
  return a.id !== b.id && a.family === b.family && a.tier === b.tier;
}

function releaseDay(model: Model, surface: SurfaceId): Day {
  const facts = factsOn(model, surface);
  return (facts && provedDay(facts.released)) ?? '';
}
