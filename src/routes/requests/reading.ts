// What the requests of one program are read with.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Reference } from '../../detect/types.ts';
import { createModelReader, type ModelReader } from '../models.ts';
import type { Whereabouts } from '../surfaces/googleClients.ts';
import { createSurfaceReader, type SurfaceReader } from '../surfaces/reader.ts';
import type { Program } from '../syntax/program.ts';
import type { Place } from '../types.ts';
import type { Evaluator } from '../values/evaluate.ts';

/** One program with the readers that tell what its requests hold. */
export interface Reading {
  /** Where the document lies. */
  readonly path: string;
  readonly evaluator: Evaluator;
  readonly models: ModelReader;
  readonly surfaces: SurfaceReader;
  readonly catalog: Catalog;
  /** Names that hold what a call gives, by where the call starts. */
  readonly holders: ReadonlyMap<number, Holder>;
}

/** A name that holds what a call gives. */
export interface Holder {
  readonly name: string;
  /** Where the name is set, in order. */
  readonly sets: readonly number[];
}

/** How one program is read; `find` gives the references that overlap a place of it. */
export function readingOf(
  evaluator: Evaluator,
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
  whereabouts: Whereabouts,
  path: string,
): Reading {
  return {
    path,
    evaluator,
    catalog,
    holders: holdersIn(evaluator.program),
    models: createModelReader(catalog, find),
    surfaces: createSurfaceReader(catalog, evaluator, whereabouts),
  };
}

function holdersIn({ bindings }: Program): ReadonlyMap<number, Holder> {
  const holders = new Map<number, Holder>();
  for (const [name, all] of bindings) {
    const calls = all.flatMap(({ value }) => (value.kind === 'call' ? [value.start] : []));
    if (calls.length === 0) continue;
    const sets = all.map(({ at }) => at).sort((a, b) => a - b);
    for (const start of calls) holders.set(start, { name, sets });
  }
  return holders;
}
