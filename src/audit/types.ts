// What is wrong: rules, findings, fixes and suppressions as plain data.

import type { Day, Status } from '../catalog/types.ts';
import type { FilePlace, Reference, TextDocument } from '../detect/types.ts';
import type { ConfigReading } from '../routes/config/types.ts';
import type { Place, Route, TextEdit } from '../routes/types.ts';

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

/** A suppression as written. Offsets are UTF-16; the line is 0-based. */
export interface Suppression extends Place {
  readonly line: number;
  /** What a suppression for a line silences: its own line and the next one. */
  readonly covers: Place;
  readonly scope: 'line' | 'file';
  readonly rules: readonly string[];
  readonly until: Day | null;
  readonly reason: string;
  /** What is wrong with it, one sentence; a faulty suppression silences nothing. */
  readonly fault: string | null;
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

/** A finding as its rule reports it, before severities and suppressions. */
export interface Reported {
  readonly meta: RuleMeta;
  readonly found: RuleFinding;
  /** Whether a team has agreed on it: then it holds wherever the file lies. */
  readonly isAgreed?: boolean;
}

/** What a document says alone. */
export interface DocumentLayer {
  readonly document: TextDocument;
  /** What the document says as a route configuration; null where it is none. */
  readonly config: ConfigReading | null;
  /** What could not be read of its requests, a sentence each. */
  readonly notes: readonly string[];
  readonly references: readonly DatedReference[];
  readonly routes: readonly Route[];
  readonly suppressions: readonly Suppression[];
  readonly reported: readonly Reported[];
  /** True where reading the same again may give more. */
  readonly mayDiffer?: boolean;
}

/** What is said between documents: by the graph of routes, or by contracts. */
export interface LayerBetween {
  /** By the path of the document that it is said of. */
  readonly reported: ReadonlyMap<string, readonly Reported[]>;
  /** Documents that are spoken of, though they say nothing themselves: the team's configuration. */
  readonly further: readonly DocumentLayer[];
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
