// The one model that squiggles, hints, hovers, lenses and the view are drawn from, so that they cannot disagree.
import * as vscode from 'vscode';
import { type AuditOptions, auditDocument } from '../audit/engine.ts';
import { withGraph } from '../audit/graphAudit.ts';
import type { DatedReference, DocumentAudit, Finding } from '../audit/types.ts';
import { positionCounter } from '../detect/lines.ts';
import type { Place } from '../routes/types.ts';
import { isAudited, isExplained, pathOf, textDocumentOf } from './documents.ts';
import type { DeepLook } from './routeLook.ts';

/** An audited resource. `version` is the document's where it is open, null for a file read from disk. */
export interface AuditedResource {
  readonly uri: vscode.Uri;
  readonly version: number | null;
  readonly audit: DocumentAudit;
  readonly asOf: string;
  range(place: Place): vscode.Range;
}

/** How a resource is audited: options by its folder's settings, or null where it is left out. */
export type OptionsFor = (uri: vscode.Uri) => AuditOptions | null;

/**
 * Audits documents and files on demand and remembers the newest answer for each. An answer for an older version of a
 * document is never given out. The first look (IDs) is at once; the deeper one (requests) follows and replaces it.
 */
export class AuditStore implements vscode.Disposable {
  readonly #optionsFor: OptionsFor;
  readonly #deepLook: DeepLook;
  /** Deep looks under way. */
  readonly #pending = new Set<Promise<void>>();
  /** The first look whose deeper one is awaited: what comes for an older one is discarded. */
  readonly #awaited = new Map<string, AuditedResource>();
  readonly #entries = new Map<string, AuditedResource>();
  /** Answers for documents that are only explained: old versions in a comparison are nobody's findings. */
  readonly #asides = new WeakMap<vscode.TextDocument, AuditedResource>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();

  /** Fires with the resources whose answer has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(optionsFor: OptionsFor, deepLook: DeepLook) {
    this.#optionsFor = optionsFor;
    this.#deepLook = deepLook;
  }

  /** Resolves when no deep look is under way any more. */
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
    this.#put({ uri, version: null, audit, asOf: options.asOf, range: rangesIn(text) }, options);
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

  delete(uri: vscode.Uri): void {
    this.#awaited.delete(uri.toString());
    if (this.#entries.delete(uri.toString())) this.#changed.fire([uri]);
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

  dispose(): void {
    this.#entries.clear();
    this.#changed.dispose();
  }

  #put(entry: AuditedResource, options: AuditOptions): AuditedResource {
    const { uri, audit } = entry;
    this.#awaited.delete(uri.toString());
    const deep = this.#deepLook(uri, audit.document, audit.references, options);
    if (deep === null) return this.#keep(entry);
    this.#keep(entry);
    this.#awaited.set(uri.toString(), entry);
    const task = deep.then((whole) => {
      if (this.#awaited.get(uri.toString()) !== entry) return;
      // Typed on in the meantime: the next look is on its way, and this answer is old.
      if (entry.version !== null && openDocument(uri)?.version !== entry.version) return;
      this.#awaited.delete(uri.toString());
      const wasConfig = this.get(uri)?.audit.config ?? null;
      this.#keep({ ...entry, audit: whole });
      if (whole.config !== null || wasConfig !== null) this.#drawGraph(uri, options);
    });
    const tracked: Promise<void> = task.finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
    return entry;
  }

  /** What is wrong between the configurations of a root folder, anew. */
  #drawGraph(uri: vscode.Uri, options: AuditOptions): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const entries = this.all().filter(
      (entry) => entry.audit.config !== null && vscode.workspace.getWorkspaceFolder(entry.uri) === folder,
    );
    const audits = withGraph(
      entries.map(({ audit }) => audit),
      options,
    );
    for (const [index, entry] of entries.entries()) {
      const audit = audits[index];
      if (audit !== undefined && audit !== entry.audit)
        this.#entries.set(entry.uri.toString(), { ...entry, audit });
    }
    this.#changed.fire(entries.map((entry) => entry.uri));
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

/** Whether a resource has nothing to show. */
function isSilent({ audit }: AuditedResource): boolean {
  return audit.references.length + audit.findings.length + audit.routes.length === 0;
}

function auditOf(document: vscode.TextDocument, options: AuditOptions): AuditedResource {
  const audit = auditDocument(textDocumentOf(document), options);
  const range = rangesIn(audit.document.text);
  return { uri: document.uri, version: document.version, audit, asOf: options.asOf, range };
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

/** The open document of a resource. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
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
