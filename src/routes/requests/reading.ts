// What the requests of one program are read with.
import type { Catalog } from '../../catalog/catalog.ts';
import type { ModelReader } from '../models.ts';
import type { SurfaceReader } from '../surfaces/reader.ts';
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
