// Where requests go when a route fails, as the configurations of a run have it.
import { positionCounter } from '../detect/lines.ts';
import type { DiffFallback } from './diff/side.ts';
import type { RunAudit } from './types.ts';

/** Every step from one route to the next, by file and position. */
export function fallbackSteps({ audits }: RunAudit): readonly DiffFallback[] {
  return audits.flatMap(({ document, config }) => {
    if (config === null || config.fallbacks.length === 0) return [];
    const at = positionCounter(document.text);
    return config.fallbacks.map(({ from, to, on }) => ({
      file: document.path,
      line: at(to.start).line,
      from: from.name,
      to: to.name,
      on: on.map(({ value }) => value),
    }));
  });
}
