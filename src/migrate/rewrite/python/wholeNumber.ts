// Whether a name in Python holds a whole number, as far as its function shows: `"{n}s"` needs one.
import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, says } from './tree.ts';

/** Only parameters are looked at: those said to be `int`, and those that are a whole number where nothing is given. */
export function isWholeNumber(node: SyntaxNode, text: string): boolean {
  if (node.type !== 'identifier') return false;
  const name = says(node, text);
  const parameters = around(node, ['function_definition'])?.children.find(
    ({ field }) => field === 'parameters',
  );
  const found = (parameters?.children ?? []).find((parameter) => {
    const named = childAt(parameter, 'name') ?? parameter.children[0];
    return named?.type === 'identifier' && says(named, text) === name;
  });
  if (found === undefined) return false;
  const type = childAt(found, 'type');
  if (type !== undefined) return says(type, text) === 'int';
  return found.type === 'default_parameter' && /^\d+$/.test(says(childAt(found, 'value') ?? found, text));
}
