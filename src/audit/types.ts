// What is wrong: rules, findings, fixes and suppressions as plain data.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day, Status } from '../catalog/types.ts';
import type { FilePlace, Reference, TextDocument } from '../detect/types.ts';
import type { ConfigReading } from '../routes/config/types.ts';
import type { Place, Route } from '../routes/types.ts';

/** Worst first. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule is, for its page, the editor and the reports. */
export interface RuleMeta {
  readonly id: string;
  readonly severity: Severity;
  /** One line: what the rule says. */
  readonly summary: string;
  /** Whether some findings of the rule carry a fix. */
  readonly fixable: boolean;
  /** True where the finding means the ID is dead or dying: editors strike it through. */
  readonly deprecates: boolean;
  /** True where one finding a run says all: the reports keep the first. */
  readonly oncePerRun?: boolean;
  /** True where it says the same whatever the file is for. */
  readonly anywhere?: boolean;
}

/** Replace `[start, end)` of the document with `newText`. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a rule reports about a place in a document. */
export interface RuleFinding {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The edit that can be made unseen; null where there is none, or a person has to choose. */
  readonly fix: Fix | null;
  /** Edits among which a person has to choose; they are never made unseen. */
  readonly choices?: readonly Fix[];
  /** Where the rule departs from its severity. */
  readonly severity?: Severity;
  /** Other places of the document that belong to the finding. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace extends Place {
  readonly message: string;
}

export interface Suppressed {
  readonly reason: string;
  readonly until: Day | null;
}

export interface Finding extends RuleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly oncePerRun: boolean;
  readonly deprecates: boolean;
  /** What the file, or this part of it, is for. */
  readonly place: FilePlace;
  readonly suppressed: false | Suppressed;
}

/** A reference with its status on the day of the audit. */
export interface DatedReference extends Reference {
  readonly status: Status;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly document: TextDocument;
  readonly references: readonly DatedReference[];
  readonly routes: readonly Route[];
  readonly catalog: Catalog;
  readonly asOf: Day;
}

export interface Rule {
  readonly meta: RuleMeta;
  check(context: RuleContext): Iterable<RuleFinding>;
}

/** The result of auditing one document. Arrays are sorted by position. */
export interface DocumentAudit {
  readonly document: TextDocument;
  /** What the document says as a route configuration; null where it is none. */
  readonly config: ConfigReading | null;
  /** What could not be read of its requests, a sentence each. */
  readonly notes: readonly string[];
  readonly references: readonly DatedReference[];
  readonly routes: readonly Route[];
  readonly findings: readonly Finding[];
}
