// Lines of offsets in the files of a run.
import { placesIn } from '../placesIn.ts';
import type { RunAudit } from '../types.ts';
import type { PagePlace } from './types.ts';

export type PlaceOf = (file: string, offset: number) => PagePlace;

/** The place of an offset; the first line of a file that is not part of the run. */
export function placesOf({ audits }: RunAudit): PlaceOf {
  const placeIn = placesIn(audits);
  return (file, offset) => ({ file, line: placeIn(file, offset)?.line ?? 1 });
}
