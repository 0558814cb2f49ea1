// Takes secrets out of every text and value before it is written, logged or thrown.

const HIDDEN = '[redacted]';

/** Shapes of keys and tokens that are taken out even where nobody named them. */
const SECRET_SHAPES: readonly RegExp[] = [
  /\bAIza[\w-]{20,}/g,
  /\bya29\.[\w.-]{10,}/g,
  /\b(?:sk|pk|rk)-[\w-]{16,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /(?<=\bbearer\s+)[\w.~+/=-]{8,}/gi,
  /(?<=(?:x-goog-api-key|api[_-]?key|authorization)["']?\s*[:=]\s*["']?)[\w.~+/=-]{8,}/gi,
];

/** A URL with a query: the query may sign it, so it goes as a whole. */
const URL_QUERY = /(\b(?:https?|gs):\/\/[^\s"'<>?]*)\?[^\s"'<>]*/g;

/** Removes user names and passwords from URLs. */
const URL_USER = /(\bhttps?:\/\/)[^\s/@"'<>]+@/g;

/** Cleans a text. */
export type Redact = (text: string) => string;

/**
 * A cleaner that takes out the known secrets (also as they look in a URL or in base64), whatever looks like a
 * key or a token, and the query of every URL. Secrets shorter than 6 characters are matched by shape only.
 */
export function redactor(secrets: readonly string[]): Redact {
  const spellings = new Set(
    secrets
      .filter((secret) => secret.length >= 6)
      .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(unescape(encodeURIComponent(secret)))]),
  );
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const spelling of longestFirst) clean = clean.replaceAll(spelling, HIDDEN);
    clean = clean.replace(URL_QUERY, `$1?${HIDDEN}`).replace(URL_USER, `$1${HIDDEN}@`);
    for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
    return clean;
  };
}

/** Cleans every text inside plain data, keys included; the shape stays. */
export function redactValue<T>(value: T, redact: Redact): T {
  return JSON.parse(JSON.stringify(value), (_key, entry: unknown) =>
    typeof entry === 'string' ? redact(entry) : entry,
  );
}
