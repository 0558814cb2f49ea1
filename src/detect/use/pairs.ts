// Where an ID is the key of a pair that no colon or arrow shows: `map.set(ID, 1)`, `(ID, 0.4)`, `{ ID, 0.4m }`.
import type { Container, Masked } from './surroundings.ts';

/** Methods whose first argument is a key. */
const KEYED =
  /\.(?:set|put|insert|add|store|emplace|try_emplace|insert_or_assign|putIfAbsent|setdefault|TryAdd|Set|Put|Add|Store|LoadOrStore|get|Get|get_mut|entry|getOrDefault|GetValueOrDefault|getOrElse|fetch|dig|pop|remove|delete|Remove|Delete|Load|TryGetValue|containsKey|ContainsKey|contains_key|computeIfAbsent)$/;

/** Methods that change or read a table by its key alone; `add` and its like take what a list or a set holds. */
const ALONE =
  /\.(?:get|Get|get_mut|entry|fetch|dig|pop|remove|delete|Remove|Delete|Load|containsKey|ContainsKey|contains_key)$/;

/** Whether an argument that has no name is the key by which a table is asked or changed. */
export function isKeyArgument(callee: string, { items, own }: Container, { text }: Masked): boolean {
  if (own === null || own !== items[0]) return callee === 'delete' && own === items[1];
  const isAddress = /^\s*["'`](?:\w+:\/)?\//.test(text.slice(own.start, own.end));
  return own.isString && !isAddress && (items.length > 1 ? KEYED : ALONE).test(callee);
}

/** Whether an item stands in front of the number or the object that belongs to it, in a bracket of no type's or name's. */
export function isKeyOfPair({ before, items, own }: Container, { code }: Masked): boolean {
  if (/[\w>\])]\s*$/.test(before)) return false;
  const [first, second, ...others] = items;
  if (first === undefined || second === undefined || others.length > 0 || own !== first) return false;
  return first.isString && /^\s*(?:-?[\d.]|[[{])/.test(code.slice(second.start, second.end));
}
