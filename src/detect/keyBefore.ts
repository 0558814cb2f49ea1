// The name that a literal is the value of: a key, a variable, a flag, a parameter, a compared expression.
import { lineBefore, REACH, withoutQuote } from './quotes.ts';

const OPERATOR = String.raw`(?::-|\?\?=?|\|\|=?|===?|!==?|:=|=>|<-|\?:|=|:|\bis\b|\bor\b)`;
const CALL = String.raw`(?:(?:new\s+)?[A-Za-z_$][\w$.<>]*\(\s*)?`;
const KEY = new RegExp(
  String.raw`(?:^|[^\w$.-])\.*([A-Za-z_$@][\w$.-]*?)[?!]?(?:\\*["'\`\]]|%22|&quot;)*\s*${OPERATOR}\s*${CALL}$`,
);
const TYPED_KEY = /(?:^|[^\w$-])([A-Za-z_$][\w$]*)\??\s*:\s*[A-Za-z_$][\w$.<>[\]|\s]*=\s*$/;

const DECLARATION = /\b(?:const|let|var|val|final)\s+([A-Za-z_$][\w$]*)\s*:/;

/** `const [model, setModel] = useState('…')`, `const [model] = useState<'…'`. */
const STATE_CALL = String.raw`[[{]\s*([A-Za-z_$][\w$]*)(?:[^\w$[\]{}=][^[\]{}=]*)?[\]}]\s*=\s*[\w$.]+`;
const STATE = new RegExp(String.raw`${STATE_CALL}(?:<[^<>\n]*>)?\(\s*$`);
const STATE_TYPE = new RegExp(`${STATE_CALL}<$`);

/** `os.getenv('VEO_MODEL', '…')`, `settings.get("model", "…")`, `setItem('provider', '…')`. */
const ARGUMENT_PAIR = /\(\s*\\*["'`]([\w.-]+)\\*["'`]\s*,\s*$/;

/** The name before the literal at `start` (`model` in `model: "veo3"`), or null. */
export function keyBefore(text: string, start: number): string | null {
  return keyAtEnd(withoutQuote(lineBefore(text, start))) ?? unionKey(text, start) ?? yodaKey(text, start);
}

function keyAtEnd(before: string): string | null {
  const matched = (pattern: RegExp): string | undefined => pattern.exec(before)?.[1];
  return (
    matched(TYPED_KEY) ??
    declaredName(before) ??
    matched(STATE) ??
    matched(KEY) ??
    matched(ARGUMENT_PAIR) ??
    flagBefore(before)
  );
}

/** `const tabs: { id: string }[] = …`: the name, where a type of any shape stands between it and its value. */
function declaredName(before: string): string | undefined {
  const statement = before.trimEnd();
  if (!statement.endsWith('=')) return undefined;
  const assigned = [...statement.slice(0, -1).matchAll(/=(?!>)/g)].at(-1)?.index ?? -1;
  return DECLARATION.exec(statement.slice(assigned + 1, -1))?.[1];
}

/** `--model veo3`, `-m veo3`. */
function flagBefore(before: string): string | null {
  return /(?:^|\s)--?([A-Za-z][\w-]*)[\s=]+$/.exec(before)?.[1] ?? null;
}

/** The name of the union type that the literal is an alternative of (`model?: 'sora' | 'veo3'`). */
function unionKey(text: string, start: number): string | null {
  const left = withoutQuote(text.slice(Math.max(0, start - REACH), start));
  const head = beforeAlternatives(left);
  const isUnion = head.length < left.trimEnd().length;
  if (!isUnion && !head.endsWith('<')) return null;
  return STATE_TYPE.exec(head)?.[1] ?? keyAtEnd(isUnion ? head.slice(head.lastIndexOf('\n') + 1) : '');
}

/** What stands before a chain of alternatives (`'a' | 'b' |`), over lines; null items of unions included. */
function beforeAlternatives(left: string): string {
  let head = left.trimEnd();
  while (head.endsWith('|') && left[head.length] !== '|') {
    const item = head.slice(0, -1).trimEnd();
    head = item.replace(/(?:(["'`])[^"'`\n]*["'`]|null|undefined)$/, '').trimEnd();
  }
  return head;
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
    /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?name["']?\s*:\s*["']?=?([\w.-]+)["']?(?:[ \t]*,)?\s+["']?value["']?\s*:\s*(?:["']=?)?$/.exec(
      left,
    );
  return match?.[1] ?? null;
}

/** The key of a comma-separated list that the literal is an item of (`MODELS=veo3,veo3-fast`), or null. */
export function listKey(text: string, start: number): string | null {
  const left = text.slice(Math.max(0, start - REACH), start);
  const length = listLength(left);
  return length === 0 ? null : keyBefore(text, start - length);
}

/** The length of the items and commas at the end of a text (`a, b,`). */
function listLength(text: string): number {
  const [last = '', ...items] = text.split(',').reverse();
  if (last.trim() !== '') return 0;
  let length = 0;
  let between = last.length;
  for (const item of items) {
    const word = /(?<![\w./:-])[\w./:-]+\s*$/.exec(item);
    if (word === null) break;
    length += between + 1 + word[0].length;
    between = word.index;
    if (item.slice(0, word.index).trim() !== '') break;
  }
  return length;
}

/**
 * Whether the value at `start` follows its key as values do without quotes: `KEY=value`, `--key value`, and where
 * `colons` says so `key: value`.
 */
export function isBareValue(text: string, start: number, colons: boolean): boolean {
  if (colons) return true;
  const before = lineBefore(text, start);
  if (/(?:=|:-|:=|(?<=[^\w-])--?[A-Za-z][\w-]*\s+|\$\{[\w.-]+:)$/.test(before)) return true;
  const at = before.length - listLength(before);
  const list = before.slice(at);
  return !/\s/.test(list) && (list.includes(':-') || (list !== '' && before[at - 1] === '='));
}
