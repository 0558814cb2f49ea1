// Takes secrets out of every text and value before it is written, logged or thrown.
import type { RunEvent } from './run.ts';

/** A shorter key could not be told from words, so it could not be kept out of records. No service gives one. */
export const SHORTEST_KEY = 6;

const HIDDEN = '[redacted]';

/** Shapes of keys and tokens that are taken out even where nobody named them. Each reads a text once. */
const SECRET_SHAPES: readonly (readonly [shape: RegExp, hidden: string])[] = [
  [/\bAIza[\w-]{20,}/g, HIDDEN],
  [/\bya29\.[\w.-]{10,}/g, HIDDEN],
  [/\b(?:sk|pk|rk)-[\w-]{16,}/g, HIDDEN],
  // A part before a dot is read from its beginning: a start at each `-eyJ` in it would read its rest again.
  [/(?<![\w-])((?:(?!\beyJ)[\w-])*)\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, `$1${HIDDEN}`],
];

/** What a token stands behind, however many blanks lie between. */
const TOKEN_AHEAD = /\bbearer\s+|(?:x-goog-api-key|api[_-]?key|authorization)["']?\s*[:=]\s*["']?/gi;
const TOKEN = /[\w.~+/=-]{8,}/y;

/** A word of an address, and where the address begins in it. */
const WORD = /[^\s"'<>]+/g;
const ADDRESS = /\b(?:https?|gs):\/\//;

/** Removes user names and passwords from URLs. */
const URL_USER = /(\bhttps?:\/\/)[^\s/@"'<>]{1,256}@/g;

/** What none of the shapes above can match without. */
const SUSPECT = /AIza|ya29|[spr]k-|eyJ|bearer|key|authorization|:\/\//i;

/**
 * Cleans a text; or a name, out of which no mere word is taken; or a job's handle, out of which only known keys are, for
 * it may look like a key itself.
 */
export type Redact = (text: string, kind?: 'text' | 'name' | 'handle') => string;

/** Lower-case words, of which no key is made that is worth its name. */
const WORDS = /^[a-z]{1,16}(?:[-_ ][a-z]{1,16}){0,3}$/;

/** A cleaner that learns secrets as they come: access tokens are fetched in the middle of a run. */
export interface SecretBook {
  learn(secret: string): void;
  readonly redact: Redact;
}

/**
 * A cleaner that takes out the secrets it has learnt (also as they look in a URL or in base64), whatever looks like a
 * key or a token, and the query of every URL. Shorter secrets than `SHORTEST_KEY` are matched by shape
 * only; a run does not use one.
 */
export function secretBook(): SecretBook {
  let longestFirst: readonly string[] = [];
  return {
    learn: (secret) => {
      if (secret.length < SHORTEST_KEY || longestFirst.includes(secret)) return;
      const spellings = [secret, encodeURIComponent(secret), btoa(unescape(encodeURIComponent(secret)))];
      longestFirst = [...new Set([...longestFirst, ...spellings])].sort((a, b) => b.length - a.length);
    },
    redact: (text, kind) => {
      let clean = text;
      for (const spelling of longestFirst)
        if (kind === undefined || kind === 'text' || !WORDS.test(spelling))
          clean = clean.replaceAll(spelling, HIDDEN);
      if (kind === 'handle' || !SUSPECT.test(clean)) return clean;
      clean = clean.replace(WORD, withoutQuery).replace(URL_USER, `$1${HIDDEN}@`);
      for (const [shape, hidden] of SECRET_SHAPES) clean = clean.replace(shape, hidden);
      return withoutTokens(clean);
    },
  };
}

/** A word without the query of an address: the query may sign it, so it goes as a whole. */
function withoutQuery(word: string): string {
  const address = word.search(ADDRESS);
  const query = address < 0 ? -1 : word.indexOf('?', address);
  return query < 0 ? word : `${word.slice(0, query + 1)}${HIDDEN}`;
}

/** A text without what is named as a token. What is ahead may itself be a token: `api_key: authorization: …`. */
function withoutTokens(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const ahead of text.matchAll(TOKEN_AHEAD)) {
    TOKEN.lastIndex = Math.max(from, ahead.index + ahead[0].length);
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) continue;
    kept.push(text.slice(from, start), HIDDEN);
    from = start + token[0].length;
  }
  return kept.join('') + text.slice(from);
}

/** A cleaner that knows these secrets. See `secretBook`. */
export function redactor(secrets: readonly string[]): Redact {
  const book = secretBook();
  for (const secret of secrets) book.learn(secret);
  return book.redact;
}

/**
 * Fields that a run is taken up again by: words of fixed lists and names. A key in them goes like anywhere, but a
 * key that is nothing but a word, `passed` or `litellm`, is no secret there, and to take it out would break the record.
 */
const NAMES = new Set([
  ...[
    'type',
    'state',
    'step',
    'failure',
    'kind',
    'verdict',
    'name',
    'resolution',
    'modelStatus',
    'requestFrom',
  ],
  ...['family', 'surface', 'model', 'project', 'location', 'baseUrl', 'id', 'runId', 'file', 'operationFrom'],
]);

/** Cleans the texts inside plain data on its way out. Names of fields stay. */
export function redactValue<T>(value: T, redact: Redact): T {
  return cleaned(value, redact) as T;
}

/**
 * An event on its way into the journal. What a paid job is lost without stays as it is: its handle, and the names that
 * the program made for the run and its files.
 */
export function redactEvent(event: RunEvent, redact: Redact): RunEvent {
  const clean = redactValue(event, redact);
  if (event.type === 'submitted') return { ...event, handle: redact(event.handle, 'handle') };
  if (event.type === 'planned')
    return { ...event, plan: { ...redactValue(event.plan, redact), id: event.plan.id } };
  if (event.type === 'stored')
    return { ...event, video: { ...redactValue(event.video, redact), file: event.video.file } };
  return clean;
}

function cleaned(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, redact));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      typeof entry === 'string' && NAMES.has(name) ? redact(entry, 'name') : cleaned(entry, redact),
    ]),
  );
}
