// The page of one request: its sum, as its file says it when the page is opened.
import * as vscode from 'vscode';
import { requestPage } from '../../explain/request.ts';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { AuditStore } from '../auditStore.ts';

const SCHEME = 'veo-audit-request';

/** Which request: its file, and where it starts there. */
export interface AskedRequest {
  readonly uri: string;
  readonly start: number;
}

/** Serves the pages. */
export function registerRequestPages(store: AuditStore): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => pageOf(JSON.parse(query), store),
  });
}

function pageOf({ uri, start }: AskedRequest, store: AuditStore): string {
  const resource = store.get(vscode.Uri.parse(uri));
  const request = requestsIn(resource?.audit.routes ?? []).find(([first]) => first.start === start);
  if (resource === undefined || request === undefined)
    return 'The request is not there any more. Open its page from the line above it again.\n';
  const line = resource.range(request[0]).start.line + 1;
  return requestPage(request, `${resource.audit.document.path}:${line}`, resource.catalog, resource.asOf);
}

/** Shows the page of a request. */
export async function explainRequest(asked: AskedRequest): Promise<void> {
  if (typeof asked?.uri !== 'string' || typeof asked.start !== 'number') return;
  const path = 'Cost of a request.md';
  const uri = vscode.Uri.from({ scheme: SCHEME, path, query: JSON.stringify(asked) });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}
