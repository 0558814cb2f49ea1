// Lenses that follow the settings and the store: what each kind of CodeLens shares.
import * as vscode from 'vscode';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import { settingsFor } from './settings.ts';

type Provide = (document: vscode.TextDocument) => vscode.ProviderResult<vscode.CodeLens[]>;

/** Registers lenses that are asked for anew when the store, or one of the further events, tells of a change. */
export function registerLenses(
  selector: vscode.DocumentSelector,
  store: AuditStore,
  provide: Provide,
  ...further: readonly vscode.Event<unknown>[]
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => (settingsFor(document.uri).codeLens ? provide(document) : []),
  });
  return vscode.Disposable.from(
    provider,
    ...[store.onDidChange, ...further].map((event) => atMost(event, () => changed.fire())),
    changed,
  );
}
