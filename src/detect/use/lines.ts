// What an ID in a configuration of lines is (YAML, TOML, INI, environment files): by its key and the lines beside it.
import { enclosingNames, yamlParentKey } from '../enclosing.ts';
import { isBareValue, keyBefore, listKey, siblingName } from '../keyBefore.ts';
import { lineBefore } from '../quotes.ts';
import { useOfEntry } from './entry.ts';
import { namesListing, namesTried } from './names.ts';
import { claim, type Literal, type Scene, type UseClaim } from './types.ts';

/** How many lines to each side are looked at. */
const NEAR = 40;

/** The use of an ID in such a format. */
export function useInLines({ start, end }: Literal, { source, language }: Scene): UseClaim {
  const { text } = source;
  const before = lineBefore(text, start);
  const parent = language.id === 'yaml' ? yamlParentKey(text, start) : null;
  if (/^\s*-\s+["']?$/.test(before)) return useOfDash(text, start, parent);
  const list = listKey(text, start);
  if (list !== null || /^\s*,\s*[\w./:-]+/.test(text.slice(end, end + 40)))
    return claim('listing', 'one of a list in a line');
  if (language.id === 'yaml' && IN_SENTENCE.test(before)) return claim('text', 'a part of a sentence');
  if (language.id === 'yaml' && isLastCommand(before, ['grep ']))
    return claim('comparison', 'what a command looks for');
  if (language.id === 'yaml' && isLastCommand(before, ['echo ', 'printf ']))
    return claim('text', 'what a command prints');
  const key = siblingName(text, start) ?? keyBefore(text, start);
  if (key === null || !isBareValue(text, start, true))
    return claim('constant', 'a value whose use is not seen');
  const names = [...(parent === null ? [] : [parent]), ...enclosingNames(text, start, true)];
  return useOfEntry({ key, siblings: keysBeside(text, start), names, isLookedUp: false, isConfig: true });
}

/** Words without quotes between a key and an ID, the last of which is no option of a command. */
const IN_SENTENCE = /^\s*(?:-\s+)?[\w.-]+:\s+[^\s"'|>&*!{[](?:[^\n]*\s)?(?!-)[\w,;.()]+ `?$/;

/** Whether what stands at the end of a line belongs to one of some commands. */
function isLastCommand(before: string, commands: readonly string[]): boolean {
  const at = Math.max(...commands.map((command) => before.lastIndexOf(command)));
  return at >= 0 && !/[;&|>]/.test(before.slice(at)) && /(?:^|[\s;&|])$/.test(before.slice(0, at));
}

function useOfDash(text: string, start: number, parent: string | null): UseClaim {
  if (namesTried(parent)) return claim('setting', `one of ${parent}`);
  const indent = /^\s*/.exec(lineBefore(text, start))?.[0] ?? '';
  const items = linesAround(text, start).filter((line) => line.startsWith(`${indent}- `));
  if (items.length > 1) return claim('listing', `one of ${items.length} in a list`);
  return namesListing(parent)
    ? claim('listing', `the item of ${parent}`)
    : claim('constant', 'the only item of a list whose use is not seen');
}

/** The keys of the lines of the same block, as far as their indentation shows it. */
function keysBeside(text: string, start: number): readonly string[] {
  const own = lineBefore(text, start);
  const column = keyColumn(own);
  const { above, below } = sides(text, start);
  return [...block(above.toReversed(), column, true), ...block(below, column, false)];
}

const keyColumn = (line: string): number => /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0;

function block(lines: readonly string[], column: number, upwards: boolean): readonly string[] {
  const keys: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') {
      if (column === 0) break;
      continue;
    }
    const at = keyColumn(line);
    const isDash = /^[ \t]*-[ \t]/.test(line);
    if (at < column || (!upwards && isDash && at === column) || /^\[/.test(line)) break;
    const key = /^[ \t]*(?:-[ \t]+)?["']?([\w.-]+)["']?\s*[:=]/.exec(line)?.[1];
    if (at === column && key !== undefined) keys.push(key);
    if (upwards && isDash && at === column) break;
  }
  return keys;
}

function sides(
  text: string,
  start: number,
): { readonly above: readonly string[]; readonly own: string; readonly below: readonly string[] } {
  const before = lineBefore(text, start);
  const lineStart = start - before.length;
  const above = text.slice(Math.max(0, lineStart - 4000), Math.max(0, lineStart - 1)).split('\n');
  const [rest = '', ...below] = text.slice(start, start + 4000).split('\n');
  return { above: above.slice(-NEAR), own: before + rest, below: below.slice(0, NEAR) };
}

function linesAround(text: string, start: number): readonly string[] {
  const { above, own, below } = sides(text, start);
  const isItem = (line: string): boolean => /^\s*(?:-\s|#|$)/.test(line);
  const before = above.toReversed();
  const stop = before.findIndex((line) => !isItem(line));
  const end = below.findIndex((line) => !isItem(line));
  return [...before.slice(0, stop < 0 ? undefined : stop), own, ...below.slice(0, end < 0 ? undefined : end)];
}
