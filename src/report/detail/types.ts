// A page about one thing (a model ID, a request, a smoke test), as data: the report sets it, and evidence keeps it as Markdown.

/** A stretch of text, and how it is set. It is never markup. */
export interface DetailText {
  readonly text: string;
  readonly look?: 'code' | 'strong' | 'soft';
  /** A state or a verdict: its sign and colour stand with the text. */
  readonly state?: string;
  /** The web page that the text leads to; null where none is known. */
  readonly url?: string | null;
  /** What the text leads to in the workspace; the line is 1-based. */
  readonly place?: { readonly file: string; readonly line: number };
}

export type DetailLine = readonly DetailText[];

export interface DetailTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  /** Rows with a cell for each text of the head. */
  readonly rows: readonly (readonly DetailLine[])[];
}

export type DetailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly line: DetailLine }
  | { readonly kind: 'list'; readonly items: readonly DetailLine[] }
  | { readonly kind: 'video'; readonly file: string }
  | DetailTable;

export interface PageDetail {
  /** Names the page among all of a report. */
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly DetailBlock[];
}
