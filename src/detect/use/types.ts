// What is asked about the use of an ID, and the answer.
import type { Span } from '../documents/comments.ts';
import type { Language } from '../documents/languages/languages.ts';
import type { Role, Use } from '../types.ts';
import type { Masked } from './surroundings.ts';

/** A use and the clause that says why. */
export interface UseClaim {
  readonly use: Use;
  readonly evidence: string;
}

export const claim = (use: Use, evidence: string): UseClaim => ({ use, evidence });

/** An ID in a part of a document; `start` is that of the path in front of it. Offsets are UTF-16 code units. */
export interface Literal extends Span {
  readonly role: Role;
  /** Whether it stands in a docstring. */
  readonly isDoc: boolean;
}

/** Names that are followed by `[`, `.get(` and the like, and members by the name that they follow. */
export interface Lookups {
  readonly indexed: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a text reads of objects. */
export interface FieldReads {
  /** Names behind a dot, an arrow or the like. */
  readonly members: ReadonlySet<string>;
  /** Whether the text takes objects as a whole (`asdict`), whatever their fields. */
  readonly whole: boolean;
  /** The classes that a library fills from the environment or a configuration. */
  filled(): ReadonlySet<string>;
  /** How often a word stands in the text. */
  countOf(name: string): number;
}

/** What is asked of each ID of a part; the part is looked through once. */
export interface Scene {
  readonly source: Masked;
  readonly language: Language;
  /** The classes of a Python text that are enumerations. */
  enumClasses(): ReadonlySet<string>;
  /** The names that the program looks something up in: by a computed key, or the members by which it does. */
  lookups(): Lookups;
  /** What the text reads of objects. */
  fields(): FieldReads;
}
