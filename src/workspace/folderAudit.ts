// The audit of one folder, kept up to date: the command line drives it once, the editor all the time. It knows no
// editor, no disk and no clock.
import type { ContractInputs } from '../audit/contractAudit.ts';
import { type AuditOptions, datedReferences, idLayer, spokenLayer } from '../audit/engine.ts';
import type { DocumentAudit, DocumentLayer } from '../audit/types.ts';
import type { Day } from '../catalog/types.ts';
import type { TextDocument } from '../detect/types.ts';
import { isWorthReading } from '../routes/hints.ts';
import { Answers, isSilent, silentAudit } from './folder/answers.ts';
import { byPath, Composer } from './folder/composer.ts';
import {
  concernsOthers,
  documentOf,
  type FileState,
  firstLook,
  type Standing,
  standingOf,
} from './folder/fileState.ts';
import { type FolderInputs, isSameInputs } from './folder/inputs.ts';
import { Siblings } from './folder/siblings.ts';
import type { FileAnswer, FolderParts, PutFile, ReadLayer } from './folder/types.ts';
import { ignoredBy } from './ignoredBy.ts';
import { type Edit, editBetween, shifted } from './shifted.ts';

/** What the reading under way is about. */
interface UnderWay {
  readonly path: string;
  readonly asked: Set<string>;
  isStale: boolean;
}

/** How many closed files are read before their answers are given out. */
const ROUND = 64;

export class FolderAudit {
  readonly #parts: FolderParts;
  readonly #files = new Map<string, FileState>();
  /** Paths of files that are there, but were not read whole: what they hold is not known. */
  readonly #unread = new Set<string>();
  readonly #answers = new Answers();
  readonly #composer = new Composer();
  readonly #siblings: Siblings;
  /** Files to read. */
  readonly #dirty = new Set<string>();
  #reading: Promise<ReadLayer> | null = null;
  #underWay: UnderWay | null = null;
  #inputs: FolderInputs;
  #isIgnored: (path: string) => boolean;
  #isBetweenDirty = true;
  #isComposed = true;
  #expectsMore = false;
  #settling: Promise<void> | null = null;

  constructor(parts: FolderParts, inputs: FolderInputs) {
    this.#parts = parts;
    this.#inputs = inputs;
    this.#isIgnored = ignoredBy(inputs.config);
    this.#siblings = new Siblings(async (path) => this.#files.get(path)?.given.text ?? parts.readFile(path));
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
    return this.#answers
      .all()
      .flatMap(([path, answer]) => (this.#files.get(path)?.standing === 'explained' ? [] : answer))
      .toSorted((a, b) => byPath(a.audit.document, b.audit.document));
  }

  /** What is said of every such file. */
  audits(): readonly DocumentAudit[] {
    return this.all().map(({ audit }) => audit);
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
      .toSorted((a, b) => byPath(a.document, b.document));
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
    this.#reading = null;
    for (const asker of this.#siblings.touch(path)) this.#dirty.add(asker);
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
    // Severities and suppressions count at once, also while what lies between files waits for more of them.
    this.#isComposed = false;
    this.#composer.clear();
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
    return this.#answers.takeChanged();
  }

  /** Whether nothing is to be read or compared any more. */
  get isSettled(): boolean {
    return this.#settling === null && !this.#hasWork;
  }

  get #hasWork(): boolean {
    return this.#dirty.size > 0 || (this.#isBetweenDirty && !this.#expectsMore) || !this.#isComposed;
  }

  async #settleAll(): Promise<void> {
    this.#siblings.clear();
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
    this.#siblings.ask(path, now.asked, work.asked);
    const next = { ...now, layer, asked: work.asked };
    if (concernsOthers(now) || concernsOthers(next)) this.#isBetweenDirty = true;
    this.#isComposed = false;
    const isForgotten = isSilent(layer) && now.given.version === null && work.asked.size === 0;
    if (isForgotten && now.standing !== 'config') this.#drop(path);
    else this.#files.set(path, next);
  }

  async #layerOf({ given, standing, ...state }: FileState, { asked }: UnderWay): Promise<DocumentLayer> {
    const document = documentOf(given);
    const { references } = state;
    const options = this.#options();
    if (standing !== 'reported') {
      const found = references ?? this.#referencesOf(document);
      return explainedLayer(document, found, standing, options.asOf);
    }
    // Parsers are not loaded for what is known to need none.
    if (references !== null && !isWorthReading(document, references))
      return idLayer(document, references, options);
    this.#reading ??= this.#parts.reading((path) => this.#siblings.textOf(path));
    const read = await this.#reading;
    return read(document, references, options, (path) => {
      asked.add(path);
      return this.#siblings.textOf(path);
    });
  }

  #lookBetween(): void {
    if (!this.#isBetweenDirty || this.#expectsMore || this.#dirty.size > 0) return;
    this.#isBetweenDirty = false;
    this.#isComposed = false;
    this.#composer.look(this.layers(), this.#inputs, this.contracts());
  }

  /** Puts the layers together; only what has changed is given out. */
  #compose(): void {
    if (this.#isComposed) return;
    this.#isComposed = true;
    const states = [...this.#files.values()];
    const now = this.#composer.compose(
      states.flatMap(({ layer }) => layer ?? []),
      states.flatMap(({ layer, given }) => (layer === null ? this.#carried(given) : [])),
      this.#inputs,
    );
    for (const [path, audit] of now) this.#answer(path, audit, this.#isRead(path));
    for (const [path] of this.#answers.all()) if (!now.has(path)) this.#answers.forget(path);
  }

  /** What is said of a file that is to be read: what was said before, or nothing yet. */
  #carried(given: PutFile): DocumentAudit {
    return this.#answers.get(given.path)?.audit ?? silentAudit(documentOf(given));
  }

  #isRead(path: string): boolean {
    const state = this.#files.get(path);
    return (state === undefined || state.layer !== null) && !this.#dirty.has(path);
  }

  #answer(path: string, audit: DocumentAudit, isSettled: boolean): void {
    this.#answers.give(path, { audit, version: this.#files.get(path)?.given.version ?? null, isSettled });
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
    this.#composer.move(given, before.given.text, how);
    const audit = {
      ...shifted(known.audit, before.given.text, given.text, how),
      document: documentOf(given),
    };
    this.#answers.carry(given.path, { version: given.version, audit, isSettled: false });
  }

  /** The same text under another version: the answer holds. */
  #relabel({ path, version }: PutFile): void {
    const known = this.#answers.get(path);
    if (known === undefined) return;
    this.#answers.relabel(path, version);
    if (version === null && isSilent(known.audit) && !this.#dirty.has(path)) this.#drop(path);
  }

  #looked(given: PutFile): FileState | null {
    const asked = this.#files.get(given.path)?.asked;
    const isAnswered = this.#answers.get(given.path) !== undefined;
    const known = asked === undefined ? { isAnswered } : { asked, isAnswered };
    return firstLook(given, this.#standingOf(given), (document) => this.#referencesOf(document), known);
  }

  #referencesOf(document: TextDocument): DocumentLayer['references'] {
    return (this.#parts.references ?? datedReferences)(document, this.#options());
  }

  #standingOf(given: PutFile): Standing {
    return standingOf(given, this.#inputs.configFile, this.#isIgnored);
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
    this.#answers.forget(path);
  }

  #forget(path: string): void {
    const state = this.#files.get(path);
    if (state === undefined) return;
    if (concernsOthers(state)) this.#isBetweenDirty = true;
    this.#siblings.ask(path, state.asked, new Set());
    this.#files.delete(path);
    this.#composer.forget(path);
    this.#dirty.delete(path);
    this.#isComposed = false;
  }
}

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
