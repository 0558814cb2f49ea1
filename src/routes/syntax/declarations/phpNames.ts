// Names that PHP's own functions and statements bring: constants that are defined, and files that are taken in whole.
import { calledName } from '../../values/expression.ts';
import { EVERYTHING, WHOLE } from '../../values/imported.ts';
import { rootOf, type SyntaxNode } from '../tree.ts';
import type { Context, Gathering } from './gathering.ts';

/** Binds what `define('NAME', value)`, `require 'file.php'` and a file's own `return` bring; other nodes are left alone. */
export function bindPhpNames(gathering: Gathering, node: SyntaxNode, context: Context): void {
  if (node.type === 'function_call_expression') bindDefined(gathering, node, context);
  else if (/^(?:require|include)(?:_once)?_expression$/.test(node.type)) bindTaken(gathering, node, context);
  else if (node.type === 'return_statement' && node.parent?.type === 'program') bindReturned(gathering, node);
}

function bindDefined(gathering: Gathering, node: SyntaxNode, { block }: Context): void {
  const call = gathering.lowering.expression(node);
  if (call.kind !== 'call' || calledName(call.callee) !== 'define') return;
  const [name, value] = call.args;
  if (name?.value.kind !== 'scalar' || value === undefined) return;
  const made = { at: node.end, range: rootOf(block), fn: null, guards: [] };
  gathering.bind({ name: String(name.value.value), value: value.value, ...made });
}

/** `require_once __DIR__ . '/../config/veo.php'` */
function bindTaken(gathering: Gathering, node: SyntaxNode, { block }: Context): void {
  const text = gathering.lowering.text.slice(node.start, node.end);
  const [, path] = /(?:__DIR__\s*\.\s*)?['"]([^'"]+\.php)['"]\)?$/.exec(text) ?? [];
  if (path === undefined) return;
  const { start, end } = node;
  const source = `./${path}`;
  const made = { at: end, range: rootOf(block), fn: null, guards: [] };
  gathering.bind({
    name: EVERYTHING,
    value: { kind: 'import', source, name: EVERYTHING, start, end },
    ...made,
  });
}

/** `return ['model' => 'veo-…'];`: what whoever takes the file in is given. */
function bindReturned(gathering: Gathering, node: SyntaxNode): void {
  const [value] = node.children;
  if (value === undefined) return;
  const made = { at: node.end, range: rootOf(node), fn: null, guards: [] };
  gathering.bind({ name: WHOLE, value: gathering.lowering.expression(value), ...made });
}
