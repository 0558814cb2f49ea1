// Takes secrets out of every text and value before it is written, logged or thrown.
import { SHORTEST_KEY } from './keys.ts';

const HIDDEN = '[redacted]';

/** Shapes of keys and tokens that are taken out even where nobody named them. */
const SECRET_SHAPES: readonly RegExp[] = [
  /\bAIza[\w-]{20,}/g,
  /\bya29\.[\w.-]{10,}/g,
  /\b(?:sk|pk|rk)-[\w-]{16,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /(?<=\bbearer\s{1,4})[\w.~+/=-]{8,}/gi,
  /(?<=(?:x-goog-api-key|api[_-]?key|authorization)["']?\s{0,4}[:=]\s{0,4}["']?)[\w.~+/=-]{8,}/gi,
];

/** A URL with a query: the query may sign it, so it goes as a whole. */
const URL_QUERY = /(\b(?:https?|gs):\/\/[^\s"'<>?]{0,2048})\?[^\s"'<>]*/g;

/** Removes user names and passwords from URLs. */
const URL_USER = /(\bhttps?:\/\/)[^\s/@"'<>]{1,256}@/g;

/** What none of the shapes above can match without. */
const SUSPECT = /AIza|ya29|[spr]k-|eyJ|bearer|key|authorization|:\/\//i;

/** Cleans a text. */
export type Redact = (text: string) => string;

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
    redact: (text) => {
      let clean = text;
      for (const spelling of longestFirst) clean = clean.replaceAll(spelling, HIDDEN);
      if (!SUSPECT.test(clean)) return clean;
      clean = clean.replace(URL_QUERY, `$1?${HIDDEN}`).replace(URL_USER, `$1${HIDDEN}@`);
      for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
      return clean;
    },
  };
}

/** A cleaner that knows these secrets. See `secretBook`. */
export function redactor(secrets: readonly string[]): Redact {
  const book = secretBook();
  for (const secret of secrets) book.learn(secret);
  return book.redact;
}

/**
 * Names of fields whose texts are ours or needed as they are: words of a fixed list, and the job's handle, which a
 * paid job is lost without. A key that equals such a word changes no record.
 */
const KEPT = new Set([
  ...[
    'type',
    'state',
    'step',
    'failure',
    'kind',
    'verdict',
    'schema',
    'family',
    'surface',
    'model',
    'modelStatus',
  ],
  ...['handle', 'id', 'runId', 'file', 'sha256', 'requestFrom', 'operationFrom', 'resolution', 'aspectRatio'],
  ...['at', 'asOf', 'version', 'checkedOn', 'priceCheckedOn', 'confirmedAt', 'deletedAfter', 'codecs'],
]);

/** Cleans the texts inside plain data on its way out. Names of fields stay, and texts that are no one's words. */
export function redactValue<T>(value: T, redact: Redact): T {
  return cleaned(value, redact) as T;
}

function cleaned(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, redact));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      typeof entry === 'string' && KEPT.has(name) ? entry : cleaned(entry, redact),
    ]),
  );
}
