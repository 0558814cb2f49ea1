// The names above a literal: of the list, object, call, class, switch or YAML block that holds it.
import { comparedName } from './comparedName.ts';
import { keyBefore } from './keyBefore.ts';
import { meaningOf } from './keyMeaning.ts';
import { lineBefore, REACH, withoutQuote } from './quotes.ts';
import { MODEL_CALL, TEST_BLOCK } from './vocabulary/calls.ts';

/** How far back an enclosing list or object is looked for, in UTF-16 code units. */
const LIST_REACH = 4000;

/** How far up the keys of a YAML list are looked for. */
const YAML_REACH = 8000;

/** How many brackets up a name is looked for. */
const LEVELS = 3;

const DECLARATION = /\b(?:enum|class|interface|type|object|struct)\s+([A-Za-z_$][\w$]*)/;
const TYPE_OF_LIST = /(?<=[:=|,(\s])[A-Za-z_][\w.]*$/;

/** The names of the brackets around `at`, the innermost first; unnamed ones are left out. `sameLine`: of this line only. */
export function enclosingNames(text: string, at: number, sameLine = false): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let level = 0;
  for (let index = at - 1, floor = Math.max(0, at - LIST_REACH); index >= floor && level < LEVELS; index--) {
    const char = text[index];
    if (sameLine && char === '\n') break;
    if (char === ']' || char === '}' || char === ')') depth++;
    else if (char === '[' || char === '{' || char === '(') {
      if (depth === 0) {
        level++;
        const name = nameOfBracket(text, index, char);
        if (name !== null) names.push(name);
      } else depth--;
    }
  }
  return names;
}

function nameOfBracket(text: string, index: number, bracket: string): string | null {
  const before = lineBefore(text, index);
  if (bracket === '(') return nameOfCall(text, index, before);
  const declared = bracket === '{' ? DECLARATION.exec(clauseOf(before))?.[1] : undefined;
  if (declared !== undefined) return declared;
  if (bracket === '{') return LIST_CLOSURE.exec(before)?.[1] ?? keyBefore(text, index);
  const type = TYPE_OF_LIST.exec(before)?.[0] ?? '';
  return keyBefore(text, index - type.length) ?? subscripted(before) ?? comparedName(text, index, index);
}

/** What stands before a bracket, back to the last bracket or semicolon. */
const clauseOf = (before: string): string => before.slice(before.search(/(?<![^;{}()])[^;{}()]*$/));

/** `MODEL_COSTS["veo3"]`: the name of the table that is looked into. */
const subscripted = (before: string): string | null =>
  /(?:^|[^\w$.])([A-Za-z_$][\w$.]*)\??\.?$/.exec(before)?.[1] ?? null;

/** A tuple's name (`MODELS = (`), or the name that a call's first argument gives (`add_argument("--model", …`). */
function nameOfCall(text: string, index: number, before: string): string | null {
  if (/(?:[=:,(|]|\bin|\bof|\breturn)\s*$/.test(before)) return keyBefore(text, index);
  const first =
    /^\(\s*(?:["'`]-{0,2}\w["'`]\s*,\s*)?["'`]-{0,2}([A-Za-z][\w-]*)(?:[ =]<?[\w.]+>?)?["'`]\s*,/.exec(
      text.slice(index, index + REACH),
    );
  const list = LIST_METHOD.exec(before)?.[1];
  if (list !== undefined) return list;
  const callee = calleeOf(before);
  if (callee !== null && (TEST_BLOCK.test(callee) || HOLDS_STATE.test(callee))) return null;
  return [first?.[1] ?? null, callee].find(isTelling) ?? null;
}

/** `MODELS.filter(`: what is looked through says more than the method. */
const LIST_METHOD =
  /(?<![\w$])([A-Za-z_$][\w$]*)\??\.(?:filter|find|findIndex|some|every|map|flatMap|forEach|reduce)$/;

/** `MODELS.find {`, `models.first(where: {`: the same where a closure stands behind the method. */
const LIST_CLOSURE =
  /(?<![\w$])([A-Za-z_$][\w$]*)\??\.(?:find|first|last|firstOrNull|filter|single|singleOrNull|any|all|none|contains|firstIndex|indexOfFirst|detect|select|reject)\s*(?:\(\s*(?:where:\s*)?)?$/;

/** `useState({ model: … })`: the state of a component can be anything. */
const HOLDS_STATE = /^use(?:State|Reducer|Ref)$/;

const isTelling = (name: string | null): boolean => /model|other/.test(meaningOf(name));

/** The name of the function that is called (`getVideoModel` in `registry.getVideoModel(`), null for a bare bracket. */
const calleeOf = (before: string): string | null =>
  /(?<![\w$])([A-Za-z_$][\w$]*)\s*(?:<[^<>\n]*>)?$/.exec(before)?.[1] ?? null;

/** Whether the literal at `start` is an argument of a call that says nothing of models or videos (`load("veo3")`). */
export function isArgumentOfOther(text: string, start: number): boolean {
  const line = withoutQuote(lineBefore(text, start));
  const call = /(?<![\w$])([A-Za-z_$][\w$]*)\((?:[^()\n]*,)?\s*$/.exec(line)?.[1];
  return call !== undefined && !MODEL_CALL.test(call) && !/model|video/i.test(line);
}

const SWITCH =
  /(?<![\w$.])(?:switch|match|when)\s*(?:\(\s*)?([A-Za-z_$][\w$.]*(?:\([\w$.]*\))?)(?![\w$.])|\bcase\s+(\w+)\s*\n/g;
const SWITCH_OPENS = /^[^\n{:]*(?:\n\s*)?[{:]/;

/** What the `switch`, `match` or `case` around a `case 'veo3':` looks at; null where there is none. */
export function switchSubject(text: string, start: number): string | null {
  if (
    !/(?:^|[^\w])(?:case|when)\s+(?:(?:["'`][^"'`\n]*["'`]|[\w.]+)\s*[,|]\s*)*["'`]?$/.test(
      lineBefore(text, start),
    )
  )
    return null;
  const left = text.slice(Math.max(0, start - LIST_REACH), start);
  const heads = [...left.matchAll(SWITCH)].filter(
    ({ 2: word, 0: found, index }) =>
      word !== undefined || SWITCH_OPENS.test(left.slice(index + found.length, index + found.length + REACH)),
  );
  const head = heads.at(-1);
  return head?.[1]?.replace(/\([\s\S]*$/, '') ?? head?.[2] ?? null;
}

/** The class of a Python member (`VEO3 = "veo3"` under `class Model(str, Enum):`), or null. */
export function pythonClass(text: string, start: number): string | null {
  const line = lineBefore(text, start);
  const indent = indentOf(line);
  if (indent === 0) return null;
  const above = text.slice(Math.max(0, start - LIST_REACH), start - line.length).split('\n');
  const head = above.findLast((other) => other.trim() !== '' && indentOf(other) < indent);
  return /^\s*class\s+(\w+)/.exec(head ?? '')?.[1] ?? null;
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** The keys that a YAML list item or nested key at `start` belongs to, by indentation, past keys of structure only; null at the top. */
export function yamlParentKey(text: string, start: number): string | null {
  const floor = Math.max(0, start - YAML_REACH);
  let lineStart = text.slice(floor, start).lastIndexOf('\n') + 1 + floor;
  let own = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  let isItem = /^[ \t]*-/.test(text.slice(lineStart, start));
  while (lineStart > floor) {
    const previous = text.slice(floor, lineStart - 1).lastIndexOf('\n') + 1 + floor;
    const line = text.slice(previous, lineStart - 1).replace(/\r$/, '');
    lineStart = previous;
    const match = /^([ \t]*)(?:-\s+)?["']?([\w.-]+)["']?\s*:\s*(?:#.*|\|.*|>.*)?$/.exec(line);
    const indent = match?.[1]?.length ?? Number.POSITIVE_INFINITY;
    if (!match || !(indent < own || (isItem && indent === own && !/^[ \t]*-/.test(line)))) continue;
    if (meaningOf(match[2] ?? null) !== 'structure') return match[2] ?? null;
    own = indent;
    isItem = false;
  }
  return null;
}
