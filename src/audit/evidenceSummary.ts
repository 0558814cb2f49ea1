// What a smoke test left behind, as far as rules ask and reports show.
import type { Day } from '../catalog/types.ts';
import type { UsdRange } from '../cost/types.ts';

/** What a smoke test left behind, as far as rules ask. */
export interface EvidenceSummary {
  /** The name of the route that was tested. */
  readonly route: string;
  readonly model: string;
  readonly surface: string;
  readonly simulated: boolean;
  readonly kind: 'smoke' | 'controlled-failure';
  readonly passed: boolean;
  /** Whether the surface itself was asked; a run that was not sent says nothing of the route. */
  readonly asked: boolean;
  /** The day on which it ended. */
  readonly day: Day;
  /** The file, as it is printed. */
  readonly file: string;
  /** What the surface calls the job; null where none was made. */
  readonly operation: string | null;
  readonly polls: number;
  /** The verdict of the evidence: `production`, `staging only`, `research backlog`. */
  readonly verdict: string;
  readonly owner: string | null;
  readonly reportedUsd: number | null;
  /** What the request was to cost; null where no price was known. */
  readonly estimatedUsd: UsdRange | null;
  /** Every state in order, with the seconds that it lasted; null for the last one. */
  readonly states: readonly { readonly state: string; readonly seconds: number | null }[];
  /** How it ended, a sentence for people. */
  readonly message: string;
  /** The names of the videos that were kept, without a folder. */
  readonly videos: readonly string[];
}
