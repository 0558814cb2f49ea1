// The one place where the labelled calls meet the reader: everything else compares plain data.
import type { FoundRoute } from './score.ts';

/** Reads the routes of a fixture, given its path under `test/corpus/calls` with its neighbours on disk. */
export async function readFixture(path: string): Promise<readonly FoundRoute[]> {
  throw new Error(`not wired yet: ${path} waits for readRoutes`);
}
