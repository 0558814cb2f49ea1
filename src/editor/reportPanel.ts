// "Open Report": the report's page as a webview that follows the workspace.
import * as vscode from 'vscode';
import type { GatewayCheck } from '../checks/checkSnapshot.ts';
import { pageData } from '../report/page/data.ts';
import { pageDocument } from '../report/page/document.ts';
import { pageGateway } from '../report/page/gateways.ts';
import { joinPages } from '../report/page/join.ts';
import type { PageData, PageFocus } from '../report/page/types.ts';
import { RECORDS } from '../workspace/recordRules.ts';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import type { TeamParts } from './folderInputs.ts';
import { folderRun } from './folderRun.ts';

export interface ReportParts {
  readonly store: AuditStore;
  readonly team: TeamParts;
  readonly extensionUri: vscode.Uri;
  readonly version: string;
  /** Files that the newest scan read. */
  readonly filesRead: () => number;
}

/** Owns the one panel that shows the report. */
export class ReportPanel implements vscode.Disposable {
  readonly #parts: ReportParts;
  #panel: vscode.WebviewPanel | undefined;
  #listeners: vscode.Disposable | undefined;
  /** What a page that is not drawn yet is to show. */
  #focus: PageFocus | undefined;
  /** The newest checks that were asked for, also of answers that are not kept, by the gateway's name. */
  readonly #checks = new Map<string, GatewayCheck>();

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  /** Shows the page, a new one where none is open; at a section where one is asked for. */
  async open(focus?: PageFocus): Promise<void> {
    this.#focus = focus;
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      this.#show();
      return;
    }
    const data = await this.#data();
    if (data === null) {
      void vscode.window.showInformationMessage(
        'Veo Audit: open a folder first; the report shows its routes.',
      );
      return;
    }
    this.#panel = this.#create(data);
  }

  /** Shows what a check of a gateway has found. */
  async showCheck(check: GatewayCheck): Promise<void> {
    this.#checks.set(check.gateway, check);
    await this.#send();
    await this.open({ section: 'gateways', filter: check.gateway });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(data: PageData): vscode.WebviewPanel {
    const { store, team, extensionUri } = this.#parts;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const videos = videoFolders();
    const panel = vscode.window.createWebviewPanel('veoAuditReport', 'Veo Report', vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [dist, ...videos.values()],
    });
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    const nonce = newNonce();
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'page.js'));
    panel.webview.html = pageDocument({
      data,
      script: `<script type="module" nonce="${nonce}" src="${script}"></script>`,
      scriptSource: `'nonce-${nonce}'`,
      media: {
        source: panel.webview.cspSource,
        folders: Object.fromEntries(
          [...videos].map(([path, uri]) => [`${path}/`, panel.webview.asWebviewUri(uri).toString()]),
        ),
      },
    });
    const send = (): void => void this.#send();
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidDispose(() => this.#closed()),
      atMost(store.onDidChange, send),
      team.records.onDidChange(send),
      team.config.onDidChange(send),
    );
    return panel;
  }

  #closed(): void {
    this.#listeners?.dispose();
    this.#listeners = undefined;
    this.#panel = undefined;
  }

  async #send(): Promise<void> {
    const data = await this.#data();
    if (data !== null) await this.#panel?.webview.postMessage({ kind: 'data', data });
  }

  #show(): void {
    if (this.#focus === undefined) return;
    void this.#panel?.webview.postMessage({ kind: 'focus', focus: this.#focus });
  }

  /** What the page asks for: newer data when it is drawn again, or a place to open. */
  async #receive(message: unknown): Promise<void> {
    const asked = message as {
      readonly kind?: unknown;
      readonly file?: unknown;
      readonly line?: unknown;
    } | null;
    if (asked?.kind === 'ready') {
      await this.#send();
      this.#show();
      this.#focus = undefined;
    }
    if (asked?.kind !== 'open' || typeof asked.file !== 'string' || typeof asked.line !== 'number') return;
    const uri = fileOfWorkspace(asked.file);
    if (uri === undefined) return;
    const line = Math.max(0, asked.line - 1);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
  }

  /** The data of every root folder; null where there is none. */
  async #data(): Promise<PageData | null> {
    const { store, team, version, filesRead } = this.#parts;
    await team.config.ready();
    await store.settled();
    const pages = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
      const audit = store.folder(folder)?.audit;
      if (audit === undefined) return [];
      return { name: folder.name, data: pageData(folderRun(audit, filesRead()), version) };
    });
    return pages.length === 0 ? null : this.#withChecks(joinPages(pages));
  }

  #withChecks(data: PageData): PageData {
    const asked = [...this.#checks.values()].map(pageGateway);
    const others = data.gateways.filter(({ name }) => !this.#checks.has(name));
    return { ...data, gateways: [...others, ...asked] };
  }
}

/** The folders of kept videos by the path that the page shows; none while the workspace is not trusted. */
function videoFolders(): ReadonlyMap<string, vscode.Uri> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const below = `${RECORDS}/videos`;
  return new Map(
    folders.map(({ name, uri }) => [
      folders.length === 1 ? below : `${name}/${below}`,
      vscode.Uri.joinPath(uri, below),
    ]),
  );
}

/** A file by the path that the page shows; undefined where it would lie outside of the workspace. */
function fileOfWorkspace(path: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length === 1 ? folders[0] : folders.find(({ name }) => path.startsWith(`${name}/`));
  if (folder === undefined) return undefined;
  const inFolder = folders.length === 1 ? path : path.slice(folder.name.length + 1);
  const isInside = !inFolder.split(/[/\\]/).includes('..');
  return isInside ? vscode.Uri.joinPath(folder.uri, inFolder) : undefined;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
