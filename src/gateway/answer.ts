// Reads values out of answers whose shape nobody guarantees.

export type Fields = Readonly<Record<string, unknown>>;

/** An answer that is none of what the gateway's kind gives. The message is a sentence. */
export class UnreadableAnswerError extends Error {}

/** The answer as data. @throws UnreadableAnswerError with what came instead of JSON. */
export function readJson(text: string): unknown {
  // A byte order mark is a blank as well.
  const start = text.trimStart();
  if (start === '') throw new UnreadableAnswerError('The answer is empty.');
  if (start.startsWith('<'))
    throw new UnreadableAnswerError(
      'The answer is a web page (HTML), not JSON. Check that the address is that of the catalog.',
    );
  try {
    return JSON.parse(start);
  } catch {
    throw new UnreadableAnswerError(
      /[\]}]\s*$/.test(text) || !/^[[{]/.test(start)
        ? 'The answer is not valid JSON.'
        : 'The answer is not valid JSON: it seems to end in the middle.',
    );
  }
}

/** The value as a map; an empty one where it is none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number, also where it is written as a text. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The rows of a list that have a label under this key, each with its label. */
export const labelledRows = (list: readonly unknown[], key: string): readonly (readonly [string, Fields])[] =>
  list.map(fieldsOf).flatMap((row) => {
    const label = textOf(row[key]);
    return label === null ? [] : [[label, row] as const];
  });

/** The texts of a list; null where it is no list. */
export function textsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;
}
