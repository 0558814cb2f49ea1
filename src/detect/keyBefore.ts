// The name that a literal is the value of: a key, a variable, a flag, a parameter, a compared expression.
import { lineBefore, REACH, withoutQuote } from './quotes.ts';

const OPERATOR = String.raw`(?::-|\?\?=?|\|\|=?|===?|!==?|:=|=>|<-|\?:|=|:|\bis\b|\bor\b)`;
const CALL = String.raw`(?:(?:new\s+)?[A-Za-z_$][\w$.<>]*\(\s*)?`;
const KEY = new RegExp(
  String.raw`(?:^|[^\w$-])([A-Za-z_$@][\w$.-]*?)[?!]?(?:\\*["'\`\]]|%22|&quot;)*\s*${OPERATOR}\s*${CALL}$`,
);
const TYPED_KEY = /(?:^|[^\w$-])([A-Za-z_$][\w$]*)\??\s*:\s*[A-Za-z_$][\w$.<>[\]| ]*\s*=\s*$/;

/** `const tabs: { id: string }[] = …`: a type of any shape between the name and its value. */
const DECLARED = /\b(?:const|let|var|val|final)\s+([A-Za-z_$][\w$]*)\s*:[^=\n]*(?:=>[^=\n]*)*=\s*$/;

/** `const [model, setModel] = useState('…')`, `const [model] = useState<'…'`. */
const STATE = /[[{]\s*([A-Za-z_$][\w$]*)\b[^[\]{}=]*[\]}]\s*=\s*[\w$.]+(?:<[^<>\n]*>)?\(\s*$/;

/** `os.getenv('VEO_MODEL', '…')`, `settings.get("model", "…")`, `setItem('provider', '…')`. */
const ARGUMENT_PAIR = /\(\s*\\*["'`]([\w.-]+)\\*["'`]\s*,\s*$/;

/** A chain of alternatives before the literal (`'a' | 'b' |`), over lines; null items of unions included. */
const ALTERNATIVES = /(?:(?:["'`][^"'`\n]*["'`]|null|undefined)?\s*\|(?!\|)\s*)+$/;

/** The name before the literal at `start` (`model` in `model: "veo3"`), or null. */
export function keyBefore(text: string, start: number): string | null {
  return keyAtEnd(withoutQuote(lineBefore(text, start))) ?? unionKey(text, start) ?? yodaKey(text, start);
}

function keyAtEnd(before: string): string | null {
  for (const pattern of [TYPED_KEY, DECLARED, STATE, KEY, ARGUMENT_PAIR]) {
    const key = pattern.exec(before)?.[1];
    if (key !== undefined) return key;
  }
  return flagBefore(before);
}

/** `--model veo3`, `-m veo3`. */
function flagBefore(before: string): string | null {
  return /(?:^|\s)--?([A-Za-z][\w-]*)[\s=]+$/.exec(before)?.[1] ?? null;
}

/** The name of the union type that the literal is an alternative of (`model?: 'sora' | 'veo3'`). */
function unionKey(text: string, start: number): string | null {
  const left = withoutQuote(text.slice(Math.max(0, start - REACH), start));
  const chain = ALTERNATIVES.exec(left)?.[0] ?? '';
  const head = left.slice(0, left.length - chain.length).trimEnd();
  if (chain === '' && !head.endsWith('<')) return null;
  const state = /[[{]\s*([A-Za-z_$][\w$]*)\b[^[\]{}=]*[\]}]\s*=\s*[\w$.]+<$/.exec(head);
  return state?.[1] ?? keyAtEnd(chain === '' ? '' : head.slice(head.lastIndexOf('\n') + 1));
}

/** `'veo3' === provider`. */
function yodaKey(text: string, start: number): string | null {
  if (!/["'`]/.test(text[start - 1] ?? '')) return null;
  const after = /^[\w./:-]*\\*["'`]\s*[!=]==?\s*([A-Za-z_$][\w$.]*)/.exec(text.slice(start, start + REACH));
  return after?.[1] ?? null;
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

/** The key of a comma-separated list that the literal is an item of (`MODELS=veo3,veo3-fast`), or null. */
export function listKey(text: string, start: number): string | null {
  const left = text.slice(Math.max(0, start - REACH), start);
  const items = /(?:[\w./:-]+\s*,\s*)+$/.exec(left)?.[0];
  return items === undefined ? null : keyBefore(text, start - items.length);
}

/**
 * Whether the value at `start` follows its key as values do without quotes: `KEY=value`, `--key value`, and where
 * `colons` says so `key: value`.
 */
export function isBareValue(text: string, start: number, colons: boolean): boolean {
  const before = lineBefore(text, start);
  return (
    colons ||
    /(?:=|:-|:=|[^\w]--?[A-Za-z][\w-]*\s+|(?:=|:-)[\w./:-]+(?:,[\w./:-]+)*,|\$\{[\w.-]+:)$/.test(before)
  );
}
