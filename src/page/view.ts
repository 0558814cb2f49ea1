// What every section is given: the data, what the reader has chosen, and how to choose anew.
import type { PageData } from '../report/page/types.ts';
import type { Host } from './host.ts';

/** What the reader has chosen. */
export interface Choices {
  /** Requests a month of each route that no contract counts. */
  readonly requests: number;
  /** Further paid requests for each hundred, by retries. */
  readonly retries: number;
  /** Words that a file, model, name, owner or environment holds. */
  readonly filter: string;
}

export const NO_CHOICES: Choices = { requests: 100, retries: 0, filter: '' };

export interface View {
  readonly data: PageData;
  readonly choices: Choices;
  readonly host: Host;
  choose(choices: Partial<Choices>): void;
}

/** Whether some texts hold every word of the filter. */
export function matches({ choices }: View, texts: readonly (string | null)[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return choices.filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
