// What stands around a candidate: the path it ends, the quotes, the key it is the value of.
import { MODEL_KEY, OTHER_KEY, OTHER_KEY_CAMEL, STRUCTURE_KEY } from './vocabulary.ts';

/** How far to look for what surrounds an ID, in UTF-16 code units. */
const REACH = 240;

const SLASH = String.raw`(?:\\?\/|%2[Ff])`;
const PATH_BEFORE = /(?:[\w.\-:@~%+${}\\/]|\$\{[^}\n]{0,60}\})*$/;
const PATH_AFTER = /^(?:[\w.\-:@~%+${}/]|\\\/)*/;

/** The unbroken path that holds `[start, end)`: `before` + the candidate + `after`, slashes unescaped. */
export interface Path {
  readonly before: string;
  readonly after: string;
  /** Source length of `before` (escapes make it longer than the text). */
  readonly beforeLength: number;
}

const unescapeSlashes = (text: string): string => text.replace(/\\\//g, '/').replace(/%2[Ff]/g, '/');

/** Cuts escapes that end another word (`\n`, `\"`) from a run that grew over them. */
function afterLastEscape(run: string): string {
  const escapes = [
    ...run.matchAll(/\\(?:\\)*(?:[nrt"'bfv0]|u[0-9a-fA-F]{4})(?!\/)|\\+$|%(?:22|27|20|3[dD])/g),
  ];
  const last = escapes.at(-1);
  return last === undefined ? run : run.slice(last.index + last[0].length);
}

/**
 * Cuts the head of a default (`${MODEL:-…`, `${video.model:…`), and all before the segment that an encoded slash
 * makes one (`/status/models%2Fveo-…` holds the resource name `models/veo-…`).
 */
function afterDefault(run: string): string {
  const value = run.replace(/^.*\$\{[\w.-]+:[-=?]?(?=[^}]*$)/, '');
  return /%2[Ff]/.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
}

/** The path around a candidate. */
export function pathAround(text: string, start: number, end: number): Path {
  const left = text.slice(Math.max(0, start - REACH), start);
  const run = afterDefault(afterLastEscape(PATH_BEFORE.exec(left)?.[0] ?? ''));
  const right = PATH_AFTER.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return {
    before: unescapeSlashes(run),
    after: unescapeSlashes(right.replace(/\\(?!\/).*$/, '')),
    beforeLength: run.length,
  };
}

/** A run of path segments directly before `at` that equals `prefix`, as a source length; 0 where it does not. */
export function prefixLength(text: string, at: number, prefix: string): number {
  const pattern = prefix
    .split('/')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(SLASH);
  const match = new RegExp(`(?:^|[^\\w.-])(${pattern})$`).exec(
    text.slice(Math.max(0, at - prefix.length * 3 - 2), at),
  );
  return match?.[1]?.length ?? 0;
}

/** The quote that opens directly before `start` and closes directly at `end`; null where there is none. */
export function quoteAround(text: string, start: number, end: number): string | null {
  const open = text[start - 1] ?? '';
  if (!/["'`]/.test(open)) return percentQuote(text, start, end);
  const close = /^(?:\\*)(["'`])/.exec(text.slice(end, end + 6))?.[1];
  return close === open ? open : null;
}

function percentQuote(text: string, start: number, end: number): string | null {
  return /(?:%22|&quot;|\\u0022)$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^(?:%22|&quot;|\\u0022)/.test(text.slice(end, end + 6))
    ? '"'
    : null;
}

/** The text before a literal on its line, without the opening quote and its escapes and string prefix. */
export function lineBefore(text: string, start: number): string {
  const left = text.slice(Math.max(0, start - REACH), start);
  return left.slice(left.lastIndexOf('\n') + 1);
}

const OPENING = /(?:\\*["'`]|%22|&quot;|\\u0022)$/;
const STRING_PREFIX = /(?:^|[^\w])(?:[fFrRbBuU]{1,2}|@|\$|\$@)$/;

/** Strips the opening quote from what stands before a literal. */
export function withoutQuote(before: string): string {
  const bare = before.replace(OPENING, '');
  if (bare === before) return before;
  return STRING_PREFIX.test(bare) ? bare.replace(/[fFrRbBuU@$]{1,2}$/, '') : bare;
}

const KEY =
  /(?:^|[^\w$-])([A-Za-z_$@][\w$.-]*?)(?:\?|!)?(?:\\*["'`\]]|%22|&quot;)*\s*(?::-|\?\?=?|\|\|=?|===?|!==?|:=|=>|<-|=|:|\bis\b|\bor\b)\s*(?:[A-Za-z_$][\w$.<>]*\(\s*)?$/;
const TYPED_KEY = /(?:^|[^\w$-])([A-Za-z_$][\w$]*)\??\s*:\s*[A-Za-z_$][\w$.<>[\]| ]*\s*=\s*$/;

/** The name that the literal at `start` is the value of (`model` in `model: "veo3"`), or null. */
export function keyBefore(text: string, start: number): string | null {
  const before = withoutQuote(lineBefore(text, start));
  return TYPED_KEY.exec(before)?.[1] ?? KEY.exec(before)?.[1] ?? flagBefore(before);
}

/** The name beside a `value:` (`- name: VEO_MODEL` / `value: veo3_fast`, as in Kubernetes), or null. */
export function siblingName(text: string, start: number): string | null {
  const left = text.slice(Math.max(0, start - REACH), start);
  const match =
    /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?name["']?\s*:\s*["']?([\w.-]+)["']?[ \t]*,?\s+["']?value["']?\s*:\s*["']?$/.exec(
      left,
    );
  return match?.[1] ?? null;
}

/** Whether the value at `start` follows its key as values do without quotes: `KEY=value`, `--key value`, `key: value` in YAML. */
export function isBareValue(text: string, start: number, colons: boolean): boolean {
  const before = lineBefore(text, start);
  return (
    colons ||
    /(?:=|:-|:=|[^\w]--?[A-Za-z][\w-]*\s+|(?:=|:-)[\w./:-]+(?:,[\w./:-]+)*,|\$\{[\w.-]+:)$/.test(before)
  );
}

/** `--model veo3`, `-m veo3`. */
function flagBefore(before: string): string | null {
  return /(?:^|\s)--?([A-Za-z][\w-]*)[\s=]+$/.exec(before)?.[1] ?? null;
}

/** The last word of a dotted or prefixed key. */
const lastWord = (key: string): string => key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('$')) + 1);

/** Whether a key says that its value is a model ID. */
export function isModelKey(key: string | null): boolean {
  return key !== null && MODEL_KEY.test(lastWord(key));
}

/** Whether a key says that its value is something else than an ID that is sent. */
export function isOtherKey(key: string | null): boolean {
  if (key === null) return false;
  const word = lastWord(key);
  return !isModelKey(key) && (OTHER_KEY.test(word) || OTHER_KEY_CAMEL.test(word));
}

/** How far back an enclosing list or object is looked for. */
const LIST_REACH = 4000;

/** The key of the list or object that encloses `at` (`tags` in `tags: ["a", "veo3"]`), or null. */
export function enclosingKey(text: string, at: number, sameLine = false): string | null {
  let depth = 0;
  for (let index = at - 1, floor = Math.max(0, at - LIST_REACH); index >= floor; index--) {
    const char = text[index];
    if (sameLine && char === '\n') return null;
    if (char === ']' || char === '}' || char === ')') depth++;
    else if (char === '[' || char === '{' || char === '(') {
      if (depth === 0) return char === '(' ? null : keyBefore(text, index);
      depth--;
    }
  }
  return null;
}

/** The key that a YAML list item or nested key at `start` belongs to, by indentation; null at the top level. */
export function yamlParentKey(text: string, start: number): string | null {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let own = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  let isItem = /^[ \t]*-/.test(text.slice(lineStart, start));
  for (let steps = 0; lineStart > 0 && steps < 200; steps++) {
    const previous = text.lastIndexOf('\n', lineStart - 2) + 1;
    const line = text.slice(previous, lineStart - 1);
    lineStart = previous;
    const match = /^([ \t]*)(?:-\s+)?["']?([\w.-]+)["']?\s*:\s*(?:#.*|\|.*|>.*)?$/.exec(
      line.replace(/\r$/, ''),
    );
    const indent = match?.[1]?.length ?? Number.POSITIVE_INFINITY;
    if (!match || !(indent < own || (isItem && indent === own && !/^[ \t]*-/.test(line)))) continue;
    if (!STRUCTURE_KEY.test(match[2] ?? '')) return match[2] ?? null;
    own = indent;
    isItem = false;
  }
  return null;
}
