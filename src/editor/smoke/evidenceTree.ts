// Evidence in the routes view: one more group, newest first; a click opens its page in the report.

import * as vscode from 'vscode';
import { endOf, verdictWords } from '../../smoke/end.ts';
import type { Evidence } from '../../smoke/evidence.ts';
import { newestEvidence, wholeEvidence } from '../../smoke/keptEvidence.ts';
import { recordFolder } from '../../workspace/records.ts';
import { atMost } from '../atMost.ts';
import { editorFiles } from '../editorFiles.ts';
import { icon } from '../treeItems.ts';
import { watchFiles } from '../watchFiles.ts';

const PATTERN = `**/${recordFolder('evidence')}/*.json`;
/** Older evidence stays on the disk. */
const MOST_SHOWN = 50;

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
async function readAll(): Promise<readonly EvidenceNode[]> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const nodes = (await Promise.all(roots.map(({ uri }) => newestIn(uri)))).flat();
  return nodes.toSorted((a, b) => (a.evidence.runId < b.evidence.runId ? 1 : -1)).slice(0, MOST_SHOWN);
}

async function newestIn(root: vscode.Uri): Promise<readonly EvidenceNode[]> {
  const files = editorFiles(root);
  const newest = await newestEvidence(files, MOST_SHOWN);
  const read = await Promise.all(newest.map((path) => wholeEvidence(files, path)));
  return read.flatMap((evidence, index) =>
    evidence === null
      ? []
      : [{ kind: 'evidence', uri: vscode.Uri.joinPath(root, newest[index] ?? ''), evidence }],
  );
}

/** The evidence as one group of a tree, followed on the disk. */
export class EvidenceTree implements vscode.TreeDataProvider<Own>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor() {
    const changes = new vscode.EventEmitter<void>();
    this.#listeners = vscode.Disposable.from(
      changes,
      watchFiles(PATTERN, () => changes.fire()),
      atMost(changes.event, () => this.#changed.fire(undefined)),
    );
  }

  async getChildren(node?: Own): Promise<Own[]> {
    if (node !== undefined) return node.kind === 'evidence-group' ? [...node.entries] : [];
    const entries = await readAll();
    return entries.length === 0 ? [] : [{ kind: 'evidence-group', entries }];
  }

  getTreeItem(node: Own): vscode.TreeItem {
    return node.kind === 'evidence-group' ? groupItem(node) : evidenceItem(node);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

function groupItem({ entries }: EvidenceGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Evidence'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'group:evidence';
  item.description = String(entries.length);
  item.iconPath = icon('verified');
  item.contextValue = 'evidence-group';
  item.tooltip = vscode.l10n.t('What smoke tests have shown, newest first.');
  return item;
}

function evidenceItem({ uri, evidence }: EvidenceNode): vscode.TreeItem {
  const { route, state, simulated, kind, outcome, decision } = evidence;
  const end = endOf(evidence);
  const item = new vscode.TreeItem(route.name);
  const day = evidence.states[0]?.at.slice(0, 16).replace('T', ' ') ?? '';
  const marks = [
    simulated ? vscode.l10n.t('simulated') : vscode.l10n.t('live'),
    kind === 'smoke' ? '' : vscode.l10n.t('controlled failure'),
    day,
  ];
  item.id = uri.toString();
  item.description = [
    end === 'not run' ? vscode.l10n.t('not run') : state,
    ...marks.filter((mark) => mark !== ''),
  ].join(' · ');
  item.tooltip = `${outcome.message}\n${vscode.l10n.t('Decision: {0}', verdictWords(decision.verdict))}`;
  item.iconPath = iconOf(evidence);
  item.contextValue = 'evidence';
  item.command = {
    title: vscode.l10n.t('Open Evidence'),
    command: 'veoAudit.smoke.openEvidence',
    arguments: [uri],
  };
  return item;
}

/** A simulation never looks like a proof, nor like a failed one. */
function iconOf(evidence: Evidence): vscode.ThemeIcon {
  const end = endOf(evidence);
  if (end === 'not run') return icon('circle-slash');
  if (evidence.simulated) return icon(end === 'passed' ? 'beaker' : 'beaker-stop');
  return end === 'passed' ? icon('pass', 'testing.iconPassed') : icon('error', 'list.errorForeground');
}
