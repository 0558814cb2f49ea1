// What a value in Python surely is, as far as the file shows: there at all, or a whole number.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, says } from '../nodes.ts';

/** Whether an expression is of a kind; `name` says it of what no name leads further to. */
interface Kind {
  readonly literal: RegExp;
  readonly calls: RegExp;
  readonly type: RegExp;
  /** Whether arithmetic gives one, whatever it is done with. */
  readonly arithmetic: boolean;
}

const THERE: Kind = {
  literal: /^(?:integer|float|string|concatenated_string|f_string|list|dictionary|true|false)$/,
  calls: /^(?:int|float|str|len|round|min|max|abs|\w+\.join|os\.environ)$/,
  type: /^(?:int|float|str|bool)$/,
  arithmetic: true,
};
const WHOLE: Kind = { literal: /^integer$/, calls: /^(?:int|len)$/, type: /^int$/, arithmetic: false };

/** How far names are followed. */
const FURTHEST = 4;

/** Not None. */
export const isSurelyThere = (node: SyntaxNode, text: string): boolean => isOf(THERE, node, text, 0);

export const isSurelyWhole = (node: SyntaxNode, text: string): boolean => isOf(WHOLE, node, text, 0);

/** Whether a parameter is said to hold a whole number or None. */
export function isWholeOrNone(node: SyntaxNode, text: string): boolean {
  const parameter = node.type === 'identifier' ? parameterOf(node, text) : undefined;
  const type = parameter && childAt(parameter, 'type');
  return /^(?:Optional\[int\]|int\s*\|\s*None|None\s*\|\s*int)$/.test(says(type, text));
}

function isOf(kind: Kind, node: SyntaxNode, text: string, far: number): boolean {
  const isIt = (part: SyntaxNode | undefined): boolean => part !== undefined && isOf(kind, part, text, far);
  if (kind.literal.test(node.type)) return true;
  switch (node.type) {
    case 'parenthesized_expression':
      return isIt(node.children[0]);
    case 'conditional_expression':
      return isIt(node.children[0]) && isIt(node.children[2]);
    case 'boolean_operator':
      // What stands before an `or` is there where it counts.
      return (
        isIt(childAt(node, 'right')) &&
        (kind === THERE ? node.operator === 'or' : isIt(childAt(node, 'left')))
      );
    case 'binary_operator':
      return kind.arithmetic || (/^(?:[-+*%]|\/\/)$/.test(node.operator ?? '') && node.children.every(isIt));
    case 'call': {
      const called = says(childAt(node, 'function') ?? node, text);
      const given = childAt(node, 'arguments')?.children ?? [];
      if (kind.calls.test(called)) return true;
      return called === 'round' ? given.length === 1 : /^(?:min|max)$/.test(called) && given.every(isIt);
    }
    default:
      return node.type === 'identifier' && far < FURTHEST && isNameOf(kind, node, text, far);
  }
}

function isNameOf(kind: Kind, node: SyntaxNode, text: string, far: number): boolean {
  const parameter = parameterOf(node, text);
  if (parameter !== undefined) return isParameterOf(kind, parameter, text, far);
  return isSetOnlyTo(kind, node, text, far);
}

function parameterOf(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const owner = around(node, ['function_definition']);
  const parameters = owner?.children.find(({ field }) => field === 'parameters');
  return parameters?.children.find((parameter) => {
    const named = childAt(parameter, 'name') ?? parameter.children[0];
    return named?.type === 'identifier' && says(named, text) === says(node, text);
  });
}

/** A parameter that is said to be of the kind; where nothing is said, one that stands for such a value. */
function isParameterOf(kind: Kind, parameter: SyntaxNode, text: string, far: number): boolean {
  const type = childAt(parameter, 'type');
  const value = childAt(parameter, 'value');
  if (type !== undefined) return kind.type.test(says(type, text)) && value?.type !== 'none';
  return value !== undefined && isOf(kind, value, text, far + 1);
}

/** Whether all that a file sets a name to is of the kind. */
function isSetOnlyTo(kind: Kind, from: SyntaxNode, text: string, far: number): boolean {
  let root = from;
  while (root.parent !== null) root = root.parent;
  const targets = [...descendants(root)].filter(
    (node) =>
      node.type === 'identifier' &&
      says(node, text) === says(from, text) &&
      ((node.field === 'left' && /assignment$|^for_/.test(node.parent?.type ?? '')) ||
        node.parent?.type === 'aliased_import' ||
        /^(?:parameters|pattern_list|dotted_name|as_pattern_target)$/.test(node.parent?.type ?? '')),
  );
  return (
    targets.length > 0 &&
    targets.every((target) => {
      const value = target.parent?.type === 'assignment' ? childAt(target.parent, 'right') : undefined;
      return value !== undefined && isOf(kind, value, text, far + 1);
    })
  );
}
