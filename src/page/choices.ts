// What the reader has chosen.

/** What the reader has chosen. */
export interface Choices {
  /** Requests a month of each route that no contract counts. */
  readonly requests: number;
  /** Further paid requests for each hundred, by retries. */
  readonly retries: number;
  /** Words that a file, model, name, owner or environment holds. */
  readonly filter: string;
  /** The page about one thing that is shown in the place of the report, by its key. */
  readonly detail: string | null;
}

export const NO_CHOICES: Choices = { requests: 100, retries: 0, filter: '', detail: null };
