// The audit of one folder, kept up to date: the command line drives it once, the editor all the time. It knows no
// editor, no disk and no clock.

import { composeAudit, keepOncePerRun } from '../audit/compose.ts';
import { type ContractInputs, contractLayer } from '../audit/contractAudit.ts';
import { type AuditOptions, datedReferences, idLayer, spokenLayer } from '../audit/engine.ts';
import { graphLayer, NOTHING_BETWEEN } from '../audit/graphAudit.ts';
import { promisesOf } from '../audit/promises.ts';
import { holdsSuppression } from '../audit/suppressions.ts';
import type { DocumentAudit, DocumentLayer, LayerBetween, Reported } from '../audit/types.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../contracts/schema.ts';
import { GATE } from '../detect/detect.ts';
import type { TextDocument } from '../detect/types.ts';
import { isWorthReading, mayHoldUnspelled } from '../routes/hints.ts';
import { ignoredBy } from './ignoredBy.ts';
import { isOwnOutput } from './ownOutput.ts';
import { type Edit, editBetween, shifted } from './shifted.ts';

/** What a team, a user and the calendar decide. Each change of a part costs only what depends on it. */
export interface FolderInputs extends AuditOptions {
  readonly config: Config;
  /** The path of the configuration in the folder. */
  readonly configFile: string;
  /** What contracts are held against; null where they are not looked at. */
  readonly contracts: ContractInputs | null;
  /** False where places in the configuration are those of an older text: then nothing is reported in it. */
  readonly configIsNewest?: boolean;
}

/** A file or document as it is now. */
export interface PutFile extends TextDocument {
  /** The version of an open document; null for a file that was read from the disk. */
  readonly version: number | null;
  /** Whether a scan of the folder would read it: only then it is reported, otherwise it is explained. */
  readonly isScanned: boolean;
}

/** What is known of a file. */
export interface FileAnswer {
  readonly version: number | null;
  readonly audit: DocumentAudit;
  /** False while only its IDs are known, or an older answer is carried over to newer text. */
  readonly isSettled: boolean;
}

/** The text of another file of the folder by its path in it; null where there is none. */
export type ReadSibling = (path: string) => Promise<string | null>;

/** Reads what a document says alone, requests included. */
export type ReadLayer = (
  document: TextDocument,
  references: DocumentLayer['references'],
  options: AuditOptions,
  readSibling: ReadSibling,
) => Promise<DocumentLayer>;

export interface FolderParts {
  /** Begins to read: what is learned by `readSibling` may be remembered, since the next time begins anew. */
  readonly reading: (readSibling: ReadSibling) => Promise<ReadLayer>;
  readonly readFile: ReadSibling;
  /** Files that the reading of a document depends on beside those that it asks for. */
  readonly dependenciesOf?: (document: TextDocument) => readonly string[];
  /** Lets others work between two files, and has answers given out while the rest is still to be read. */
  readonly pause?: () => Promise<void>;
  /** Called when some answers are new, though others may be on their way. */
  readonly onAnswers?: () => void;
}

/** How a file counts: its findings are reported, its IDs are only explained, or it is the team's configuration. */
type Standing = 'reported' | 'explained' | 'config';

interface FileState {
  readonly given: PutFile;
  readonly standing: Standing;
  /** Its IDs; null where they are looked for when it is read. */
  readonly references: DocumentLayer['references'] | null;
  /** The same object as long as nothing asks for another reading. */
  readonly stamp: object;
  /** What it says alone; null until it is read. */
  readonly layer: DocumentLayer | null;
  /** The files that the reading asked for. */
  readonly asked: ReadonlySet<string>;
}

/** What a settled answer was made of. */
interface Composed {
  readonly layer: DocumentLayer;
  readonly reports: readonly (readonly Reported[])[];
  readonly audit: DocumentAudit;
}

/** What the reading under way is about. */
interface UnderWay {
  readonly path: string;
  readonly asked: Set<string>;
  isStale: boolean;
}

/** Evidence, journals and snapshots quote IDs that nobody sends. */
const OWN_RECORDS = /(?:^|\/)\.veo-audit\//;

/** How many closed files are read before their answers are given out. */
const ROUND = 64;

export class FolderAudit {
  readonly #parts: FolderParts;
  readonly #files = new Map<string, FileState>();
  /** Paths of files that are there, but were not read whole: what they hold is not known. */
  readonly #unread = new Set<string>();
  readonly #answers = new Map<string, FileAnswer>();
  readonly #composed = new Map<string, Composed>();
  /** The files that asked for a path. */
  readonly #dependents = new Map<string, Set<string>>();
  /** Files to read. */
  readonly #dirty = new Set<string>();
  /** Texts of other files, read once for all that ask. */
  readonly #texts = new Map<string, Promise<string | null>>();
  #reading: Promise<ReadLayer> | null = null;
  #underWay: UnderWay | null = null;
  #inputs: FolderInputs;
  #isIgnored: (path: string) => boolean;
  #graph: LayerBetween = NOTHING_BETWEEN;
  #contracts: LayerBetween = NOTHING_BETWEEN;
  #isBetweenDirty = true;
  #isComposed = true;
  #expectsMore = false;
  #settling: Promise<void> | null = null;
  #changed = new Set<string>();

  constructor(parts: FolderParts, inputs: FolderInputs) {
    this.#parts = parts;
    this.#inputs = inputs;
    this.#isIgnored = ignoredBy(inputs.config);
  }

  get inputs(): FolderInputs {
    return this.#inputs;
  }

  /** The newest answer for a file: at once for its IDs, and as it was before for what is not read anew yet. */
  get(path: string): FileAnswer | undefined {
    return this.#answers.get(path);
  }

  /** Every file that is reported and has something to say, sorted by path. */
  all(): readonly FileAnswer[] {
    return [...this.#answers]
      .flatMap(([path, answer]) => (this.#files.get(path)?.standing === 'explained' ? [] : answer))
      .toSorted((a, b) => compare(a.audit.document.path, b.audit.document.path));
  }

  /** A file as it was put last; undefined where it has nothing to say. */
  file(path: string): PutFile | undefined {
    return this.#files.get(path)?.given;
  }

  /** Every file that is known, whether it says something or not. */
  files(): readonly PutFile[] {
    return [...this.#files.values()].map(({ given }) => given);
  }

  /** What the reported files say alone, sorted by path: what contracts are held against. */
  layers(): readonly DocumentLayer[] {
    return [...this.#files.values()]
      .flatMap(({ layer, standing }) => (layer === null || standing !== 'reported' ? [] : layer))
      .toSorted((a, b) => compare(a.document.path, b.document.path));
  }

  /** What contracts are held against, with what was not read of this folder. */
  contracts(): ContractInputs | null {
    const { contracts } = this.#inputs;
    return contracts && { ...contracts, unread: [...(contracts.unread ?? []), ...this.#unread] };
  }

  /** A file came, or its text changed; `edits` say how, where that is known. False where it has nothing to say. */
  put(given: PutFile, edits?: readonly Edit[]): boolean {
    const before = this.#files.get(given.path);
    const isSame =
      before !== undefined &&
      before.given.text === given.text &&
      before.given.language === given.language &&
      before.given.isScanned === given.isScanned;
    if (isSame) {
      this.#files.set(given.path, { ...before, given });
      this.#relabel(given);
      return true;
    }
    this.#come(given.path);
    const state = this.#looked(given);
    if (state === null) {
      this.#drop(given.path);
      return false;
    }
    if (before !== undefined && concernsOthers(before)) this.#isBetweenDirty = true;
    this.#files.set(given.path, state);
    this.#dirty.add(given.path);
    this.#answerAtOnce(state, before, edits);
    return true;
  }

  /** A file is gone, or is none that is read any more. */
  remove(path: string): void {
    this.#come(path);
    this.#drop(path);
  }

  /** A file is there, but cannot be read: it is no evidence that something is missing. */
  putUnread(path: string): void {
    this.#drop(path);
    if (this.#unread.has(path)) return;
    this.#unread.add(path);
    this.#isBetweenDirty = true;
  }

  /** A file changed on the disk that others may have asked for. */
  touch(path: string): void {
    this.#texts.delete(path);
    this.#reading = null;
    for (const dependent of this.#dependents.get(path) ?? []) this.#dirty.add(dependent);
    if (this.#underWay?.asked.has(path)) this.#underWay.isStale = true;
  }

  /** Whether more files are on their way: what lies between files waits for them. */
  expectMore(more: boolean): void {
    this.#expectsMore = more;
  }

  /** Takes over new inputs; what depends on what has changed is found out by the next `settle`. */
  configure(inputs: FolderInputs): void {
    const before = this.#inputs;
    if (isSameInputs(before, inputs)) return;
    this.#inputs = inputs;
    this.#isIgnored = ignoredBy(inputs.config);
    this.#isBetweenDirty = true;
    this.#composed.clear();
    const isReadAnew = before.catalog !== inputs.catalog || before.asOf !== inputs.asOf;
    for (const [path, state] of this.#files) {
      const standing = this.#standingOf(state.given);
      if (!isReadAnew && standing === state.standing) continue;
      const next = this.#looked(state.given);
      if (next === null) this.#drop(path);
      else {
        this.#files.set(path, next);
        this.#dirty.add(path);
      }
    }
  }

  /** Reads what is to be read; the paths whose answer has changed since they were last given out. */
  async settle(): Promise<readonly string[]> {
    while (!this.isSettled) {
      this.#settling ??= this.#settleAll().finally(() => {
        this.#settling = null;
      });
      await this.#settling;
    }
    return this.takeChanged();
  }

  /** The paths whose answer has changed since this was asked last. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed].toSorted();
    this.#changed = new Set();
    return changed;
  }

  /** Whether nothing is to be read or compared any more. */
  get isSettled(): boolean {
    return this.#settling === null && !this.#hasWork;
  }

  get #hasWork(): boolean {
    return this.#dirty.size > 0 || (this.#isBetweenDirty && !this.#expectsMore) || !this.#isComposed;
  }

  async #settleAll(): Promise<void> {
    this.#texts.clear();
    this.#reading = null;
    while (this.#hasWork) {
      for (const path of this.#nextRound()) {
        await this.#read(path);
        await this.#parts.pause?.();
      }
      this.#lookBetween();
      this.#compose();
      this.#parts.onAnswers?.();
    }
  }

  /** Open documents come first: somebody looks at them. */
  #nextRound(): readonly string[] {
    const all = [...this.#dirty];
    const open = all.filter((path) => this.#files.get(path)?.given.version !== null);
    return open.length > 0 ? open : this.#parts.pause === undefined ? all : all.slice(0, ROUND);
  }

  async #read(path: string): Promise<void> {
    const state = this.#files.get(path);
    this.#dirty.delete(path);
    if (state === undefined) return;
    const work = { path, asked: new Set(this.#parts.dependenciesOf?.(state.given)), isStale: false };
    this.#underWay = work;
    const layer = await this.#layerOf(state, work);
    this.#underWay = null;
    // Put, removed or configured anew in the meantime: this answer is old, and the next one is on its way.
    const now = this.#files.get(path);
    if (now?.stamp !== state.stamp) return;
    if (work.isStale) {
      this.#dirty.add(path);
      return;
    }
    if (layer.notes.length > 0) this.#unread.add(path);
    else this.#unread.delete(path);
    this.#depend(path, now.asked, work.asked);
    const next = { ...now, layer, asked: work.asked };
    if (concernsOthers(now) || concernsOthers(next)) this.#isBetweenDirty = true;
    this.#isComposed = false;
    const isForgotten = isSilent(layer) && now.given.version === null && work.asked.size === 0;
    if (isForgotten && now.standing !== 'config') this.#drop(path);
    else this.#files.set(path, next);
  }

  async #layerOf({ given, standing, ...state }: FileState, { asked }: UnderWay): Promise<DocumentLayer> {
    const document = documentOf(given);
    const references = state.references ?? datedReferences(document, this.#options());
    if (standing !== 'reported') return explainedLayer(document, references, standing, this.#inputs.asOf);
    if (!isWorthReading(document, references)) return idLayer(document, references, this.#options());
    this.#reading ??= this.#parts.reading((path) => this.#textOf(path));
    const read = await this.#reading;
    return read(document, references, this.#options(), (path) => {
      asked.add(path);
      return this.#textOf(path);
    });
  }

  #textOf(path: string): Promise<string | null> {
    const own = this.#files.get(path);
    if (own !== undefined) return Promise.resolve(own.given.text);
    const known = this.#texts.get(path) ?? this.#parts.readFile(path);
    this.#texts.set(path, known);
    return known;
  }

  #depend(path: string, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
    for (const other of before) if (!now.has(other)) this.#dependents.get(other)?.delete(path);
    for (const other of now) {
      const known = this.#dependents.get(other);
      if (known) known.add(path);
      else this.#dependents.set(other, new Set([path]));
    }
  }

  #lookBetween(): void {
    if (!this.#isBetweenDirty || this.#expectsMore || this.#dirty.size > 0) return;
    this.#isBetweenDirty = false;
    this.#isComposed = false;
    const options = this.#options();
    const layers = this.layers();
    const contracts = this.contracts();
    this.#graph = graphLayer(layers, options, promisesOf(this.#inputs.config));
    this.#contracts = contracts === null ? NOTHING_BETWEEN : contractLayer(layers, options, contracts);
  }

  /** Puts the layers together; only what has changed is given out. */
  #compose(): void {
    if (this.#isComposed) return;
    this.#isComposed = true;
    const own = [...this.#files].map(([path, { given, layer }]) =>
      layer === null ? this.#carried(path, given) : this.#composedOf(layer),
    );
    const further = this.#contracts.further
      .filter(({ document }) => !this.#files.has(document.path))
      .map((layer) => this.#composedOf(layer));
    const audits = [...own, ...further].toSorted((a, b) => compare(a.document.path, b.document.path));
    const now = new Map(keepOncePerRun(audits).map((audit) => [audit.document.path, audit]));
    for (const [path, audit] of now) this.#answer(path, audit, this.#isRead(path));
    for (const path of [...this.#answers.keys()]) if (!now.has(path)) this.#forgetAnswer(path);
  }

  /** What is said of a file that is to be read: what was said before, or nothing yet. */
  #carried(path: string, given: PutFile): DocumentAudit {
    return this.#answers.get(path)?.audit ?? silentAudit(documentOf(given));
  }

  #composedOf(layer: DocumentLayer): DocumentAudit {
    const { path } = layer.document;
    const isTrue = path !== this.#inputs.configFile || this.#inputs.configIsNewest !== false;
    const of = ({ reported }: LayerBetween): readonly Reported[] => (isTrue && reported.get(path)) || NONE;
    const reports = [of(this.#graph), of(this.#contracts)];
    const known = this.#composed.get(path);
    if (known?.layer === layer && known.reports.every((one, index) => one === reports[index]))
      return known.audit;
    const audit = composeAudit(layer, reports, this.#inputs);
    this.#composed.set(path, { layer, reports, audit });
    return audit;
  }

  #isRead(path: string): boolean {
    const state = this.#files.get(path);
    return (state === undefined || state.layer !== null) && !this.#dirty.has(path);
  }

  #answer(path: string, audit: DocumentAudit, isSettled: boolean): void {
    const version = this.#files.get(path)?.given.version ?? null;
    const before = this.#answers.get(path);
    if (isSilent(audit) && version === null) {
      this.#forgetAnswer(path);
      return;
    }
    const isSame = before !== undefined && saysTheSame(before.audit, audit);
    this.#answers.set(path, { version, audit: isSame ? before.audit : audit, isSettled });
    if (!isSame && !(before === undefined && isSilent(audit))) this.#changed.add(path);
  }

  /** What can be said before the file is read: the older answer with its places moved, or the IDs alone. */
  #answerAtOnce(state: FileState, before: FileState | undefined, edits: readonly Edit[] | undefined): void {
    const { given, references } = state;
    const known = this.#answers.get(given.path);
    if (before === undefined || known === undefined) {
      if (references !== null && given.version !== null)
        this.#answer(given.path, { ...silentAudit(documentOf(given)), references }, false);
      return;
    }
    const how = edits ?? [editBetween(before.given.text, given.text)];
    this.#graph = movedBetween(this.#graph, given, before.given.text, how);
    this.#contracts = movedBetween(this.#contracts, given, before.given.text, how);
    const audit = {
      ...shifted(known.audit, before.given.text, given.text, how),
      document: documentOf(given),
    };
    this.#answers.set(given.path, { version: given.version, audit, isSettled: false });
    this.#changed.add(given.path);
  }

  /** The same text under another version: the answer holds. */
  #relabel({ path, version }: PutFile): void {
    const known = this.#answers.get(path);
    if (known === undefined) return;
    this.#answers.set(path, { ...known, version });
    if (version === null && isSilent(known.audit) && !this.#dirty.has(path)) this.#drop(path);
  }

  /** The first look; null for a closed file with nothing to say. */
  #looked(given: PutFile): FileState | null {
    const standing = this.#standingOf(given);
    const asked = this.#files.get(given.path)?.asked ?? new Set();
    const state = { given, standing, layer: null, asked, stamp: {} };
    // A document that is typed in is looked at when it is read: what was said before is carried over meanwhile.
    if (given.version !== null && this.#answers.has(given.path)) return { ...state, references: null };
    if (given.version === null && standing === 'explained') return null;
    const document = documentOf(given);
    const references = datedReferences(document, this.#options());
    const isTelling = references.length > 0 || mayHoldUnspelled(document) || holdsSuppression(document);
    return isTelling || given.version !== null || standing === 'config' ? { ...state, references } : null;
  }

  #standingOf({ path, text, isScanned }: PutFile): Standing {
    if (path === this.#inputs.configFile) return 'config';
    const isRead = isScanned && GATE.test(text) && !OWN_RECORDS.test(path) && !this.#isIgnored(path);
    return isRead && !isOwnOutput(text) ? 'reported' : 'explained';
  }

  #options(): AuditOptions {
    const { catalog, asOf, severities, places } = this.#inputs;
    return { catalog, asOf, severities, places };
  }

  /** A path comes, changes or goes: others may have asked for it, and it may have been unread. */
  #come(path: string): void {
    if (this.#unread.delete(path)) this.#isBetweenDirty = true;
    this.touch(path);
  }

  #drop(path: string): void {
    this.#forget(path);
    this.#forgetAnswer(path);
  }

  #forget(path: string): void {
    const state = this.#files.get(path);
    if (state === undefined) return;
    if (concernsOthers(state)) this.#isBetweenDirty = true;
    this.#depend(path, state.asked, new Set());
    this.#files.delete(path);
    this.#composed.delete(path);
    this.#dirty.delete(path);
    this.#isComposed = false;
  }

  #forgetAnswer(path: string): void {
    if (this.#answers.delete(path)) this.#changed.add(path);
  }
}

const NONE: readonly Reported[] = [];

/** What is large is compared by identity, the rest by value. */
function isSameInputs(a: FolderInputs, b: FolderInputs): boolean {
  const large = ({ catalog, config, contracts }: FolderInputs) => [
    catalog,
    config,
    contracts?.evidence,
    contracts?.snapshots,
  ];
  const small = ({ asOf, severities, places, configFile, configIsNewest, contracts }: FolderInputs): string =>
    JSON.stringify([
      asOf,
      severities,
      places,
      configFile,
      configIsNewest,
      contracts?.configText,
      contracts?.complete,
    ]);
  const others = large(b);
  return large(a).every((one, index) => one === others[index]) && small(a) === small(b);
}

const silentAudit = (document: TextDocument): DocumentAudit => ({
  document,
  config: null,
  notes: [],
  references: [],
  routes: [],
  findings: [],
});

/** What is not reported is explained; a configuration is held against the code, and may hold suppressions. */
function explainedLayer(
  document: TextDocument,
  references: DocumentLayer['references'],
  standing: Standing,
  asOf: Day,
): DocumentLayer {
  const spoken = spokenLayer(document, asOf);
  return { ...spoken, references, reported: standing === 'config' ? spoken.reported : [] };
}

function documentOf({ path, text, language }: PutFile): TextDocument {
  return language === undefined ? { path, text } : { path, text, language };
}

/** Whether what a file says may matter to others, or be held against a contract. */
const concernsOthers = ({ layer, standing }: Pick<FileState, 'layer' | 'standing'>): boolean =>
  layer !== null &&
  (layer.config !== null || layer.routes.length > 0 || layer.notes.length > 0 || standing === 'config');

function isSilent({
  references,
  routes,
  config,
  ...said
}: Pick<DocumentLayer, 'references' | 'routes' | 'config'> & {
  readonly findings?: readonly unknown[];
  readonly reported?: readonly unknown[];
}): boolean {
  const findings = said.findings ?? said.reported ?? [];
  return references.length + routes.length + findings.length + (config?.fallbacks.length ?? 0) === 0;
}

function movedBetween(
  layer: LayerBetween,
  { path, text }: PutFile,
  before: string,
  edits: readonly Edit[],
): LayerBetween {
  const own = layer.reported.get(path);
  if (own === undefined) return layer;
  return { ...layer, reported: new Map(layer.reported).set(path, shifted(own, before, text, edits)) };
}

/** Compared by value: an answer that is made anew and says the same is no change. */
const saysTheSame = (a: DocumentAudit, b: DocumentAudit): boolean =>
  a === b ||
  (a.document.text === b.document.text &&
    a.document.path === b.document.path &&
    JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b)));

const contentOf = ({ references, routes, findings, config, notes }: DocumentAudit): unknown => [
  references,
  routes,
  findings,
  config,
  notes,
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
