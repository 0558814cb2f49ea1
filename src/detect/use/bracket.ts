// What an ID in brackets is: an item of a list, an argument, a value of an object, a part of a block.
import { enclosingNames } from '../enclosing.ts';
import { keyBefore } from '../keyBefore.ts';
import { meaningOf } from '../keyMeaning.ts';
import { useOfEntry } from './entry.ts';
import { classOfField, useOfField } from './fields.ts';
import { namesListing, namesSetting, namesTried } from './names.ts';
import { isKeyArgument, isKeyOfPair } from './pairs.ts';
import { type Container, containerAt, type Item, type Masked } from './surroundings.ts';
import { claim, type Literal, type Lookups, type Scene, type UseClaim } from './types.ts';
import {
  DEFAULT_CALL,
  EXPECTING_CALL,
  FINISHED,
  LISTING_CALL,
  SAYING_CALL,
  SENDING_CALL,
  TYPE_NAME,
} from './vocabulary.ts';

/** The use of what stands in a bracket; null where the bracket is a block of statements and says nothing. */
export function useInBracket(
  container: Container,
  at: number,
  literal: Literal,
  scene: Scene,
): UseClaim | null {
  switch (container.bracket) {
    case '[':
      return useInList(container, at, scene);
    case '(':
      return useInCall(container, at, literal, scene);
    case '{':
      return useInBraces(container, at, literal, scene);
  }
}

const itemStrings = ({ items }: Container): number => items.filter(({ isString }) => isString).length;

function useInList(container: Container, at: number, scene: Scene): UseClaim | null {
  const { source } = scene;
  if (/\bin\s*$/.test(container.before)) return claim('comparison', 'a list that something is looked for in');
  if (TYPE_NAME.test(container.before)) return claim('listing', 'an alternative of a type');
  const isIndexed = /[\w)\]]\??\.?$/.test(container.before) && container.items.length === 1;
  const after = source.code.slice(container.end + 1, container.end + 60);
  if (isIndexed && /[A-Za-z_\])]$/.test(container.before) && !/^\s*(?:\w+\s*)?\{/.test(after))
    return claim('listing', 'a look-up in a table');
  if (/^\s*\??\.\s*(?:includes|contains|indexOf|has|some|include\?)\b/.test(after))
    return claim('comparison', 'a list that something is looked for in');
  if (container.own !== null && container.own.key !== null) return null;
  return useOfItem(container, at, scene);
}

/** An item of a list, set or tuple. One that is alone may be what the program uses. */
function useOfItem(container: Container, at: number, { source }: Scene): UseClaim {
  if (isKeyOfPair(container, source)) return claim('listing', 'the key of a pair');
  const names = enclosingNames(source.text, at);
  const tried = names.find(namesTried);
  if (tried !== undefined) return claim('constant', `one of ${tried}, whose use is not seen`);
  if (itemStrings(container) > 1) return claim('listing', `one of ${itemStrings(container)} in a list`);
  if (names.some((name) => namesListing(name))) return claim('listing', `the item of ${names[0]}`);
  return claim('constant', 'the only item of a list whose use is not seen');
}

function useInCall(container: Container, at: number, literal: Literal, scene: Scene): UseClaim | null {
  const { before, own } = container;
  if (/\b(?:in|IN)\s*$/.test(before)) return claim('comparison', 'a list that something is looked for in');
  if (/\b(?:VALUES|values)\s*$/.test(before)) return claim('listing', 'a row of a table');
  const callee = /(?<![\w$.:])([\w$.:]+[!?]?)\s*(?:<[^<>]*>\s*)?$/.exec(before)?.[1] ?? '';
  const field = useOfFieldIn(container, callee, scene);
  if (field !== null) return field;
  if (isDefinition(before))
    return ESTIMATES.test(callee) && !MAKES.test(callee)
      ? claim('listing', 'the default of a function that only counts what a request would cost')
      : useOfParameter(own?.key ?? null);
  if (own?.key !== undefined && own.key !== null) return useOfArgument(own.key, callee, container);
  if (callee === '' || /^(?:return|if|while|and|or|not|else|elif|switch|match)$/.test(callee))
    return itemStrings(container) > 1 || isKeyOfPair(container, scene.source)
      ? useOfItem(container, at, scene)
      : null;
  if (/^(?:const|var|import)$/.test(callee)) return null;
  if (isKeyArgument(callee, container, scene.source))
    return claim('listing', 'the key by which a table is asked');
  return useOfPositional(callee, container, literal, scene);
}

/** `class Clip(val model: String = "…")` and `model: str = Field(default="…")`: defaults of fields. Null for all else. */
function useOfFieldIn({ before, own, start }: Container, callee: string, scene: Scene): UseClaim | null {
  const key = own?.key ?? null;
  if (/(?:^|\.)[fF]ield$/.test(callee)) {
    const owner = classOfField(scene, start);
    const described = /^\s*(\w+)\s*:/.exec(before)?.[1];
    return owner === null || described === undefined ? null : useOfField(owner, described, scene);
  }
  const primary = /\b(?:class|record)\s+(\w+)\s*(?:private\s+|internal\s+)?(?:constructor\s*)?$/.exec(before);
  return primary === null || key === null ? null : useOfField(primary[1] ?? '', key, scene);
}

/** Names of functions that count what a request would cost, and words of those that make it as well. */
const ESTIMATES = /estimate|cost|price|pricing|credits/i;
const MAKES = /generat|creat|render|submit|send|run|make|produce/i;

/** `def make(model="…")`, `function make(model = '…')`, `fun make(model: String = "…")`. */
const isDefinition = (before: string): boolean =>
  /\b(?:def|function\*?|func|fun|fn|constructor|init|sub|class)\b[^()]*$/.test(before);

function useOfParameter(key: string | null): UseClaim {
  return claim(
    'setting',
    key === null ? 'the default of a parameter' : `the default of the parameter ${key}`,
  );
}

function useOfArgument(key: string, callee: string, container: Container): UseClaim {
  if (EXPECTING_CALL.test(callee)) return claim('comparison', 'an expectation');
  if (SAYING_CALL.test(callee)) return claim('text', `the argument ${key} of a call that only says it`);
  if (/^(?:example|examples|description|help|title|label|message|text|reason)$/i.test(key))
    return claim('text', `the argument ${key}, which only shows it`);
  if (/^(?:rename|alias|serialize)$/.test(key)) return claim('listing', 'a name in a format');
  if (/^(?:choices|enum|options|values)$/i.test(key)) return claim('listing', `the argument ${key}`);
  const siblings = container.items.flatMap((item) => (item.key === null ? [] : [item.key]));
  if (meaningOf(key) === 'model' || /default|fallback/i.test(key)) {
    const described = useOfEntry({ key, siblings, names: [], isLookedUp: false, isConfig: false });
    return described.use === 'constant' ? described : claim('setting', `the argument ${key}`);
  }
  return useOfEntry({ key, siblings, names: [], isLookedUp: false, isConfig: false });
}

function useOfPositional(
  callee: string,
  container: Container,
  { start }: Literal,
  { source }: Scene,
): UseClaim {
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  if (
    /^[A-Z][A-Z0-9_]*$/.test(last) &&
    last.length > 2 &&
    /(?:^|[\s,;{])[A-Z][A-Z0-9_]*\s*$/.test(container.before)
  )
    return claim('listing', 'a member of an enumeration');
  if (NAMING_MARK.test(container.before)) return claim('listing', 'a name in a format');
  const outer = containerAt(source, container.start);
  if (!callee.includes('.') && outer?.bracket === '{' && ENUMERATES.test(outer.before))
    return claim('listing', 'a member of an enumeration');
  const pair = keyBefore(source.text, start);
  if (
    DEFAULT_CALL.test(callee) &&
    itemStrings(container) <= 2 &&
    (pair === null || meaningOf(pair) !== 'other')
  )
    return claim('setting', 'a default');
  if (EXPECTING_CALL.test(callee) || MATCHER.test(container.before))
    return claim('comparison', `an argument of ${last}`);
  if (SAYING_CALL.test(callee)) return claim('text', `an argument of ${last}, which only says it`);
  if (LISTING_CALL.test(callee)) return claim('listing', `an argument of ${last}`);
  if (namesListing(last) && !/^(?:get|set|use|with)?default/i.test(last))
    return claim('listing', `an argument of ${last}`);
  if (SENDING_CALL.test(callee)) return claim('setting', `an argument of ${last}`);
  return claim('constant', `an argument of ${last}, whose use is not seen`);
}

/** Annotations that say how a value is called where it is written out. */
const NAMING_MARK =
  /@(?:JsonProperty|JsonAlias|JsonValue|Json|JsonKey|SerializedName|SerialName|EnumMember|EnumValue|XmlEnumValue)\s*$/;

/** `expect(list).not_to include`: what RSpec expects. */
const MATCHER = /\.(?:to|not_to|to_not)\s+\w+\s*$/;

/** What stands before braces that hold statements or declarations. */
const BLOCK =
  /(?:\)|=>|->|\b(?:else|try|do|finally|loop|unsafe|begin|static|init|get|set|default)|\bcase\b.*:)\s*(?::\s*[\w<>[\]., |]+)?(?:\s*\b(?:throws|async|const|override|where)\b[^{]*)?\s*$/;
const DECLARES =
  /\b(?:class|interface|struct|impl|object|namespace|module|protocol|extension|trait|record)\b[^;{}()=]*(?:\([^()]*\)[^;{}()=]*)?$/;
/** The class in whose braces something stands; null for other braces. */
export const classOfBraces = ({ bracket, before }: Container): string | null =>
  bracket === '{'
    ? (/\b(?:class|struct|record)\s+(\w+)/.exec(DECLARES.test(before) ? before : '')?.[1] ?? null)
    : null;

const ENUMERATES = /\b(?:enum)\b[^;{}()=]*(?:\([^()]*\)[^;{}()=]*)?$/;

function useInBraces(container: Container, at: number, literal: Literal, scene: Scene): UseClaim | null {
  const { before, own, items } = container;
  const { source } = scene;
  if (ENUMERATES.test(before)) return claim('listing', 'a member of an enumeration');
  if (DECLARES.test(before) || isBlock(before, container, source)) return null;
  const key = own?.key ?? null;
  if (key === null) {
    return itemStrings(container) > 0 && items.every((item) => item.key === null)
      ? useOfItem(container, at, scene)
      : null;
  }
  const siblings = items.flatMap((item) => (item === own ? [] : (item.key ?? shorthand(item, source))));
  if (isExpected(container, source)) return claim('comparison', 'an expectation');
  const names = enclosingNames(source.text, literal.start).filter((name) => name !== key);
  const tableName = keyBefore(source.text, container.start) ?? null;
  const outer = containerAt(source, container.start);
  const above =
    outer !== null && outer.bracket === '[' ? (keyBefore(source.text, outer.start) ?? null) : null;
  const isLookedUp = tableName !== null && isIndexedByName(scene, tableName, key);
  return useOfEntry({
    key,
    siblings,
    names: above === null ? names : [...names, above],
    isLookedUp,
    isConfig: literal.role === 'config',
    isFinished:
      /responses?$/i.test(tableName ?? '') ||
      items.some(({ start, end }) => FINISHED.test(source.text.slice(start, Math.min(end, start + 80)))),
  });
}

/** Whether an object is what something is held against: `toHaveBeenCalledWith({ … })`, `assert got == { … }`. */
function isExpected(container: Container, source: Masked): boolean {
  let one: Container | null = container;
  for (let level = 0; one !== null && level < 4; level++) {
    if (one.bracket === '(') return EXPECTING_CALL.test(one.before.trimEnd());
    if (/[=!]==?\s*$/.test(one.before)) return true;
    one = containerAt(source, one.start);
  }
  return false;
}

/** `{ model: '…', prompt }`: a name that is key and value at once. */
function shorthand({ start, end }: Item, { code }: Masked): readonly string[] {
  const name = code.slice(start, end).trim();
  return /^[A-Za-z_$][\w$]*$/.test(name) ? [name] : [];
}

function isBlock(before: string, container: Container, { code }: Masked): boolean {
  if (BLOCK.test(before)) return !/=>\s*\(?\s*$/.test(before) || isStatements(code, container);
  return before.trim() === '' && isStatements(code, container);
}

/** Whether the braces hold statements (`const x = …;`), not `key: value`. */
const isStatements = (code: string, { start, end }: Container): boolean =>
  /(?:^|[;\n{])\s*(?:const|let|var|return|if|for|await|throw|val|final|def|func|\w+\s*=[^=>])/.test(
    code.slice(start + 1, Math.min(end, start + 1500)),
  );

/** Whether `NAME[…]`, `NAME.get(…)` or `NAME.key` stands somewhere: the program takes its value. */
function isIndexedByName({ lookups }: Scene, name: string, key: string): boolean {
  const lastName = name.slice(name.lastIndexOf('.') + 1).replace(/[^\w]/g, '');
  if (lastName === '' || namesSetting(lastName)) return false;
  const { indexed, members } = lookups();
  return indexed.has(lastName) || (members.get(lastName)?.has(key) ?? false);
}

/** The names that a text looks something up in. */
export function lookupsIn(code: string): Lookups {
  const indexed = new Set<string>();
  const members = new Map<string, Set<string>>();
  const found = code.matchAll(/(?<!\w)(\w{1,80})\s{0,20}(?:\[|\?\.\[|\.(?=(\w{1,80}\(?)))/g);
  for (const [, name = '', member] of found) {
    if (member === undefined || member === 'get(' || member === 'fetch(') indexed.add(name);
    else members.set(name, (members.get(name) ?? new Set()).add(member.replace('(', '')));
  }
  return { indexed, members };
}
