// The checklist in the routes view: one more group, a node a route, below it the seven answers.
import * as vscode from 'vscode';
import type { Answer, CheckedRoute, Verdict } from '../checks/checklist/types.ts';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import { checklists, type FolderChecklist } from './checklist.ts';
import type { TeamParts } from './folderInputs.ts';
import { goTo, icon } from './treeItems.ts';

interface Group {
  readonly kind: 'checklist';
  readonly routes: readonly RouteNode[];
}

interface RouteNode {
  readonly kind: 'checked-route';
  readonly route: CheckedRoute;
  readonly location: vscode.Location | undefined;
}

interface AnswerNode {
  readonly kind: 'answer';
  readonly answer: Answer;
}

export type ChecklistNode = Group | RouteNode | AnswerNode;

const ICON: Readonly<Record<Verdict, Parameters<typeof icon>>> = {
  fail: ['error', 'list.errorForeground'],
  'not shown': ['circle-outline'],
  pass: ['pass', 'testing.iconPassed'],
};

/** The group's data. It is worked out while it can be seen, and anew when the store has changed. */
export class ChecklistTree implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
  readonly #store: AuditStore;
  readonly #team: TeamParts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: AuditStore, team: TeamParts) {
    this.#store = store;
    this.#team = team;
    const changed = (): void => this.#changed.fire(undefined);
    this.#listeners = vscode.Disposable.from(
      atMost(store.onDidChange, changed),
      team.records.onDidChange(changed),
      team.config.onDidChange(changed),
    );
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    if (node === undefined) return this.#groups();
    if (node.kind === 'checklist') return [...node.routes];
    if (node.kind === 'answer') return [];
    return node.route.answers.map((answer): AnswerNode => ({ kind: 'answer', answer }));
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    if (node.kind === 'checklist') return groupItem(node);
    return node.kind === 'answer' ? answerItem(node) : routeItem(node);
  }

  async #groups(): Promise<ChecklistNode[]> {
    const routes = (await checklists(this.#store, this.#team)).flatMap(nodesOf);
    return routes.length === 0 ? [] : [{ kind: 'checklist', routes }];
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

function nodesOf({ checklist, locationOf }: FolderChecklist): readonly RouteNode[] {
  return checklist.routes.map((route) => ({
    kind: 'checked-route',
    route,
    location: route.place === null ? undefined : locationOf(route.place.file, route.place.start),
  }));
}

function groupItem({ routes }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Checklist'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'group:checklist';
  item.description = countsOf(routes.flatMap(({ route }) => route.answers));
  item.iconPath = icon('checklist');
  item.contextValue = 'checklist';
  item.tooltip = vscode.l10n.t('Seven questions before production, for each route.');
  return item;
}

function routeItem({ route, location }: RouteNode): vscode.TreeItem {
  const { name, model, surface, environment, answers, place } = route;
  const what = vscode.l10n.t('{0} on {1}', model ?? vscode.l10n.t('unknown model'), surface);
  const item = new vscode.TreeItem(name ?? what, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = [environment, countsOf(answers)].filter((part) => part !== null).join(' · ');
  item.tooltip = [what, place === null ? vscode.l10n.t('No request in sight.') : place.file].join('\n');
  item.iconPath = icon(...ICON[worst(answers)]);
  item.contextValue = 'checked-route';
  if (location !== undefined) item.command = goTo(location);
  return item;
}

function answerItem({ answer: { question, verdict, evidence, date } }: AnswerNode): vscode.TreeItem {
  const item = new vscode.TreeItem(question);
  item.description = date === null ? evidence : `${date} · ${evidence}`;
  item.tooltip = `${question}: ${verdict}\n${evidence}${date === null ? '' : `\n${date}`}`;
  item.iconPath = icon(...ICON[verdict]);
  item.contextValue = 'answer';
  item.accessibilityInformation = { label: `${question}: ${verdict}. ${evidence}` };
  return item;
}

/** `1 fail, 5 pass`: the worst first, since narrow views cut the end. */
export function countsOf(answers: readonly Answer[]): string {
  return (Object.keys(ICON) as readonly Verdict[])
    .map((verdict) => ({ verdict, count: answers.filter((answer) => answer.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => countedVerdict(verdict, count))
    .join(', ');
}

function countedVerdict(verdict: Verdict, count: number): string {
  if (verdict === 'fail') return vscode.l10n.t('{0} fail', count);
  return verdict === 'pass' ? vscode.l10n.t('{0} pass', count) : vscode.l10n.t('{0} not shown', count);
}

function worst(answers: readonly Answer[]): Verdict {
  if (answers.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return answers.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'not shown';
}
