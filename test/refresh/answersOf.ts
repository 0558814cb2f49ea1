// What a refresh makes of one page, as short lines: `safe` is taken by default, `doubt` is taken by name only, `look` cannot be
// taken at all, and `refused` is the sentence about a page that cannot be read.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { isSafe } from '../../src/refresh/difference.ts';
import { refreshFrom } from '../../src/refresh/refresh.ts';
import type { SourceName } from '../../src/refresh/types.ts';

const catalog = bundledCatalog();

/** Every row but for confirmations as `safe field model: after`, and sources that could not be read. */
export function answersOf(name: SourceName, text: string, day = '2026-11-25'): readonly string[] {
  const { sources, differences } = refreshFrom(catalog, [{ name, text }], { day, saved: true });
  return [
    ...sources.filter(({ state }) => state !== 'read').map(({ reason }) => `refused: ${reason}`),
    ...differences
      .filter(({ edit }) => edit?.kind !== 'checked')
      .map((row) => {
        const mark = isSafe(row) ? 'safe' : row.edit === null ? 'look' : 'doubt';
        return `${mark} ${row.id.slice(0, row.id.lastIndexOf('/')).replace(/@.*/, '')}: ${row.after}`;
      }),
  ];
}

export function confirmedBy(name: SourceName, text: string): readonly string[] {
  return refreshFrom(catalog, [{ name, text }], { day: '2026-11-25', saved: true }).differences.flatMap(
    ({ edit }) => (edit?.kind === 'checked' ? edit.rows.map(({ model }) => model) : []),
  );
}
