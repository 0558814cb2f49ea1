// What every section is given: the data, what the reader has chosen, and how to choose anew.
import type { PageData } from '../report/page/types.ts';
import type { Choices } from './choices.ts';
import type { Host } from './host.ts';

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
