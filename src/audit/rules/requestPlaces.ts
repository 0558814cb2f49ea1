// Where findings about requests stand.
import type { Place, Route } from '../../routes/types.ts';

/** The first line of a request: enough for a squiggle, where the whole call can be a page long. */
export function headOf(text: string, { start, end }: Place): Place {
  const lineEnd = text.indexOf('\n', start);
  const head = text.slice(start, lineEnd === -1 ? end : Math.min(lineEnd, end)).trimEnd();
  return { start, end: start + head.length };
}

/** The smallest route that a place lies in or holds; undefined where none does. */
export function routeAt(routes: readonly Route[], place: Place): Route | undefined {
  return routes
    .filter((route) => route.start < place.end && place.start < route.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}
