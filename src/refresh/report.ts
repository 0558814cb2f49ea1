// A refresh as a table for people and as JSON for scripts.
import { jsonText } from '../outlets/json.ts';
import { plainLine, plainText } from '../outlets/plain.ts';
import { isSafe } from './difference.ts';
import { READERS } from './readers/index.ts';
import type { Refresh } from './refresh.ts';
import type { Difference } from './types.ts';

/** One sentence for each source that could not be read, or was not. */
export function sourceSentences({ sources }: Refresh): readonly string[] {
  return sources
    .filter(({ state }) => state !== 'read')
    .map(({ name, state, reason }) =>
      plainLine(`${name} ${state === 'unreadable' ? 'could not be read' : 'was not read'}: ${reason}.`),
    );
}

const HEAD = ['ROW', 'WHAT', 'BEFORE', 'AFTER', 'SOURCE', 'DAY', 'EVIDENCE'] as const;
/** A confirmation names every model that it confirms. */
const WIDEST = 72;

/** The table, with what speaks against a row below it. */
export function refreshText(refresh: Refresh): string {
  const { differences, day } = refresh;
  const read = refresh.sources.filter(({ state }) => state === 'read').map(({ name }) => name);
  const summary = read.length === 0 ? 'No source was read.' : `Read as of ${day}: ${read.join(', ')}.`;
  if (differences.length === 0) return `${summary} Nothing differs from the catalog.\n`;
  const rows = differences.map((row, index) => cellsOf(row, index + 1));
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = differences.flatMap(({ doubts }, index) => [
    line(rows[index] ?? []),
    ...doubts.map((doubt) => `     ? ${doubt}`),
  ]);
  return plainText(`${[line(HEAD), ...body].join('\n')}\n\n${summary} ${closing(differences)}\n`);
}

function cellsOf(
  { what, before, after, source, day, evidence }: Difference,
  number: number,
): readonly string[] {
  const shown = what.length > WIDEST ? `${what.slice(0, WIDEST - 1)}…` : what;
  return [String(number).padStart(3), shown, before, after, source, day, evidence].map(plainLine);
}

function closing(rows: readonly Difference[]): string {
  const safe = rows.filter(isSafe).length;
  return `${safe} of ${rows.length} rows have no doubt: --accept safe takes them.`;
}

/** The document for scripts. */
export function refreshJson(refresh: Refresh, written: string | null): string {
  const document = {
    schema: 'veo-route-audit/catalog-refresh/1',
    asOf: refresh.day,
    sources: refresh.sources.map((source) => ({
      ...source,
      url: READERS.find(({ name }) => name === source.name)?.url ?? null,
    })),
    differences: refresh.differences.map(({ edit, ...row }) => ({
      ...row,
      safe: isSafe({ ...row, edit }),
      acceptable: edit !== null,
    })),
    written,
  };
  return jsonText(document);
}
