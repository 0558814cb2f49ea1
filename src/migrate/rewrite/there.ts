// Whether a value of a script is surely there: `${seconds}s` would make words of what is undefined.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { around, says } from './nodes.ts';
import { bare } from './tree.ts';

const FUNCTIONS = ['function_declaration', 'arrow_function', 'method_definition', 'function_expression'];
const ARITHMETIC = /^(?:[-+*/%]|\*\*)$/;

/** How far names are followed. */
const FURTHEST = 4;

/** Neither undefined nor null, as far as the expression and the declarations of the file say. */
export function isSurelyThere(value: SyntaxNode, text: string, far = 0): boolean {
  const node = bare(value) ?? value;
  const isThere = (part: SyntaxNode | undefined): boolean =>
    part !== undefined && isSurelyThere(part, text, far);
  switch (node.type) {
    case 'number':
    case 'string':
    case 'template_string':
    case 'unary_expression':
      return true;
    case 'binary_expression':
      if (node.operator === '??' || node.operator === '||') return isThere(childAt(node, 'right'));
      return ARITHMETIC.test(node.operator ?? '');
    case 'ternary_expression':
      return isThere(childAt(node, 'consequence')) && isThere(childAt(node, 'alternative'));
    case 'call_expression':
      return /^(?:Number|parseInt|parseFloat|String|Math\.\w+)$/.test(says(childAt(node, 'function'), text));
    case 'member_expression':
      return isTypedMember(node, text);
    default:
      return /identifier$/.test(node.type) && far < FURTHEST && isNameThere(node, text, far);
  }
}

/** A parameter of the function around, or a constant of the file. */
function isNameThere(node: SyntaxNode, text: string, far: number): boolean {
  const name = says(node, text);
  for (let owner = around(node, FUNCTIONS); owner !== undefined; owner = around(owner, FUNCTIONS)) {
    const found = parametersOf(owner).find((parameter) => nameOf(parameter, text) === name);
    if (found !== undefined) return isGiven(found, text, far);
    const taken = parametersOf(owner).flatMap(patternOf).flatMap(membersOf);
    const member = taken.find((one) => nameOf(one, text) === name);
    if (member !== undefined) return isMemberThere(member, name, text, far);
  }
  const [one, another] = [...descendants(rootOf(node))].filter((declared) => declares(declared, name, text));
  if (one === undefined || another !== undefined) return false;
  if (one.type !== 'variable_declarator') return isDefaulted(one, text, far);
  const value = childAt(one, 'value');
  return value !== undefined && isConstant(one, text) && isSurelyThere(value, text, far + 1);
}

const parametersOf = (owner: SyntaxNode): readonly SyntaxNode[] =>
  childAt(owner, 'parameters')?.children ?? [];

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** `const seconds = …`, or a name taken out of an object: `const { seconds = 8 } = …`. */
function declares(node: SyntaxNode, name: string, text: string): boolean {
  if (node.type === 'variable_declarator') return nameOf(node, text) === name;
  const isTaken = /^(?:shorthand_property_identifier_pattern|object_assignment_pattern)$/.test(node.type);
  return isTaken && node.parent?.type === 'object_pattern' && nameOf(node, text) === name;
}

/** The names that a parameter takes out of the object that it is given. */
const patternOf = (parameter: SyntaxNode): readonly SyntaxNode[] => {
  const pattern = childAt(parameter, 'pattern') ?? childAt(parameter, 'left') ?? parameter;
  return pattern.type === 'object_pattern' ? [pattern] : [];
};
const membersOf = (pattern: SyntaxNode): readonly SyntaxNode[] => pattern.children;

function nameOf(node: SyntaxNode, text: string): string {
  return says(childAt(node, 'pattern') ?? childAt(node, 'name') ?? childAt(node, 'left') ?? node, text);
}

/** `seconds: number`, `seconds = 8`; not `seconds?: number`, which may be left out. */
function isGiven(parameter: SyntaxNode, text: string, far: number): boolean {
  const value = childAt(parameter, 'value') ?? childAt(parameter, 'right');
  if (value !== undefined) return isSurelyThere(value, text, far + 1);
  return parameter.type === 'required_parameter' && isPresent(childAt(parameter, 'type'), text);
}

/** Whether a type has neither undefined nor null in it, as far as it can be read off: `: number`, `: 4 | 6 | 8`. */
const isPresent = (type: SyntaxNode | undefined, text: string): boolean =>
  says(type, text)
    .replace(/^:/, '')
    .split('|')
    .every((part) => /^(?:number|string|\d+|"[^"]*"|'[^']*')$/.test(part.trim()));

const isDefaulted = (member: SyntaxNode, text: string, far: number): boolean => {
  const value = childAt(member, 'right');
  return value !== undefined && isSurelyThere(value, text, far + 1);
};

/** A name taken out of a parameter: with a value of its own where none is given, or said to be there. */
function isMemberThere(member: SyntaxNode, name: string, text: string, far: number): boolean {
  if (isDefaulted(member, text, far)) return true;
  const parameter = member.parent?.parent;
  return parameter !== null && parameter !== undefined && isTypedAs(childAt(parameter, 'type'), name, text);
}

/** `options.seconds` of a parameter whose type says that it is there. */
function isTypedMember(node: SyntaxNode, text: string): boolean {
  const object = childAt(node, 'object');
  const owner = object?.type === 'identifier' ? around(node, FUNCTIONS) : undefined;
  if (object === undefined || owner === undefined) return false;
  const parameter = parametersOf(owner).find((one) => nameOf(one, text) === says(object, text));
  return (
    parameter?.type === 'required_parameter' &&
    isTypedAs(childAt(parameter, 'type'), says(childAt(node, 'property'), text), text)
  );
}

/** Whether a type of the file, or one written in place, has a member that is always there. */
function isTypedAs(type: SyntaxNode | undefined, member: string, text: string): boolean {
  const written = type?.children[0];
  if (written === undefined) return false;
  const name = says(written, text);
  const [declared, another] = [...descendants(rootOf(written))].filter(
    (node) =>
      /^(?:interface_declaration|type_alias_declaration)$/.test(node.type) && nameOf(node, text) === name,
  );
  const body =
    written.type === 'object_type'
      ? written
      : another === undefined && declared !== undefined
        ? (childAt(declared, 'body') ?? childAt(declared, 'value'))
        : undefined;
  return (body?.children ?? []).some((one) => {
    const own = childAt(one, 'name');
    const kind = childAt(one, 'type');
    if (own === undefined || kind === undefined || says(own, text) !== member) return false;
    return text.slice(own.end, kind.start) === '' && isPresent(kind, text);
  });
}

const isConstant = ({ parent }: SyntaxNode, text: string): boolean =>
  parent !== null && text.startsWith('const', parent.start);
