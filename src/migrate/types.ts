// What it takes to move requests off models that are shut down or deprecated: plain data, one plan a request.

import type { Day, Status, SurfaceId } from '../catalog/types.ts';
import type { CostAnswer, CostQuestion } from '../cost/types.ts';
import type { TextEdit } from '../routes/types.ts';

/** Where a request can go: Gemini Omni through the Interactions API, Veo on Vertex AI, or what its gateway offers. */
export type MigrationGoal = 'omni' | 'vertex' | 'gateway';

/** What becomes of a parameter. `open`: no source says. */
export type ChangeKind = 'stays' | 'renamed' | 'changes' | 'lost' | 'open';

export interface ParameterChange {
  /** The name that Google's REST API has for it. */
  readonly parameter: string;
  readonly kind: ChangeKind;
  /** What it is called on the other side; null where it has no name there. */
  readonly to: string | null;
  readonly says: string;
}

/** A request with its price on a day: `estimate` gives the same answer to the same question. */
export interface PricedRequest {
  readonly question: CostQuestion;
  readonly answer: CostAnswer;
}

/** What the old surface did where the request says nothing. */
export interface Usual {
  readonly seconds: number | null;
  /** Whether the video had audio; null where that is not known, or need not be said. */
  readonly audio: boolean | null;
}

/** Where a request can go, and at what price. */
export interface Way {
  readonly goal: MigrationGoal;
  readonly model: string;
  readonly surface: SurfaceId;
  readonly status: Status;
  /** How long the model can be counted on; null where nothing is known against it. */
  readonly outlook: string | null;
  readonly cost: PricedRequest;
}

/** One way to move one request. */
export interface MigrationTarget extends Way {
  readonly changes: readonly ParameterChange[];
  /** What changes around the request: how the video comes, quota. */
  readonly around: readonly string[];
  /** What a person has to set up. */
  readonly setUp: readonly string[];
  /** What no source says. */
  readonly unknown: readonly string[];
  /** The edits that make the change; null where a person has to make it. */
  readonly edits: readonly TextEdit[] | null;
  /** Why there are no edits; null where there are. */
  readonly whyNoEdits: string | null;
  /** The request as it would be written; null where no shape is known for it. */
  readonly snippet: Snippet | null;
}

export interface Snippet {
  /** The name of a fenced block's language. */
  readonly language: string;
  readonly before: string;
  readonly after: string;
}

/** A request whose model is shut down or deprecated. Offsets are UTF-16 code units of the document. */
export interface EndingRequest {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
  /** Null where the model is computed, and every model that it can be is gone. */
  readonly model: string | null;
  readonly surface: SurfaceId;
  readonly status: Status;
  /** The published shutdown day; null where there is none for this surface. */
  readonly shutdown: Day | null;
  /** The price on the day, or on the last day that had one; null where none is known. */
  readonly cost: PricedRequest | null;
}

/** All that is known of moving one request. */
export interface RequestPlan extends EndingRequest {
  readonly targets: readonly MigrationTarget[];
}

export interface MigrationPlan {
  readonly asOf: Day;
  readonly requests: readonly RequestPlan[];
  /** What goes as well where all requests of a file that have edits are moved at once: imports that none of them leaves a use. */
  readonly closing: ReadonlyMap<string, readonly TextEdit[]>;
}
