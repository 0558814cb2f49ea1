// Evidence in the routes view: one more group, newest first; a click opens the readable form.
import * as vscode from 'vscode';
import type { Evidence } from '../../smoke/evidence.ts';
import { atMost } from '../atMost.ts';
import type { OptionsFor } from '../auditStore.ts';

const PATTERN = '**/.veo-audit/evidence/*.json';
const FOLDER = ['.veo-audit', 'evidence'] as const;
/** Older evidence stays on the disk. */
const MOST_SHOWN = 50;

/** Evidence and journals name IDs that nobody sends: they are no routes, and no findings. */
export function withoutEvidence(optionsFor: OptionsFor): OptionsFor {
  return (uri) => (/\/\.veo-audit\//.test(uri.path) ? null : optionsFor(uri));
}

/** What the view shows of one piece of evidence. */
export interface EvidenceNode {
  readonly kind: 'evidence';
  readonly uri: vscode.Uri;
  readonly evidence: Evidence;
}

interface EvidenceGroup {
  readonly kind: 'evidence-group';
  readonly entries: readonly EvidenceNode[];
}

type Own = EvidenceNode | EvidenceGroup;

/** Evidence of all root folders, newest first. What is no whole evidence is left out. */
export async function readEvidence(): Promise<readonly EvidenceNode[]> {
  const found: { readonly name: string; readonly uri: vscode.Uri }[] = [];
  for (const { uri: root } of vscode.workspace.workspaceFolders ?? []) {
    const folder = vscode.Uri.joinPath(root, ...FOLDER);
    for (const name of await namesIn(folder)) found.push({ name, uri: vscode.Uri.joinPath(folder, name) });
  }
  // The name of a run begins with its time.
  const newest = found.sort((a, b) => (runOf(a.name) < runOf(b.name) ? 1 : -1)).slice(0, MOST_SHOWN);
  const nodes = await Promise.all(newest.map(({ uri }) => readOne(uri)));
  return nodes.filter((node) => node !== null);
}

function runOf(name: string): string {
  return name.replace(/\.json$/, '');
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

async function readOne(uri: vscode.Uri): Promise<EvidenceNode | null> {
  try {
    const { EvidenceSchema } = await import('../../smoke/evidence.ts');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const parsed = EvidenceSchema.safeParse(JSON.parse(text));
    return parsed.success ? { kind: 'evidence', uri, evidence: parsed.data } : null;
  } catch {
    return null;
  }
}

/** A tree with the evidence as its last group. */
export class WithEvidence<T extends object> implements vscode.TreeDataProvider<T | Own>, vscode.Disposable {
  readonly #tree: vscode.TreeDataProvider<T> & vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<T | Own | undefined>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(tree: vscode.TreeDataProvider<T> & vscode.Disposable) {
    this.#tree = tree;
    const told = new vscode.EventEmitter<void>();
    const watcher = vscode.workspace.createFileSystemWatcher(PATTERN);
    this.#listeners = vscode.Disposable.from(
      watcher,
      told,
      watcher.onDidCreate(() => told.fire()),
      watcher.onDidChange(() => told.fire()),
      watcher.onDidDelete(() => told.fire()),
      atMost(told.event, () => this.#changed.fire(undefined)),
      tree.onDidChangeTreeData?.(() => this.#changed.fire(undefined)) ?? { dispose: () => {} },
    );
  }

  async getChildren(node?: T | Own): Promise<(T | Own)[]> {
    if (node === undefined) {
      const entries = await readEvidence();
      const own: readonly Own[] = entries.length === 0 ? [] : [{ kind: 'evidence-group', entries }];
      return [...((await this.#tree.getChildren()) ?? []), ...own];
    }
    if (!isOwn(node)) return (await this.#tree.getChildren(node)) ?? [];
    return node.kind === 'evidence-group' ? [...node.entries] : [];
  }

  getTreeItem(node: T | Own): vscode.TreeItem | Thenable<vscode.TreeItem> {
    if (!isOwn(node)) return this.#tree.getTreeItem(node);
    return node.kind === 'evidence-group' ? groupItem(node) : evidenceItem(node);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    this.#tree.dispose();
  }
}

function isOwn(node: object): node is Own {
  return 'kind' in node && (node.kind === 'evidence' || node.kind === 'evidence-group');
}

function groupItem({ entries }: EvidenceGroup): vscode.TreeItem {
  const item = new vscode.TreeItem('Evidence', vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'group:evidence';
  item.description = String(entries.length);
  item.iconPath = new vscode.ThemeIcon('verified');
  item.contextValue = 'evidence-group';
  item.tooltip = 'What smoke tests have shown, newest first.';
  return item;
}

function evidenceItem({ uri, evidence }: EvidenceNode): vscode.TreeItem {
  const { route, state, simulated, kind, outcome, decision } = evidence;
  const item = new vscode.TreeItem(route.name);
  const day = evidence.states[0]?.at.slice(0, 16).replace('T', ' ') ?? '';
  const marks = [simulated ? 'simulated' : 'live', kind === 'smoke' ? '' : 'controlled failure', day];
  item.id = uri.toString();
  item.description = [state, ...marks.filter((mark) => mark !== '')].join(' · ');
  item.tooltip = `${outcome.message}\nDecision: ${decision.verdict}`;
  item.iconPath = iconOf(evidence);
  item.contextValue = 'evidence';
  const markdown = uri.with({ path: uri.path.replace(/\.json$/, '.md') });
  item.command = { title: 'Open Evidence', command: 'veoAudit.smoke.openEvidence', arguments: [markdown] };
  return item;
}

/** A simulation never looks like a proof. */
function iconOf({ state, simulated }: Evidence): vscode.ThemeIcon {
  if (state !== 'passed') return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (simulated) return new vscode.ThemeIcon('beaker');
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}
