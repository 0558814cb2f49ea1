// Lines of offsets in the files of a run.
import { positionCounter } from '../../detect/lines.ts';
import type { RunAudit } from '../types.ts';
import type { PagePlace } from './types.ts';

export type PlaceOf = (file: string, offset: number) => PagePlace;

/** The place of an offset; the first line of a file that is not part of the run. */
export function placesOf({ audits }: RunAudit): PlaceOf {
  const texts = new Map(audits.map(({ document }) => [document.path, document.text]));
  const counters = new Map<string, ReturnType<typeof positionCounter>>();
  return (file, offset) => {
    const counter = counters.get(file) ?? positionCounter(texts.get(file) ?? '');
    counters.set(file, counter);
    return { file, line: counter(offset).line };
  };
}
