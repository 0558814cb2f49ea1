// Which of many nodes of one tree is the innermost around a place.

import type { SyntaxNode } from '../syntax/tree.ts';
import { contains } from './assignments.ts';

/** Nodes that lie in or beside each other, as nodes of a tree do. */
export class Nesting {
  private readonly nodes: readonly SyntaxNode[];
  /** The index of the innermost node around each; -1 where none is. */
  private readonly outer: readonly number[];

  constructor(nodes: Iterable<SyntaxNode>) {
    this.nodes = [...new Set(nodes)].sort((a, b) => a.start - b.start || b.end - a.end);
    const open: number[] = [];
    this.outer = this.nodes.map((node, index) => {
      while (open.length > 0 && (this.nodes[open.at(-1) ?? 0]?.end ?? 0) < node.end) open.pop();
      const around = open.at(-1) ?? -1;
      open.push(index);
      return around;
    });
  }

  /** The innermost node around a place, its ends included; null where none is. */
  innermostAt(position: number): SyntaxNode | null {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.nodes[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index = this.outer[index] ?? -1) {
      const node = this.nodes[index];
      if (node !== undefined && contains(node, position)) return node;
    }
    return null;
  }
}
