// The page of one request: its sum, as its file says it now.
import * as vscode from 'vscode';
import { requestDetail } from '../../report/detail/request.ts';
import type { PageDetail } from '../../report/detail/types.ts';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { AuditStore } from '../auditStore.ts';
import { pathOf } from '../documents.ts';
import type { ReportPanel } from '../reportPanel.ts';

/** Which request: its file, and where it starts there. */
export interface AskedRequest {
  readonly uri: string;
  readonly start: number;
}

/** Shows the page of a request. */
export async function explainRequest(
  asked: AskedRequest,
  store: AuditStore,
  panel: ReportPanel,
): Promise<void> {
  if (typeof asked?.uri !== 'string' || typeof asked.start !== 'number') return;
  const isShown = await panel.showDetail(() => pageOf(asked, store));
  if (!isShown)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Veo Audit: the request is not there any more. Open its page from the line above it again.',
      ),
    );
}

function pageOf(asked: AskedRequest, store: AuditStore): PageDetail | null {
  const uri = vscode.Uri.parse(asked.uri);
  const resource = store.get(uri);
  const routes = requestsIn(resource?.audit.routes ?? []).find(([first]) => first.start === asked.start);
  if (resource === undefined || routes === undefined) return null;
  const place = { file: pathOf(uri), line: resource.range(routes[0]).start.line + 1 };
  // The page leads to files of the workspace only.
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const where = { text: `${place.file}:${place.line}`, ...(isInside ? { place } : {}) };
  return requestDetail(`request/${asked.uri}/${asked.start}`, where, routes, resource);
}
