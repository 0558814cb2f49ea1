// Where the offsets of a run's files are, for reports that speak of several.
import type { DocumentAudit } from '../audit/types.ts';
import { type Position, positionCounter } from '../detect/lines.ts';
import { once } from '../once.ts';

/** Where an offset of a file is; undefined where the file was not read. */
export type PlaceIn = (file: string, offset: number) => Position | undefined;

export function placesIn(audits: readonly Pick<DocumentAudit, 'document'>[]): PlaceIn {
  const counters = new Map(
    audits.map(({ document }) => [document.path, once(() => positionCounter(document.text))]),
  );
  return (file, offset) => counters.get(file)?.()(offset);
}
