// The newest answer for each file, and which of them have changed since they were given out.
import type { DocumentAudit, DocumentLayer } from '../../audit/types.ts';
import type { TextDocument } from '../../detect/types.ts';
import type { FileAnswer } from './types.ts';

export class Answers {
  readonly #answers = new Map<string, FileAnswer>();
  #changed = new Set<string>();

  get(path: string): FileAnswer | undefined {
    return this.#answers.get(path);
  }

  all(): readonly (readonly [path: string, answer: FileAnswer])[] {
    return [...this.#answers];
  }

  /** An answer that is made anew and says the same is no change; a closed file with nothing to say has none. */
  give(path: string, { audit, version, isSettled }: FileAnswer): void {
    const before = this.#answers.get(path);
    if (isSilent(audit) && version === null) {
      this.forget(path);
      return;
    }
    const isSame = before !== undefined && saysTheSame(before.audit, audit);
    this.#answers.set(path, { version, audit: isSame ? before.audit : audit, isSettled });
    if (!isSame && !(before === undefined && isSilent(audit))) this.#changed.add(path);
  }

  /** An older answer, with its places moved to newer text. */
  carry(path: string, answer: FileAnswer): void {
    this.#answers.set(path, answer);
    this.#changed.add(path);
  }

  /** The same text under another version: the answer holds. */
  relabel(path: string, version: number | null): void {
    const known = this.#answers.get(path);
    if (known !== undefined) this.#answers.set(path, { ...known, version });
  }

  forget(path: string): void {
    if (this.#answers.delete(path)) this.#changed.add(path);
  }

  /** The paths whose answer has changed since this was asked last. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed].toSorted();
    this.#changed = new Set();
    return changed;
  }
}

/** What is said of a document that is still to be read. */
export const silentAudit = (document: TextDocument): DocumentAudit => ({
  document,
  config: null,
  notes: [],
  references: [],
  routes: [],
  findings: [],
});

/** Whether nothing at all is said. */
export function isSilent({
  references,
  routes,
  config,
  notes,
  ...said
}: Pick<DocumentLayer, 'references' | 'routes' | 'config' | 'notes'> & {
  readonly findings?: readonly unknown[];
  readonly reported?: readonly unknown[];
}): boolean {
  const findings = said.findings ?? said.reported ?? [];
  const count = references.length + routes.length + findings.length + notes.length;
  return count + (config?.fallbacks.length ?? 0) === 0;
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
