// How families of languages write comments and strings.

/** How a language writes comments and the strings that may hide comment signs. */
export interface CommentSyntax {
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
  /** Quotes whose strings end at the line's end at the latest. */
  readonly quotes: readonly string[];
  /** Quotes whose strings may run over lines. */
  readonly longQuotes: readonly string[];
  /** Whether `/…/` may be a regular expression. */
  readonly regex?: boolean;
  /** Whether a line comment needs white space or a line start before it (`#` in shells, YAML, URLs with `#`). */
  readonly lineNeedsSpace?: boolean;
  /** Whether line comments are only told apart where nothing stands before them. */
  readonly ownLine?: boolean;
  /** Whether block comments nest. */
  readonly nested?: boolean;
}

export const NONE: CommentSyntax = { line: [], block: [], quotes: [], longQuotes: [] };

export const C_LIKE: CommentSyntax = {
  line: ['//'],
  block: [['/*', '*/']],
  quotes: ['"', "'"],
  longQuotes: [],
};

export const JS: CommentSyntax = { ...C_LIKE, longQuotes: ['`'], regex: true };

export const HASH: CommentSyntax = {
  line: ['#'],
  block: [],
  quotes: ['"', "'"],
  longQuotes: [],
  lineNeedsSpace: true,
};

export const PYTHON: CommentSyntax = {
  line: ['#'],
  block: [],
  quotes: ['"', "'"],
  longQuotes: ['"""', "'''"],
};

export const XML: CommentSyntax = { line: [], block: [['<!--', '-->']], quotes: [], longQuotes: [] };

/** What opens a comment in most languages, where a line begins with it. */
export const GUESSED: CommentSyntax = {
  ...NONE,
  line: ['# ', '#!', '## ', '// ', '-- ', '; ', ';; ', '% ', '%% ', '" '],
  ownLine: true,
};
