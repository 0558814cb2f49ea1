// The one model that squiggles, hints, hovers, lenses and the view are drawn from, so that they cannot disagree.
import * as vscode from 'vscode';
import { type AuditOptions, auditDocument } from '../audit/engine.ts';
import type { DatedReference, DocumentAudit, Finding } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { positionCounter } from '../detect/lines.ts';
import type { Place } from '../routes/types.ts';
import { isAudited, isExplained, openDocument, pathOf, textDocumentOf } from './documents.ts';
import type { DeepLook } from './routeLook.ts';
import type { TeamLook } from './teamLook.ts';

/** An audited resource. `version` is the document's where it is open, null for a file read from disk. */
export interface AuditedResource {
  readonly uri: vscode.Uri;
  readonly version: number | null;
  readonly audit: DocumentAudit;
  readonly asOf: string;
  /** The facts that it was audited by: with the team's own prices. */
  readonly catalog: Catalog;
  range(place: Place): vscode.Range;
}

/** How a resource is audited: options by its folder's settings, or null where it is left out. */
export type OptionsFor = (uri: vscode.Uri) => AuditOptions | null;

/**
 * Audits documents and files on demand and remembers the newest answer for each. An answer for an older version of a
 * document is never given out. The first look (IDs) is at once; the deeper one (requests) follows and replaces it; then
 * the look at what lies between the files of a root folder, once nothing else is under way.
 */
export class AuditStore implements vscode.Disposable {
  readonly #optionsFor: OptionsFor;
  readonly #deepLook: DeepLook;
  readonly #teamLook: TeamLook;
  /** Root folders whose files have changed in a way that the others may care about. */
  readonly #unsettled = new Map<string, vscode.WorkspaceFolder | undefined>();
  /** Looks under way. */
  readonly #pending = new Set<Promise<void>>();
  /** The first look whose deeper one is awaited: what comes for an older one is discarded. */
  readonly #awaited = new Map<string, AuditedResource>();
  readonly #entries = new Map<string, AuditedResource>();
  /** Answers for documents that are only explained: old versions in a comparison are nobody's findings. */
  readonly #asides = new WeakMap<vscode.TextDocument, AuditedResource>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();

  /** Fires with the resources whose answer has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(optionsFor: OptionsFor, deepLook: DeepLook, teamLook: TeamLook) {
    this.#optionsFor = optionsFor;
    this.#deepLook = deepLook;
    this.#teamLook = teamLook;
  }

  /** Resolves when no look is under way any more. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** The audit of a document as it is now; undefined where it is not explained. Cheap where nothing has changed. */
  of(document: vscode.TextDocument): AuditedResource | undefined {
    if (!isAudited(document)) return isExplained(document) ? this.#aside(document) : undefined;
    const known = this.#entries.get(document.uri.toString());
    if (known?.version === document.version) return known;
    return this.update(document);
  }

  /** Audits a document as it is now and tells of it. */
  update(document: vscode.TextDocument): AuditedResource | undefined {
    const options = this.#optionsFor(document.uri);
    if (options === null) {
      this.delete(document.uri);
      return undefined;
    }
    return this.#put(auditOf(document, options), options);
  }

  #aside(document: vscode.TextDocument): AuditedResource | undefined {
    const known = this.#asides.get(document);
    const options = this.#optionsFor(document.uri);
    if (options === null) return undefined;
    if (known?.version === document.version && known.asOf === options.asOf) return known;
    const audited = auditOf(document, options);
    this.#asides.set(document, audited);
    return audited;
  }

  /** Audits the text of a file that is not open. */
  updateFile(uri: vscode.Uri, text: string): void {
    const options = this.#optionsFor(uri);
    if (options === null) {
      this.delete(uri);
      return;
    }
    const audit = auditDocument({ path: pathOf(uri), text }, options);
    this.#put(resourceOf(uri, null, audit, options), options);
  }

  /** The whole audit of a file's text, which is not remembered: of an open notebook's file, say. Null where it is left out. */
  async auditFile(uri: vscode.Uri, text: string): Promise<DocumentAudit | null> {
    const options = this.#optionsFor(uri);
    if (options === null) return null;
    const audit = auditDocument({ path: pathOf(uri), text }, options);
    return (await this.#deepLook(uri, audit.document, audit.references, options)) ?? audit;
  }

  /** What is known of a resource, whatever its age. */
  get(uri: vscode.Uri): AuditedResource | undefined {
    return this.#entries.get(uri.toString());
  }

  /** Every resource with something to say, sorted by path. */
  all(): readonly AuditedResource[] {
    return [...this.#entries.values()].sort((a, b) =>
      a.audit.document.path < b.audit.document.path ? -1 : 1,
    );
  }

  /** What is known of a root folder's resources, or of those that lie in none, sorted by path. */
  within(folder: vscode.WorkspaceFolder | undefined): readonly AuditedResource[] {
    const key = keyOf(folder);
    return this.all().filter(({ uri }) => keyOf(vscode.workspace.getWorkspaceFolder(uri)) === key);
  }

  delete(uri: vscode.Uri): void {
    this.#awaited.delete(uri.toString());
    const known = this.get(uri);
    if (known === undefined) return;
    this.#entries.delete(uri.toString());
    this.#changed.fire([uri]);
    this.#unsettle(uri, known.audit);
    this.#settle();
  }

  /** Audits everything anew: the day, a setting or a configuration has changed. */
  refresh(): void {
    for (const entry of [...this.#entries.values()]) {
      const open = openDocument(entry.uri);
      if (open !== undefined) this.update(open);
      else this.updateFile(entry.uri, entry.audit.document.text);
    }
    for (const document of vscode.workspace.textDocuments) {
      if (isAudited(document) && this.get(document.uri) === undefined) this.update(document);
    }
  }

  /** Looks anew at what lies between the files of all root folders: what they are held against has changed. */
  reconsider(): void {
    for (const folder of vscode.workspace.workspaceFolders ?? [])
      this.#unsettled.set(folder.uri.toString(), folder);
    this.#settle();
  }

  dispose(): void {
    this.#unsettled.clear();
    this.#entries.clear();
    this.#changed.dispose();
  }

  #put(entry: AuditedResource, options: AuditOptions): AuditedResource {
    const { uri, audit } = entry;
    this.#awaited.delete(uri.toString());
    this.#unsettle(uri, this.get(uri)?.audit);
    const deep = this.#deepLook(uri, audit.document, audit.references, options);
    const kept = this.#keep(entry);
    if (deep === null) {
      this.#unsettle(uri, audit);
      this.#settle();
      return kept;
    }
    this.#awaited.set(uri.toString(), entry);
    this.#track(
      deep.then((whole) => {
        if (this.#awaited.get(uri.toString()) !== entry) return;
        // Typed on in the meantime: the next look is on its way, and this answer is old. Of a document that was closed
        // it is the newest one until the disk is read.
        const open = openDocument(uri);
        if (entry.version !== null && open !== undefined && open.version !== entry.version) return;
        this.#awaited.delete(uri.toString());
        this.#keep({ ...entry, audit: whole });
        this.#unsettle(uri, whole);
      }),
    );
    return entry;
  }

  #track(work: Promise<void>): void {
    const tracked: Promise<void> = work.finally(() => {
      this.#pending.delete(tracked);
      this.#settle();
    });
    this.#pending.add(tracked);
  }

  /** Remembers that a file comes, changes or goes, where that concerns the other files of its root folder. */
  #unsettle(uri: vscode.Uri, audit: DocumentAudit | undefined): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (audit !== undefined && this.#teamLook.concerns(folder, uri, audit))
      this.#unsettled.set(keyOf(folder), folder);
  }

  /** Looks at what lies between files once the files themselves have been looked at. */
  #settle(): void {
    if (this.#pending.size > 0 || this.#unsettled.size === 0) return;
    const folders = [...this.#unsettled.values()];
    this.#unsettled.clear();
    for (const folder of folders) this.#track(this.#lookBetween(folder));
  }

  async #lookBetween(folder: vscode.WorkspaceFolder | undefined): Promise<void> {
    const entries = this.within(folder);
    const answers = await this.#teamLook.look(folder, entries);
    const asked = new Set(entries.map(({ uri }) => uri.toString()));
    const told: vscode.Uri[] = [];
    for (const answer of answers) {
      const key = answer.uri.toString();
      const known = this.#entries.get(key);
      // Audited anew or left out in the meantime: that has unsettled the folder again.
      if (known === undefined ? asked.has(key) : !entries.includes(known)) continue;
      if (known?.audit === answer.audit) continue;
      if (isSilent(answer) && answer.version === null) this.#entries.delete(key);
      else this.#entries.set(key, answer);
      told.push(answer.uri);
    }
    if (told.length > 0) this.#changed.fire(told);
  }

  #keep(entry: AuditedResource): AuditedResource {
    const key = entry.uri.toString();
    const known = this.#entries.get(key);
    // Closed files without references are forgotten; open documents are kept, so that they are not audited again.
    if (isSilent(entry) && entry.version === null) {
      this.delete(entry.uri);
      return entry;
    }
    this.#entries.set(key, entry);
    if (!isSilent(entry) || (known !== undefined && !isSilent(known))) this.#changed.fire([entry.uri]);
    return entry;
  }
}

/** Whether a resource has nothing to say, not even to other files. */
function isSilent({ audit: { references, findings, routes, config } }: AuditedResource): boolean {
  return references.length + findings.length + routes.length + (config?.fallbacks.length ?? 0) === 0;
}

const keyOf = (folder: vscode.WorkspaceFolder | undefined): string => folder?.uri.toString() ?? '';

function auditOf(document: vscode.TextDocument, options: AuditOptions): AuditedResource {
  const audit = auditDocument(textDocumentOf(document), options);
  return resourceOf(document.uri, document.version, audit, options);
}

/** An audit as the editor sees it. */
export function resourceOf(
  uri: vscode.Uri,
  version: number | null,
  audit: DocumentAudit,
  { asOf, catalog }: AuditOptions,
): AuditedResource {
  return { uri, version, audit, asOf, catalog, range: rangesIn(audit.document.text) };
}

/** Ranges by the text that was audited: the document may have moved on by the time somebody asks. */
function rangesIn(text: string): AuditedResource['range'] {
  let position: ReturnType<typeof positionCounter> | undefined;
  const at = (offset: number): vscode.Position => {
    position ??= positionCounter(text);
    const { line, column } = position(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(at(start), at(end));
}

/** The reference under a position. */
export function referenceAt(
  resource: AuditedResource,
  position: vscode.Position,
): DatedReference | undefined {
  return resource.audit.references.find((reference) => resource.range(reference).contains(position));
}

/** The findings that are shown: not suppressed, and not the ones that say the same for the whole run. */
export function shownFindings(resource: AuditedResource): readonly Finding[] {
  return resource.audit.findings.filter((finding) => finding.suppressed === false && !finding.oncePerRun);
}
