// Command lines: the variables that they set (`--set-env-vars A=b,C=d`, `-e A=b`, `A=b python …`), and `--model ID`.
import type { Variable } from './setting.ts';
import { partOf, type Scalar } from './tree.ts';

/** Words, continued lines, comments, and the signs between commands; no branch scans twice over the same text. */
const TOKEN =
  /\\\r?\n|(?<=^|\s)#[^\n]*|(?:\$\{\{[^}\n]{0,200}\}\}|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\\[^\r\n]|\$(?!\{\{)|[^\s"'\\;|&()$])+|[\n;|&()]/gm;
const ASSIGNED = /(?:^|[^\w.$-])([A-Za-z_][\w.]*)=/g;
/** Nobody's model has a longer name than this allows. */
const VALUE = /["']?((?:\$\{[^{}]{0,200}\}|[^,"'\s;{}@|^\\]){0,400})/y;
const MODEL_FLAG = /^--?[\w-]*model(?:-(?:id|name))?$/;
/** Commands that only show or compare what they are given, and those that other readers know as requests. */
const NO_PROGRAM =
  /^(?:export|local|readonly|declare|typeset|alias|printf|e?grep|rg|sed|awk|test|\[\[?|jq|cat|git|curl|wget|https?|gh)$/;

/**
 * The variables that commands set, one list a command: what several commands set are different variables. `flags`
 * says whether `--model ID` counts, too.
 */
export function commandVariables(text: Scalar, flags: boolean): readonly (readonly Variable[])[] {
  return statements(text).map((words) => variablesOfWords(words, flags));
}

/** The variables of one command that is already taken apart, a word an item. */
export function variablesOfWords(words: readonly Scalar[], flags: boolean): readonly Variable[] {
  const lead = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word.text));
  const program = words[lead]?.text ?? '';
  if (NO_PROGRAM.test(program)) return [];
  if (program === 'echo' && !words.some(({ text }) => text.startsWith('>>'))) return [];
  return words.flatMap((word, index) => {
    // A variable of the script itself is no setting; what stands behind the first comma of it may be.
    const assigned = assignments(word).filter(({ namePlace }) => lead >= 0 || namePlace.start > word.start);
    return flags ? [...flagged(word, words[index + 1]), ...assigned] : assigned;
  });
}

function statements(text: Scalar): readonly (readonly Scalar[])[] {
  const found: Scalar[][] = [[]];
  for (const { 0: token, index } of text.text.matchAll(TOKEN)) {
    if (/^[\n;|&()]$/.test(token)) found.push([]);
    else if (!/^(?:\\\r?\n|#)/.test(token)) found.at(-1)?.push(partOf(text, index, index + token.length));
  }
  return found.filter((words) => words.length > 0);
}

/** `A=b`, `A=b,C=d`, `--flag=A=b`, `Variables={A=b}`: every name of a word with its value. */
function assignments(word: Scalar): readonly Variable[] {
  if (word.text.startsWith('#')) return [];
  return [...word.text.matchAll(ASSIGNED)].map((found): Variable => {
    const [whole, name = ''] = found;
    const nameStart = found.index + whole.length - name.length - 1;
    VALUE.lastIndex = found.index + whole.length;
    const value = VALUE.exec(word.text);
    const end = VALUE.lastIndex === 0 ? found.index + whole.length : VALUE.lastIndex;
    const start = end - (value?.[1]?.length ?? 0);
    return {
      name,
      namePlace: word.place(nameStart, nameStart + name.length),
      value: partOf(word, start, end),
      entry: word.place(nameStart, end),
    };
  });
}

/** `--model ID` and `--model=ID`. */
function flagged(word: Scalar, next: Scalar | undefined): readonly Variable[] {
  const sign = word.text.indexOf('=');
  const name = sign < 0 ? word.text : word.text.slice(0, sign);
  if (!MODEL_FLAG.test(name)) return [];
  const given = sign < 0 ? next : partOf(word, sign + 1, word.text.length);
  if (given === undefined) return [];
  const quoted = /^(["'])(.*)\1$/s.exec(given.text);
  const value = quoted === null ? given : partOf(given, 1, given.text.length - 1);
  const namePlace = word.place(0, name.length);
  return [{ name, namePlace, value, entry: { start: namePlace.start, end: value.end } }];
}
