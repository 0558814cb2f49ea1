// Where in a line a Veo model ID may be completed, and what stands there of it already.

export interface IdPlace {
  /** A router's prefix before the ID (`vertex_ai/`). */
  readonly prefix: string;
  /** The columns that the ID takes the place of. */
  readonly start: number;
  readonly end: number;
}

/** How much of a line is looked at, in UTF-16 code units. */
const REACH = 400;

/** The value up to the cursor: a router's prefix, and what is typed of the ID. */
const VALUE = /((?:[\w@.-]+\/)*)([\w.-]*)$/;
/** What names the value as a model, however the language assigns it. */
const MODEL_KEY = /model(?:[_-]?(?:id|name))?["'`\]]*\s*(?::\s*\w*\s*)?(?:=>?|:|\(|,)?\s*["'`]?$/i;

/**
 * The place of an ID at a column of a line; null where none is expected. In code it stands in a string, in a
 * configuration any value may be one. A value that does not say `veo` yet must belong to something called a model.
 */
export function idPlaceAt(line: string, column: number, isConfig: boolean): IdPlace | null {
  const before = line.slice(Math.max(0, column - REACH), column);
  const [whole = '', prefix = '', word = ''] = VALUE.exec(before) ?? [];
  const ahead = before.slice(0, before.length - whole.length);
  const isString = /["'`]$/.test(ahead) && !/\w["'`]$/.test(ahead);
  const isValue = isString || (isConfig ? /[:=\s-]\s*$/.test(ahead) : /["'`][^"'`]*$/.test(ahead));
  if (!isValue) return null;
  const says = word.toLowerCase().startsWith('veo');
  const begins = 'veo'.startsWith(word.toLowerCase()) && (isString || isConfig) && MODEL_KEY.test(ahead);
  if (!says && !begins) return null;
  const behind = /^[\w.-]*/.exec(line.slice(column))?.[0].length ?? 0;
  return { prefix, start: column - word.length, end: column + behind };
}
