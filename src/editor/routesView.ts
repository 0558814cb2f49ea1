// The view "Veo Routes": every ID of the workspace by state, surface or file.
import * as vscode from 'vscode';
import type { DatedReference } from '../audit/types.ts';
import { hintBeside } from '../explain/hint.ts';
import { routeSummary } from '../explain/route.ts';
import type { Route } from '../routes/types.ts';
import { atMost } from './atMost.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { goTo } from './goTo.ts';

export const GROUPINGS = ['status', 'surface', 'file'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Group {
  readonly kind: 'group';
  readonly label: string;
  readonly leaves: readonly Leaf[];
}

interface Leaf {
  readonly kind: 'leaf';
  readonly resource: AuditedResource;
  readonly reference: DatedReference;
}

/** A request that sends the ID above it. */
interface Request {
  readonly kind: 'request';
  readonly resource: AuditedResource;
  readonly route: Route;
}

export type RouteNode = Group | Leaf | Request;

const ICON: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  'shut-down': ['error', 'list.errorForeground'],
  deprecated: ['warning', 'list.warningForeground'],
  'retirement-window': ['clock', 'list.warningForeground'],
  preview: ['beaker'],
  active: ['pass', 'testing.iconPassed'],
  unknown: ['question'],
};

const STATUS_ORDER = Object.keys(ICON);

/** The tree's data. What it shows is the store's newest answer. */
export class RoutesTree implements vscode.TreeDataProvider<RouteNode>, vscode.Disposable {
  readonly #store: AuditStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listener: vscode.Disposable;
  #grouping: Grouping = 'status';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: AuditStore) {
    this.#store = store;
    this.#listener = atMost(store.onDidChange, () => this.#changed.fire(undefined));
  }

  group(by: Grouping): void {
    this.#grouping = by;
    this.#changed.fire(undefined);
  }

  getChildren(node?: RouteNode): readonly RouteNode[] & RouteNode[] {
    if (node === undefined) return [...this.#groups()];
    if (node.kind === 'group') return [...node.leaves];
    return node.kind === 'leaf' ? requestsOf(node) : [];
  }

  getTreeItem(node: RouteNode): vscode.TreeItem {
    if (node.kind === 'group') return groupItem(node);
    return node.kind === 'leaf' ? this.#leafItem(node) : this.#requestItem(node);
  }

  #groups(): readonly Group[] {
    const groups = new Map<string, Leaf[]>();
    for (const resource of this.#store.all()) {
      for (const reference of resource.audit.references) {
        const label = this.#labelOf(resource, reference);
        groups.set(label, [...(groups.get(label) ?? []), { kind: 'leaf', resource, reference }]);
      }
    }
    return [...groups]
      .map(([label, leaves]): Group => ({ kind: 'group', label, leaves }))
      .sort((a, b) => this.#rank(a.label) - this.#rank(b.label) || a.label.localeCompare(b.label));
  }

  #labelOf(resource: AuditedResource, reference: DatedReference): string {
    if (this.#grouping === 'status') return reference.status;
    if (this.#grouping === 'file') return resource.audit.document.path;
    return resource.catalog.surface(reference.surface)?.name ?? 'surface unknown';
  }

  #rank(label: string): number {
    return this.#grouping === 'status' ? STATUS_ORDER.indexOf(label) : 0;
  }

  #requestItem({ resource, route }: Request): vscode.TreeItem {
    const range = resource.range(route);
    const { title, tooltip } = routeSummary(route, resource.catalog, resource.asOf);
    const item = new vscode.TreeItem(route.name ?? 'request');
    item.description = `line ${range.start.line + 1} · ${title}`;
    item.tooltip = tooltip;
    item.iconPath = new vscode.ThemeIcon('export');
    item.contextValue = 'request';
    item.command = goTo({ uri: resource.uri, range });
    return item;
  }

  #leafItem(leaf: Leaf): vscode.TreeItem {
    const { resource, reference } = leaf;
    const range = resource.range(reference);
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(reference.id, requestsOf(leaf).length > 0 ? Collapsed : None);
    const price = hintBeside(resource.catalog, reference, resource.audit.routes, resource.asOf);
    const line = range.start.line + 1;
    const { path } = resource.audit.document;
    // The view is narrow: the folder is told by the tooltip, the file by its group.
    const place =
      this.#grouping === 'file' ? `line ${line}` : `${path.slice(path.lastIndexOf('/') + 1)}:${line}`;
    item.description = price === null ? place : `${place} · ${price}`;
    item.tooltip = `${reference.id}: ${reference.status}\n${path}:${line}`;
    item.iconPath = iconOf(reference.status);
    item.contextValue = 'reference';
    item.command = goTo({ uri: resource.uri, range });
    return item;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

/** The requests that send an ID, in the order of the file. */
function requestsOf({ resource, reference }: Leaf): Request[] {
  return resource.audit.routes
    .filter((route) => route.reference?.start === reference.start)
    .map((route) => ({ kind: 'request', resource, route }));
}

function iconOf(status: string): vscode.ThemeIcon {
  const [icon, color] = ICON[status] ?? ['symbol-misc'];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function groupItem(group: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group:${group.label}`;
  item.description = String(group.leaves.length);
  item.contextValue = 'group';
  if (STATUS_ORDER.includes(group.label)) item.iconPath = iconOf(group.label);
  return item;
}

/** Shows the view and keeps its badge. */
export function showRoutesView(
  tree: vscode.TreeDataProvider<unknown> & vscode.Disposable,
  store: AuditStore,
): vscode.Disposable {
  const view = vscode.window.createTreeView('veoAudit.routes', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const listener = atMost(store.onDidChange, () => {
    const errors = store
      .all()
      .flatMap(({ audit }) => shownFindings(audit))
      .filter(({ severity }) => severity === 'error').length;
    view.badge = errors === 0 ? undefined : { value: errors, tooltip: `${errors} Veo routes that fail` };
  });
  return vscode.Disposable.from(view, listener, tree);
}
