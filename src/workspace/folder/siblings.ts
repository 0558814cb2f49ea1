// Texts that a file asks for while it is read, each fetched once, and who asked for what.
import type { ReadSibling } from './types.ts';

export class Siblings {
  readonly #read: ReadSibling;
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #askers = new Map<string, Set<string>>();

  /** `read` gives the text of a file by its path in the folder. */
  constructor(read: ReadSibling) {
    this.#read = read;
  }

  textOf(path: string): Promise<string | null> {
    const known = this.#texts.get(path) ?? this.#read(path);
    this.#texts.set(path, known);
    return known;
  }

  /** A file asked for others than before. */
  ask(path: string, before: ReadonlySet<string>, now: ReadonlySet<string>): void {
    for (const other of before) if (!now.has(other)) this.#askers.get(other)?.delete(path);
    for (const other of now) {
      const known = this.#askers.get(other);
      if (known) known.add(path);
      else this.#askers.set(other, new Set([path]));
    }
  }

  /** A file changed: its text is fetched anew. Those that asked for it. */
  touch(path: string): Iterable<string> {
    this.#texts.delete(path);
    return this.#askers.get(path) ?? [];
  }

  clear(): void {
    this.#texts.clear();
  }
}
