// What the report's page shows, as data that survives JSON: the page knows no catalog, no audit and no files.
import type { EvidenceSummary } from '../../audit/evidenceSummary.ts';
import type { Severity } from '../../audit/types.ts';
import type { Day, PriceRow, Status } from '../../catalog/types.ts';
import type { Answer } from '../../checks/checklist/types.ts';
import type { UsdRange } from '../../cost/types.ts';
import type { PageDetail } from '../detail/types.ts';
import type { DiffContract } from '../diff/side.ts';
import type { ReportTotals } from '../merge/totals.ts';

/** What the page is asked to show: a section and the filter that leads to a row, or the page about one thing by its key. */
export type PageFocus =
  | { readonly section: 'checklist' | 'gateways' | 'smoke-tests'; readonly filter: string }
  | { readonly detail: string };

/** Where something stands: the file as the run names it, the line 1-based. */
export interface PagePlace {
  readonly file: string;
  readonly line: number;
}

export interface PageRoute extends PagePlace {
  readonly name: string | null;
  readonly model: string | null;
  /** The surface by its name. */
  readonly surface: string;
  readonly status: Status;
  /** Duration, resolution, count and audio as far as they are set: `8 s, 720p`. */
  readonly parameters: string;
  readonly usdPerRequest: UsdRange | null;
  readonly usdPerSecond: UsdRange | null;
  readonly assumptions: readonly string[];
  /** Why there is no cost; null where there is one. */
  readonly noCost: string | null;
  readonly contract: string | null;
  readonly owner: string | null;
  readonly environment: string | null;
}

export interface PageContract extends Omit<DiffContract, 'terms'> {
  /** What the contract allows, in US dollars. */
  readonly budgetPerRequest: number | null;
  readonly budgetPerMonth: number | null;
}

/** How many days count as near. */
export const NEAR_DAYS = 90;

/** A model ID in use on a surface, with its days. */
export interface PageLifecycle {
  /** The key of the page with all that is known of it. */
  readonly detail: string;
  readonly model: string;
  readonly surface: string;
  readonly status: Status;
  readonly released: Day | null;
  /** `fixed`: shut down on that day; `notBefore`: that day or later. */
  readonly end: { readonly kind: 'fixed' | 'notBefore'; readonly day: Day } | null;
  /** Whether it answers today and ends, or may end, within `NEAR_DAYS`. */
  readonly endsSoon: boolean;
  readonly source: string;
  readonly checkedOn: Day;
  /** What the surface answered to this workspace last; null where it was not asked. */
  readonly probed: { readonly day: Day; readonly saw: 'gone' | 'answering' } | null;
  readonly places: readonly PagePlace[];
}

/** A request whose model is shut down or deprecated, and what answers in its place. */
export interface PageMove extends PagePlace {
  readonly name: string | null;
  /** Null where it is computed. */
  readonly model: string | null;
  readonly surface: string;
  readonly status: Status;
  readonly shutdown: Day | null;
  readonly ways: readonly PageWay[];
}

export interface PageWay {
  readonly model: string;
  readonly surface: string;
  /** What a request costs there, and what it did: `$0.81, was $3.20`. */
  readonly price: string;
  /** How long the model can be counted on; null where nothing is known against it. */
  readonly outlook: string | null;
}

export interface PageNode {
  readonly id: string;
  readonly label: string;
  readonly status: Status;
  readonly place: PagePlace | null;
}

export interface PageEdge {
  readonly from: string;
  readonly to: string;
  /** The errors that lead along it; empty for any. */
  readonly on: readonly string[];
  readonly place: PagePlace;
}

export interface PageChecked {
  readonly name: string;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly place: PagePlace | null;
  readonly answers: readonly Answer[];
}

/** What a smoke test left behind, with its surface by name and its videos as the page finds them. */
export interface PageRun extends Omit<EvidenceSummary, 'kind' | 'asked' | 'operation' | 'owner' | 'videos'> {
  /** True where the run was to fail, and passes by failing. */
  readonly controlledFailure: boolean;
  readonly videos: readonly { readonly file: string }[];
}

/** A gateway's newest kept catalog, held against Google's prices and the workspace. */
export interface PageGateway {
  readonly name: string;
  readonly kind: string;
  readonly day: Day;
  readonly from: string;
  readonly rows: readonly PageGatewayRow[];
  readonly routes: readonly PageGatewayRoute[];
  /** Sentences, newest first. */
  readonly changes: readonly string[];
}

export interface PageGatewayRow {
  readonly label: string;
  readonly sends: string | null;
  readonly available: 'yes' | 'no' | 'not said';
  readonly video: 'yes' | 'native' | 'no' | 'not said';
  /** A clause each, with Google's own price beside it. */
  readonly prices: readonly string[];
}

export interface PageGatewayRoute extends PagePlace {
  readonly name: string;
  /** The label of its row; null where it has none. */
  readonly row: string | null;
  /** Why it has none. */
  readonly missing: string | null;
}

export interface PagePrice extends Pick<PriceRow, 'model' | 'resolution' | 'audio' | 'usd' | 'from' | 'to'> {
  readonly surface: string;
  readonly unit: string;
  readonly source: string;
}

export interface PageFinding extends PagePlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** One of the reports that the page joins, in figures; costs are null where none is known. */
export interface PageReport extends Omit<ReportTotals, 'findings'> {
  readonly errors: number;
  readonly warnings: number;
}

/** The sums over everything, also where the lists show a part. */
export interface PageTotals {
  readonly errors: number;
  readonly warnings: number;
  readonly findings: number;
  readonly routes: number;
  /** Routes without a known cost. */
  readonly unpriced: number;
  readonly usdPerRequest: UsdRange | null;
}

export interface PageData {
  /** The reports that were merged; empty for the report of one audit. */
  readonly reports: readonly PageReport[];
  readonly totals: PageTotals;
  readonly version: string;
  readonly asOf: Day;
  readonly factsCheckedOn: Day;
  readonly files: number;
  readonly routes: readonly PageRoute[];
  readonly contracts: readonly PageContract[];
  readonly moves: readonly PageMove[];
  readonly lifecycles: readonly PageLifecycle[];
  readonly graph: { readonly nodes: readonly PageNode[]; readonly edges: readonly PageEdge[] };
  readonly questions: readonly string[];
  readonly checklist: readonly PageChecked[];
  readonly runs: readonly PageRun[];
  readonly gateways: readonly PageGateway[];
  readonly prices: readonly PagePrice[];
  readonly findings: readonly PageFinding[];
  /** False where no folder is open, so that only pages about one thing are to be seen. */
  readonly hasReport: boolean;
  /** The pages about one thing that the report leads to. */
  readonly details: readonly PageDetail[];
}
