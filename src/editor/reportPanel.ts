// "Open Report": the report's page as a webview that follows the workspace.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { GatewayCheck } from '../checks/checkSnapshot.ts';
import { notice } from '../outlets/plain.ts';
import type { PageDetail } from '../report/detail/types.ts';
import { pageData } from '../report/page/data.ts';
import { pageDocument } from '../report/page/document.ts';
import { pageGateway } from '../report/page/gateways.ts';
import { joinPages } from '../report/page/join.ts';
import type { PageData, PageFocus } from '../report/page/types.ts';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import type { TeamParts } from './folderInputs.ts';
import { folderRun } from './folderRun.ts';
import { fileOfWorkspace, videoFolders } from './reportFiles.ts';

export interface ReportParts {
  readonly store: AuditStore;
  readonly team: TeamParts;
  readonly catalog: Catalog;
  readonly asOf: () => Day;
  readonly extensionUri: vscode.Uri;
  readonly version: string;
  /** Files that the newest scan read. */
  readonly filesRead: () => number;
  /** The page of some evidence; null where the file holds none. */
  readonly evidencePage: (uri: vscode.Uri) => Promise<PageDetail | null>;
}

/** Makes a page about one thing anew; null once there is no such thing. */
export type MakeDetail = () => PageDetail | null | Promise<PageDetail | null>;

const TITLE = vscode.l10n.t('Veo Report');

/** Owns the one panel that shows the report. */
export class ReportPanel implements vscode.Disposable {
  readonly #parts: ReportParts;
  #panel: vscode.WebviewPanel | undefined;
  #listeners: vscode.Disposable | undefined;
  /** What a page that is not drawn yet is to show: the report as a whole for null, what it showed before for undefined. */
  #focus: PageFocus | null | undefined;
  /** The page about one thing that was asked for last, as it was made last. */
  #asked: { readonly make: MakeDetail; readonly last: PageDetail } | undefined;
  /** The title of each such page by its key. */
  #titles: ReadonlyMap<string, string> = new Map();
  /** The newest checks that were asked for, also of answers that are not kept, by the gateway's name. */
  readonly #checks = new Map<string, GatewayCheck>();

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  /** Shows the page, a new one where none is open; at a section where one is asked for. */
  async open(focus?: PageFocus): Promise<void> {
    this.#focus = focus ?? null;
    if (this.#panel !== undefined) {
      // A page that was hidden is drawn again, and asks by itself what to show.
      if (this.#panel.visible) this.#show();
      this.#panel.reveal();
      return;
    }
    const isDetail = focus !== undefined && 'detail' in focus;
    // What is known of an ID does not wait until a workspace is read.
    if (!isDetail) await this.#settled();
    const data = await this.#data();
    if (!data.hasReport && !isDetail) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Veo Audit: open a folder first; the report shows its routes.'),
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

  /** Shows a page about one thing in the place of the report. False where there is no such thing any more. */
  async showDetail(make: MakeDetail): Promise<boolean> {
    const detail = await make();
    if (detail === null) return false;
    this.#asked = { make, last: detail };
    await this.#push();
    await this.open({ detail: detail.key });
    return true;
  }

  /** Shows the page of some evidence, or says that there is none. */
  async showEvidence(uri: vscode.Uri): Promise<void> {
    const isShown = await this.showDetail(() => this.#parts.evidencePage(uri));
    if (isShown) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const text = notice(vscode.l10n.t('Veo Audit: {0} holds no evidence that this version reads.', name));
    void vscode.window.showWarningMessage(text);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(data: PageData): vscode.WebviewPanel {
    const { store, team, extensionUri } = this.#parts;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const videos = videoFolders();
    const panel = vscode.window.createWebviewPanel('veoAuditReport', TITLE, vscode.ViewColumn.Active, {
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
      ...(vscode.l10n.bundle === undefined
        ? {}
        : { words: { language: vscode.env.language, texts: vscode.l10n.bundle } }),
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
    this.#asked = undefined;
  }

  /** Sends the data once the workspace is read. */
  async #send(): Promise<void> {
    await this.#settled();
    await this.#push();
  }

  /** Sends the data as they are. */
  async #push(): Promise<void> {
    if (this.#panel === undefined) return;
    const data = await this.#data();
    await this.#panel?.webview.postMessage({ kind: 'data', data });
  }

  #show(): void {
    if (this.#focus === undefined) return;
    void this.#panel?.webview.postMessage({ kind: 'focus', focus: this.#focus });
    this.#focus = undefined;
  }

  /** What the page asks for: newer data when it is drawn again, a place to open, evidence to show. */
  async #receive(message: unknown): Promise<void> {
    const asked = message as Readonly<Record<string, unknown>> | null;
    if (asked?.kind === 'ready') {
      await this.#push();
      this.#show();
    }
    if (asked?.kind === 'shown' && this.#panel !== undefined)
      this.#panel.title = this.#titles.get(String(asked.detail)) ?? TITLE;
    const uri = typeof asked?.file === 'string' ? fileOfWorkspace(asked.file) : undefined;
    if (uri === undefined) return;
    if (asked?.kind === 'evidence') await this.showEvidence(uri);
    if (asked?.kind !== 'open' || typeof asked.line !== 'number') return;
    const line = Math.max(0, asked.line - 1);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
  }

  /** Waits until the workspace is read. */
  async #settled(): Promise<void> {
    await this.#parts.team.config.ready();
    await this.#parts.store.settled();
  }

  /** The data of every root folder as they are known now, with the page that was asked for. */
  async #data(): Promise<PageData> {
    const data = this.#withChecks(this.#report());
    const details = [...(await this.#askedDetail()), ...data.details];
    this.#titles = new Map(details.map(({ key, title }) => [key, title]));
    return { ...data, details };
  }

  #report(): PageData {
    const { store, version, filesRead, catalog, asOf } = this.#parts;
    const pages = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
      const audit = store.folder(folder)?.audit;
      if (audit === undefined) return [];
      return { name: folder.name, data: pageData(folderRun(audit, filesRead()), version) };
    });
    if (pages.length > 0) return joinPages(pages);
    const nothing = { asOf: asOf(), catalog, audits: [], files: 0, bytes: 0 };
    return { ...pageData(nothing, version), hasReport: false };
  }

  /** The page that was asked for, made anew: what it shows may have changed, or be gone. */
  async #askedDetail(): Promise<readonly PageDetail[]> {
    const asked = this.#asked;
    if (asked === undefined) return [];
    const last = (await asked.make()) ?? asked.last;
    if (this.#asked === asked) this.#asked = { ...asked, last };
    return [last];
  }

  #withChecks(data: PageData): PageData {
    const asked = [...this.#checks.values()].map(pageGateway);
    const others = data.gateways.filter(({ name }) => !this.#checks.has(name));
    return { ...data, gateways: [...others, ...asked] };
  }
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
