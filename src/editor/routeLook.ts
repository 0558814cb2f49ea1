// The deeper look at a document: its requests. What reads them is loaded when a document first needs it.
import type * as vscode from 'vscode';
import type { AuditOptions } from '../audit/engine.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { TextDocument } from '../detect/types.ts';
import { mayHoldUnspelled } from '../routes/hints.ts';
import type { RouteEngine } from './routeEngine.ts';

/** Looks at what the first look found; null where there is nothing more to see. */
export type DeepLook = (
  uri: vscode.Uri,
  document: TextDocument,
  references: readonly DatedReference[],
  options: AuditOptions,
) => Promise<DocumentAudit> | null;

/** A deep look over the editor's own file system. `grammarFolder` holds the WebAssembly files. */
export function deepLook(catalog: Catalog, grammarFolder: vscode.Uri): DeepLook {
  let engine: Promise<RouteEngine> | undefined;
  return (uri, document, references, options) => {
    if (references.length === 0 && !mayHoldUnspelled(document)) return null;
    engine ??= import('./routeEngine.ts').then(({ routeEngine }) => routeEngine(catalog, grammarFolder));
    return engine.then((loaded) => loaded.audit(uri, document, references, options));
  };
}
