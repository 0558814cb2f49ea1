// What a migration shows: the file as it would be, beside the file as it is, and the plan as a page.
import * as vscode from 'vscode';
import { applyEdits } from '../audit/edits.ts';
import type { MigrationTarget, RequestPlan } from '../migrate/types.ts';
import { migrationMarkdown } from '../report/migration/formats.ts';
import type { AuditedResource } from './auditStore.ts';

const SCHEME = 'veo-audit-migration';

/** Serves texts that lie nowhere else; each address has one text. */
export class MigrationPages implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider: vscode.Disposable;

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
    });
  }

  /** Compares a file with what a migration makes of it. */
  async showChange(request: RequestPlan, target: MigrationTarget, resource: AuditedResource): Promise<void> {
    const moved = applyEdits(resource.audit.document.text, target.edits ?? []);
    const right = this.#page(resource.uri.path, request, moved);
    const name = resource.uri.path.slice(resource.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand(
      'vscode.diff',
      resource.uri,
      right,
      vscode.l10n.t('{0}: migrate to {1}', name, target.model),
    );
  }

  /** Shows all that is known of one way to move a request. */
  async showPlan(request: RequestPlan, target: MigrationTarget, resource: AuditedResource): Promise<void> {
    const plan = { asOf: resource.asOf, requests: [{ ...request, targets: [target] }], closing: new Map() };
    const text = migrationMarkdown(plan, (_file, offset) => {
      const { start } = resource.range({ start: offset, end: offset });
      return { line: start.line + 1, column: start.character + 1 };
    });
    const page = this.#page(`/${vscode.l10n.t('Migration plan')}.md`, request, text);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  }

  #page(path: string, { start }: RequestPlan, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: String(start) });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}
