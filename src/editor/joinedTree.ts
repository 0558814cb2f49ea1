// Several trees as one: the first level of each below that of the one before.
import * as vscode from 'vscode';

/** A tree whose data is joined with others; its nodes are objects of its own. */
export type PartOfTree = vscode.TreeDataProvider<object> & vscode.Disposable;

/** Shows trees one below the other and asks each about its own nodes. Owns them. */
export class JoinedTree implements vscode.TreeDataProvider<object>, vscode.Disposable {
  readonly #parts: readonly PartOfTree[];
  readonly #makers = new WeakMap<object, PartOfTree>();
  readonly #changed = new vscode.EventEmitter<object | undefined>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(parts: readonly PartOfTree[]) {
    this.#parts = parts;
    this.#listeners = vscode.Disposable.from(
      ...parts.flatMap(
        ({ onDidChangeTreeData }) => onDidChangeTreeData?.(() => this.#changed.fire(undefined)) ?? [],
      ),
    );
  }

  async getChildren(node?: object): Promise<object[]> {
    if (node !== undefined) return this.#childrenIn(this.#makerOf(node), node);
    const lists = await Promise.all(this.#parts.map((part) => this.#childrenIn(part)));
    return lists.flat();
  }

  getTreeItem(node: object): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.#makerOf(node).getTreeItem(node);
  }

  async #childrenIn(part: PartOfTree, node?: object): Promise<object[]> {
    const children = (await part.getChildren(node)) ?? [];
    for (const child of children) this.#makers.set(child, part);
    return children;
  }

  #makerOf(node: object): PartOfTree {
    const maker = this.#makers.get(node);
    if (maker === undefined) throw new Error('A node of no part of the tree was asked for.');
    return maker;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    for (const part of this.#parts) part.dispose();
  }
}
