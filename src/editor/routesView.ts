// The view "Veo Routes": the outline of the workspace's requests as a tree, with its badge.
import * as vscode from 'vscode';
import type { Status } from '../catalog/types.ts';
import { routesOfContract } from '../contracts/match.ts';
import { statusWords } from '../explain/card.ts';
import { hintBeside } from '../explain/hint.ts';
import { requestTitle } from '../explain/request.ts';
import { atMost } from './atMost.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { pathInFolder } from './documents.ts';
import { lineWords, placeWords } from './placeWords.ts';
import {
  countsInWords,
  type Grouping,
  type ModelEntry,
  type OutlineGroup,
  type RequestEntry,
  routesOutline,
} from './routesOutline.ts';
import { settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import { goTo, icon } from './treeItems.ts';

type Group = OutlineGroup<AuditedResource>;
type Request = RequestEntry<AuditedResource>;
type Model = ModelEntry<AuditedResource>;

export type RouteNode = Group | Request | Model;

const ICON: Readonly<Record<Status, Parameters<typeof icon>>> = {
  'shut-down': ['error', 'list.errorForeground'],
  deprecated: ['warning', 'list.warningForeground'],
  'retirement-window': ['clock', 'list.warningForeground'],
  preview: ['beaker'],
  active: ['pass', 'testing.iconPassed'],
  unknown: ['question'],
};

/** The tree's data. What it shows is the store's newest answer. */
export class RoutesTree implements vscode.TreeDataProvider<RouteNode>, vscode.Disposable {
  readonly #store: AuditStore;
  readonly #config: Pick<TeamConfig, 'of'>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listener: vscode.Disposable;
  #grouping: Grouping = 'file';
  #withMentions = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: AuditStore, config: Pick<TeamConfig, 'of'>) {
    this.#store = store;
    this.#config = config;
    this.#listener = atMost(store.onDidChange, () => this.#changed.fire(undefined));
    this.#tellMenus();
  }

  group(by: Grouping): void {
    this.#grouping = by;
    this.#tellMenus();
    this.#changed.fire(undefined);
  }

  /** Lists IDs that comments and texts only speak of as well, or no longer. */
  showMentions(show: boolean): void {
    this.#withMentions = show;
    this.#tellMenus();
    this.#changed.fire(undefined);
  }

  /** The menus tick what is in use. */
  #tellMenus(): void {
    void vscode.commands.executeCommand('setContext', 'veoAudit.grouping', this.#grouping);
    void vscode.commands.executeCommand('setContext', 'veoAudit.mentions', this.#withMentions);
  }

  getChildren(node?: RouteNode): RouteNode[] {
    if (node === undefined) return [...routesOutline(this.#store.all(), this.#grouping, this.#withMentions)];
    return node.kind === 'group' ? [...node.entries] : [];
  }

  getTreeItem(node: RouteNode): vscode.TreeItem {
    if (node.kind === 'group') return groupItem(node);
    return node.kind === 'model' ? modelItem(node) : this.#requestItem(node);
  }

  #requestItem({ resource, routes, state }: Request): vscode.TreeItem {
    const [route] = routes;
    const range = resource.range(route);
    const { path } = resource.audit.document;
    const title = requestTitle(routes, resource.catalog, resource.asOf);
    const name = this.#contractOf(resource, routes) ?? route.name;
    const line = lineWords(resource, route);
    const [model = '', ...facts] = title.split(' · ');
    const item = new vscode.TreeItem(name ?? model);
    const place = this.#grouping === 'file' ? line : placeWords(resource, route);
    item.description = [...(name === null ? [] : [model]), ...facts, place].join(' · ');
    item.tooltip = `${title}\n${path}, ${line}`;
    item.iconPath = icon(...ICON[state]);
    item.contextValue = route.model === null ? 'request-open' : 'request';
    item.command = goTo({ uri: resource.uri, range });
    return item;
  }

  #contractOf({ uri }: AuditedResource, routes: Request['routes']): string | null {
    const found = routes.map((route) => ({ file: pathInFolder(uri), route }));
    const contracts = Object.entries(this.#config.of(uri).routes ?? {});
    return contracts.find(([name, one]) => routesOfContract(name, one, found).length > 0)?.[0] ?? null;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function modelItem({ resource, reference }: Model): vscode.TreeItem {
  const range = resource.range(reference);
  const { path } = resource.audit.document;
  const item = new vscode.TreeItem(reference.id);
  const price = hintBeside(resource.catalog, reference, resource.audit.routes, resource.asOf);
  item.description = [placeWords(resource, reference), price].filter((part) => part !== null).join(' · ');
  item.tooltip = `${reference.id}: ${statusWords(reference.status)}\n${path}, ${lineWords(resource, reference)}`;
  item.iconPath = icon(...ICON[reference.status]);
  item.contextValue = 'reference';
  item.command = goTo({ uri: resource.uri, range });
  return item;
}

function groupItem({ id, label, description, state }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `group:${id}`;
  item.description = description;
  item.contextValue = 'group';
  item.iconPath = icon(...ICON[state]);
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
    const { asOf } = settingsFor(undefined);
    view.description = asOf === null ? '' : vscode.l10n.t('as of {0}', asOf);
    const { total, words } = countsInWords(store.all().flatMap(({ audit }) => shownFindings(audit)));
    view.badge = total === 0 ? undefined : { value: total, tooltip: words };
  });
  return vscode.Disposable.from(view, listener, tree);
}
