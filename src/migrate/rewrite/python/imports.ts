// What the SDK's classes are called in a Python file, and the imports that a migration leaves without a use.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { withoutNames } from '../layout.ts';
import { around, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';

interface Imported {
  readonly statement: SyntaxNode;
  readonly module: string;
  /** The name in its module, and the one that it has here. */
  readonly name: string;
  readonly alias: string;
  readonly node: SyntaxNode;
}

function importedIn(root: SyntaxNode, text: string): readonly Imported[] {
  return [...descendants(root)].flatMap((statement): readonly Imported[] => {
    if (statement.type !== 'import_from_statement') return [];
    const from = childAt(statement, 'module_name');
    if (from === undefined) return [];
    return statement.children
      .filter(({ field }) => field === 'name')
      .map((node) => {
        const name = node.type === 'aliased_import' ? childAt(node, 'name') : node;
        const alias = childAt(node, 'alias') ?? node;
        return {
          statement,
          module: says(from, text),
          name: says(name ?? node, text),
          alias: says(alias, text),
          node,
        };
      });
  });
}

const TYPES = 'google.genai.types';

/** Whether what a statement imports is known at a place: it stands in no function, or in one around that place. */
function isSeenFrom(place: SyntaxNode, statement: SyntaxNode): boolean {
  const owner = around(statement, ['function_definition']);
  return owner === undefined || (owner.start <= place.start && place.end <= owner.end);
}

/** How `Video` of the SDK's types is written in a file; null where nothing of the SDK is imported that leads to it. */
export interface VideoClass {
  readonly expression: string;
  /** The edit that imports it. */
  readonly edits: readonly TextEdit[];
}

export function videoClassOf(root: SyntaxNode, call: SyntaxNode, text: string): VideoClass | null {
  const imported = importedIn(root, text).filter(({ statement }) => isSeenFrom(call, statement));
  const named = imported.find(({ module, name }) => module === TYPES && name === 'Video');
  if (named !== undefined) return { expression: named.alias, edits: [] };
  const types = imported.find(({ module, name }) => module === 'google.genai' && name === 'types');
  if (types !== undefined) return { expression: `${types.alias}.Video`, edits: [] };
  const config = imported.find(({ module, name }) => module === TYPES && name === 'GenerateVideosConfig');
  if (config !== undefined && config.alias === config.name) {
    const isLast = usesIn(root, config.alias, text).length === 1;
    const edit = isLast
      ? { start: config.node.start, end: config.node.end, newText: 'Video' }
      : { start: config.node.end, end: config.node.end, newText: ', Video' };
    return { expression: 'Video', edits: [edit] };
  }
  const sdk = imported.find(({ module, name }) => module === 'google' && name === 'genai');
  if (sdk !== undefined) return { expression: `${sdk.alias}.types.Video`, edits: [] };
  const part = imported.findLast(({ module }) => module === 'google.genai');
  if (part !== undefined) {
    const { end } = part.node;
    return { expression: 'types.Video', edits: [{ start: end, end, newText: ', types' }] };
  }
  const whole = /^import google\.genai as (\w+)$/m.exec(text)?.[1];
  return whole === undefined ? null : { expression: `${whole}.types.Video`, edits: [] };
}

/** Whether an expression names a class of the SDK's types: `types.Image`, `Image` where it is imported from there. */
export function isSdkClass(said: string, name: string, from: SyntaxNode, text: string): boolean {
  let root = from;
  while (root.parent !== null) root = root.parent;
  return importedIn(root, text).some(
    (one) =>
      (one.module === TYPES && one.name === name && one.alias === said) ||
      (one.module === 'google.genai' && one.name === 'types' && `${one.alias}.${name}` === said) ||
      (one.module === 'google' && one.name === 'genai' && `${one.alias}.types.${name}` === said),
  );
}

/** The edit that imports a module of the standard library, beside those that are imported; none where it is. */
export function moduleImport(root: SyntaxNode, text: string, name: string): readonly TextEdit[] {
  const statements = root.children.filter(({ type }) => /^import_(?:from_)?statement$/.test(type));
  const plain = statements.filter(({ type }) => type === 'import_statement');
  if (plain.some((node) => node.children.some((one) => says(one, text) === name))) return [];
  const [first] = statements;
  if (first === undefined) refuse(`It needs ${name}, and nothing is imported here.`);
  const block = plain.filter((node, at) => {
    const before = plain[at - 1];
    return before === undefined || /^\s*$/.test(text.slice(before.end, node.start));
  });
  const next = block.find((node) => says(node, text) > `import ${name}`) ?? null;
  const last = block.at(-1);
  if (next === null && last !== undefined) return [insertion(last.end, `\nimport ${name}`)];
  return [insertion((next ?? first).start, `import ${name}\n`)];
}

const insertion = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText });

function usesIn(root: SyntaxNode, name: string, text: string): readonly SyntaxNode[] {
  return [...descendants(root)].filter(
    (node) =>
      node.type === 'identifier' &&
      says(node, text) === name &&
      node.field !== 'attribute' &&
      node.parent?.type !== 'dotted_name' &&
      node.parent?.type !== 'aliased_import',
  );
}

/** Imports of the SDK's types of which the edits leave no use. */
export function unusedImports(
  root: SyntaxNode,
  text: string,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const isCut = (node: SyntaxNode): boolean =>
    edits.some(({ start, end }) => start <= node.start && node.end <= end);
  const unused = importedIn(root, text).filter((one) => {
    if (one.module !== TYPES && !(one.module === 'google.genai' && one.name === 'types')) return false;
    const uses = usesIn(root, one.alias, text);
    const isNew = edits.some(({ newText }) => newText.includes(`${one.alias}.`) || newText === one.alias);
    return uses.length > 0 && uses.every(isCut) && !isNew && !isCut(one.node);
  });
  const nodes = unused.map(({ node }) => node);
  return [...new Set(unused.map(({ statement }) => statement))].flatMap((statement) => {
    const names = statement.children.filter(({ field }) => field === 'name');
    return withoutNames(names, (name) => nodes.includes(name), text) ?? [withoutStatement(statement, text)];
  });
}

function withoutStatement(statement: SyntaxNode, text: string): TextEdit {
  const lineEnd = text.indexOf('\n', statement.end);
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const isWholeLine = text.slice(lineStart, statement.start).trim() === '' && lineEnd >= 0;
  const isPlain = isWholeLine && text.slice(statement.end, lineEnd).trim() === '';
  return isPlain
    ? { start: lineStart, end: lineEnd + 1, newText: '' }
    : { start: statement.start, end: statement.end, newText: 'pass' };
}
