// Names that come from other files, in the languages whose modules can be found by their spelling.
import type { Expression } from '../../values/expression.ts';
import { EVERYTHING, SETS, TYPE, WHOLE } from '../../values/imported.ts';
import { nameOf } from '../lowering/names.ts';
import { heredocOf } from '../lowering/shells.ts';
import { childAt, descendants, type SyntaxNode } from '../tree.ts';
import type { Gathering } from './gathering.ts';

/** Binds what an import statement names; other nodes are left alone. */
export function bindImports(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  if (
    (node.type === 'import_statement' || node.type === 'export_statement') &&
    childAt(node, 'source') !== undefined
  )
    bindScriptImport(gathering, node, block);
  else if (node.type === 'import_from_statement' || node.type === 'import_statement')
    bindPythonImport(gathering, node, block);
  else if (node.type === 'import_declaration') bindJavaImport(gathering, node, block);
  else if (node.type === 'import_spec') bindGoImport(gathering, node, block);
  else if (node.type === 'export_statement') bindExports(gathering, node, block);
  else if (node.type === 'assignment_expression') bindWholeExport(gathering, node, block);
  else if (node.type === 'variable_declarator') bindRequire(gathering, node, block);
  else if (node.type === 'redirected_statement') bindWrittenFile(gathering, node, block);
}

/** `cat <<EOF > request.json`: what a script writes to a file, under the name `@request.json`. */
function bindWrittenFile(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const file = [...descendants(node)].find((below) => below.type === 'file_redirect')?.children.at(-1);
  if (file === undefined) return;
  const command = node.children[0];
  const program = command === undefined ? '' : lowering.text.slice(command.start, command.end);
  const written = /^jq\b/.test(program)
    ? command
    : /^(?:echo|printf)\b/.test(program)
      ? command?.children.at(-1)
      : undefined;
  const value = heredocOf(lowering, node) ?? (written === undefined ? null : lowering.expression(written));
  if (value === null) return;
  const name = lowering.text
    .slice(file.start, file.end)
    .replace(/^["']|["']$/g, '')
    .replace(/^\.\//, '');
  gathering.bind({ name: `@${name}`, value, at: node.end, range: block, fn: null, guards: [] });
}

function bind(
  gathering: Gathering,
  node: SyntaxNode,
  block: SyntaxNode,
  local: string,
  source: string,
  name: string,
): void {
  const value: Expression = { kind: 'import', source, name, start: node.start, end: node.end };
  gathering.bind({ name: local, value, at: node.end, range: block, fn: null, guards: [] });
}

/** `import com.acme.Models` and `import static com.acme.Models.FAST`, where the type may hold what requests send. */
function bindJavaImport(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const text = gathering.lowering.text.slice(node.start, node.end);
  const found = /^import\s+(static\s+)?([\w.]+)\s*;/.exec(text);
  const [, isStatic, path = ''] = found ?? [];
  const names = path.split('.');
  const member = isStatic === undefined ? undefined : names.pop();
  const type = names.at(-1) ?? '';
  if (found === null || names.length < 2 || !SETS.test(type)) return;
  bind(gathering, node, block, type, TYPE + names.join('.'), type);
  if (member === undefined) return;
  const at = { start: node.end, end: node.end };
  const value: Expression = {
    kind: 'member',
    object: { kind: 'name', name: type, ...at },
    name: member,
    ...at,
  };
  gathering.bind({ name: member, value, at: node.end, range: block, fn: null, guards: [] });
}

/** `models "example.org/reels/internal/models"`: a package under its own name or another. */
function bindGoImport(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const text = gathering.lowering.text.slice(node.start, node.end);
  const [, alias, path = ''] = /^(?:([\w.]+)\s+)?["`]([^"`]+)["`]$/.exec(text) ?? [];
  // A version behind the path (`…/sdk/v2`) is no name.
  const name = alias ?? path.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  if (/^[A-Za-z]\w*$/.test(name)) bind(gathering, node, block, name, path, '*');
}

function bindScriptImport(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const sourceNode = childAt(node, 'source');
  const source = sourceNode === undefined ? undefined : lowering.expression(sourceNode);
  if (source?.kind !== 'scalar') return;
  const from = String(source.value);
  if (/^export\s*\*\s*from\b/.test(lowering.text.slice(node.start, node.end)))
    bind(gathering, node, block, EVERYTHING, from, EVERYTHING);
  for (const part of descendants(node)) {
    if (part.type === 'import_specifier' || part.type === 'export_specifier') {
      const name = nameOf(lowering, childAt(part, 'name'));
      bind(gathering, part, block, nameOf(lowering, childAt(part, 'alias')) || name, from, name);
    } else if (part.type === 'namespace_import' || part.type === 'namespace_export')
      bind(gathering, part, block, nameOf(lowering, part.children[0]), from, '*');
    else if (part.type === 'identifier' && part.parent?.type === 'import_clause')
      bind(gathering, part, block, nameOf(lowering, part), from, 'default');
  }
}

/** `export default value`, and `export { local as name }`. */
function bindExports(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const value = childAt(node, 'value');
  if (value !== undefined) bindWhole(gathering, value, block);
  for (const part of descendants(node)) {
    const alias = part.type === 'export_specifier' ? nameOf(lowering, childAt(part, 'alias')) : '';
    if (alias === '') continue;
    const { start, end } = part;
    const local: Expression = { kind: 'name', name: nameOf(lowering, childAt(part, 'name')), start, end };
    gathering.bind({ name: alias, value: local, at: end, range: block, fn: null, guards: [] });
  }
}

/** `module.exports = value` */
function bindWholeExport(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const target = childAt(node, 'left');
  const value = childAt(node, 'right');
  if (target === undefined || value === undefined) return;
  if (lowering.text.slice(target.start, target.end) === 'module.exports') bindWhole(gathering, value, block);
}

const bindWhole = (gathering: Gathering, value: SyntaxNode, block: SyntaxNode): void =>
  gathering.bind({
    name: WHOLE,
    value: gathering.lowering.expression(value),
    at: value.end,
    range: block,
    fn: null,
    guards: [],
  });

function bindRequire(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const valueNode = childAt(node, 'value');
  const target = childAt(node, 'name');
  if (valueNode === undefined || target === undefined) return;
  const value = lowering.expression(valueNode);
  if (value.kind !== 'call' || value.callee.kind !== 'name') return;
  if (!/^(?:require|import)$/.test(value.callee.name)) return;
  const source = value.args[0]?.value;
  if (source?.kind !== 'scalar') return;
  if (target.type !== 'object_pattern') {
    bind(gathering, node, block, nameOf(lowering, target), String(source.value), '*');
    return;
  }
  for (const part of target.children) {
    const name = nameOf(lowering, childAt(part, 'key') ?? part);
    bind(
      gathering,
      node,
      block,
      nameOf(lowering, childAt(part, 'value') ?? part),
      String(source.value),
      name,
    );
  }
}

function bindPythonImport(gathering: Gathering, node: SyntaxNode, block: SyntaxNode): void {
  const { lowering } = gathering;
  const text = (part: SyntaxNode | undefined): string =>
    part === undefined ? '' : lowering.text.slice(part.start, part.end);
  const module = childAt(node, 'module_name');
  for (const part of node.children) {
    if (part.type === 'wildcard_import') bind(gathering, part, block, EVERYTHING, text(module), EVERYTHING);
    if (part.field !== 'name') continue;
    const original = part.type === 'aliased_import' ? text(childAt(part, 'name')) : text(part);
    const alias = part.type === 'aliased_import' ? text(childAt(part, 'alias')) : '';
    if (module !== undefined) bind(gathering, part, block, alias || original, text(module), original);
    else
      bind(
        gathering,
        part,
        block,
        alias || (original.split('.')[0] ?? ''),
        alias ? original : (original.split('.')[0] ?? ''),
        '*',
      );
  }
}
