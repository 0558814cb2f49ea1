// Whether a value of a script is surely a number: `${seconds}s` needs one, or its text.
import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { around } from './tree.ts';

const FUNCTIONS = ['function_declaration', 'arrow_function', 'method_definition', 'function_expression'];

/** A parameter of the function around, or a constant of the file, that is said or seen to be a number. */
export function isSurelyNumber(node: SyntaxNode, text: string): boolean {
  if (!/identifier$/.test(node.type)) return false;
  const name = text.slice(node.start, node.end);
  for (let owner = around(node, FUNCTIONS); owner !== undefined; owner = around(owner, FUNCTIONS)) {
    const found = childAt(owner, 'parameters')?.children.find(
      (parameter) => nameOf(parameter, text) === name,
    );
    if (found !== undefined) return isNumeric(found, text);
  }
  let root = node;
  while (root.parent !== null) root = root.parent;
  const declared = [...descendants(root)].filter(
    (one) => one.type === 'variable_declarator' && nameOf(one, text) === name,
  );
  const [one, another] = declared;
  return one !== undefined && another === undefined && isNumeric(one, text) && isConstant(one, text);
}

function nameOf(node: SyntaxNode, text: string): string {
  const name = childAt(node, 'pattern') ?? childAt(node, 'name') ?? childAt(node, 'left') ?? node;
  return text.slice(name.start, name.end);
}

/** `seconds: number`, `seconds = 8`; not `seconds?: number`, which may be left out. */
function isNumeric(node: SyntaxNode, text: string): boolean {
  const value = childAt(node, 'value') ?? childAt(node, 'right');
  if (value !== undefined) return /^\d+$/.test(text.slice(value.start, value.end));
  const type = childAt(node, 'type');
  return (
    node.type === 'required_parameter' &&
    type !== undefined &&
    /^:\s*number$/.test(text.slice(type.start, type.end))
  );
}

const isConstant = ({ parent }: SyntaxNode, text: string): boolean =>
  parent !== null && text.startsWith('const', parent.start);
