// Whether a value in Python is a whole number, as far as the file shows: `"{n}s"` needs one.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, says } from './tree.ts';

/**
 * The expression of a whole number: `int(…)`, or a name that holds one, be it within `str(…)`; null where that is not seen.
 * A name is a parameter said to be `int` or whole where nothing is given, or a variable that is set once, to digits.
 */
export function wholeNumber(node: SyntaxNode, text: string): string | null {
  const callee = node.type === 'call' ? childAt(node, 'function') : undefined;
  const args = callee && childAt(node, 'arguments')?.children;
  const given = args?.length === 1 ? args[0] : undefined;
  if (callee !== undefined && given !== undefined) {
    if (says(callee, text) === 'str') return wholeNumber(given, text);
    return says(callee, text) === 'int' && /^[\w.]+$/.test(says(given, text)) ? says(node, text) : null;
  }
  return node.type === 'identifier' && isWhole(node, text) ? says(node, text) : null;
}

function isWhole(node: SyntaxNode, text: string): boolean {
  const name = says(node, text);
  const owner = around(node, ['function_definition']);
  const parameters = owner?.children.find(({ field }) => field === 'parameters');
  const found = (parameters?.children ?? []).find((parameter) => {
    const named = childAt(parameter, 'name') ?? parameter.children[0];
    return named?.type === 'identifier' && says(named, text) === name;
  });
  if (found === undefined) return isSetOnce(name, node, text);
  const type = childAt(found, 'type');
  if (type !== undefined) return says(type, text) === 'int';
  return found.type === 'default_parameter' && /^\d+$/.test(says(childAt(found, 'value') ?? found, text));
}

/** Whether a file sets a name at one place only, to digits. */
function isSetOnce(name: string, from: SyntaxNode, text: string): boolean {
  let root = from;
  while (root.parent !== null) root = root.parent;
  const targets = [...descendants(root)].filter(
    (node) =>
      node.type === 'identifier' &&
      says(node, text) === name &&
      (node.field === 'left' || /^(?:parameters|pattern_list|for_statement)$/.test(node.parent?.type ?? '')),
  );
  const [one, another] = targets;
  const value = one?.parent?.type === 'assignment' ? childAt(one.parent, 'right') : undefined;
  return another === undefined && value !== undefined && /^\d+$/.test(says(value, text));
}
