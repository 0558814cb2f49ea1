// A syntax tree as plain data: named nodes only, so that the parser's memory can be freed at once.
import type { TreeCursor } from 'web-tree-sitter';
import type { Where } from './table.ts';

/** A named node. Offsets are UTF-16 code units of the parsed text. */
export interface SyntaxNode {
  readonly type: string;
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  /** The operator's sign, where the grammar keeps it in a field of that name. */
  readonly operator: string | null;
}

interface Growing extends SyntaxNode {
  readonly children: SyntaxNode[];
  operator: string | null;
}

const EXTRAS = /comment/;

/** Copies a tree. Comments and anonymous nodes are left out (operators stay on their parents). */
export function copyTree(cursor: TreeCursor): SyntaxNode {
  const root = copyNode(cursor, null);
  let parent = root;
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    let descended = false;
    if (cursor.nodeIsNamed && !EXTRAS.test(cursor.nodeType)) {
      const node = copyNode(cursor, parent);
      parent.children.push(node);
      if (cursor.gotoFirstChild()) {
        parent = node;
        descended = true;
      }
    } else if (cursor.currentFieldName === 'operator') parent.operator = cursor.nodeType;
    if (descended) continue;
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent() || parent.parent === null) return root;
      parent = parent.parent as Growing;
    }
  }
}

function copyNode(cursor: TreeCursor, parent: Growing | null): Growing {
  return {
    type: cursor.nodeType,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    parent,
    children: [],
    operator: null,
  };
}

/** The child in a field, of a type (`:argument_list`), or at a place among the named children (negative: from the end). */
export function childAt(node: SyntaxNode, where: string | number): SyntaxNode | undefined {
  if (typeof where === 'number') return node.children.at(where);
  if (where === '.') return node;
  if (where.startsWith(':')) return node.children.find((child) => child.type === where.slice(1));
  return node.children.find((child) => child.field === where);
}

/** The first child that one of the places names. */
export function childOf(node: SyntaxNode, where: Where): SyntaxNode | undefined {
  if (typeof where !== 'object') return childAt(node, where);
  for (const place of where) {
    const child = childAt(node, place);
    if (child !== undefined) return child;
  }
  return undefined;
}

/** The root of the tree that a node is in. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Every node below and including `node`, parents first. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  const stack: SyntaxNode[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}
