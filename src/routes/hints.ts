// Whether a document is worth the deeper look. Light on purpose: it is asked before anything of the reader is loaded.
import type { Reference, TextDocument } from '../detect/types.ts';

/** A text that may hold a request although it spells no ID itself. */
export const CERTAIN_HINT =
  /\bgenerate_?videos(?:_?async)?\s*\(|\bmodels\.generate_?videos\b|\bexperimental_generateVideo\b|predict_?long_?running|:generateVideos?\b|\binteractions\s*\.\s*create\b|\bfal\.(?:subscribe|queue)\b|\bfal_client\b|\breplicate\.(?:run|predictions)\b/i;

/** Gemini Omni, which is asked over the Interactions API, on lines that may lie apart. */
const isOmni = (text: string): boolean => text.includes('/interactions') && /gemini[-_. ]?omni/i.test(text);

/** A whole string that spells a version, which only the request that sends it makes a model's name. */
const SPELLED_STRING = /["'`]\/?(?:[\w.-]{1,30}\/){0,3}veo[-_.]?\d[\w./-]{0,40}["'`]/i;

/** What a file must hold for such a string to be sent by it. */
const SENDS = /\bmodel\w*["']?\s*[:=(]|\bsubscribe\b|\brun\(|\bsubmit|\.post\(|\bsend_?request\b/i;

/** The path that gateways make videos at, whatever the model. */
const VIDEO_PATH = /\/v\d\/videos?\/(?:create|generat|submit)/;

/** Whether a document may hold a route, so that reading it is worth a parse. */
export function mayHoldRoutes(text: string, references: readonly Reference[]): boolean {
  if (references.some(({ role }) => role !== 'comment')) return true;
  if (references.length > 0 && VIDEO_PATH.test(text)) return true;
  return CERTAIN_HINT.test(text) || isOmni(text) || (SPELLED_STRING.test(text) && SENDS.test(text));
}

/** Whether a document is worth reading though it spells no ID: a request, or fallbacks between names. */
export function mayHoldUnspelled({ path, text }: TextDocument): boolean {
  if (holdsNoRoutes(path)) return false;
  return mayHoldRoutes(text, []) || (/\.(?:ya?ml|json)$/.test(path) && /\bfallbacks\b/.test(text));
}

/** Files that tools write of others: types, source maps and lockfiles make no requests and configure none. */
const WRITTEN_BY_TOOLS = /\.d\.[cm]?ts$|\.map$|\.lock$|(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/;

/** Whether a file can hold no route, whatever stands in it. */
export function holdsNoRoutes(path: string): boolean {
  return WRITTEN_BY_TOOLS.test(path);
}

/** Whether anything that reads requests or configurations has work in a document. */
export function isWorthReading(document: TextDocument, references: readonly Reference[]): boolean {
  if (holdsNoRoutes(document.path)) return false;
  return mayHoldRoutes(document.text, references) || mayHoldUnspelled(document);
}
