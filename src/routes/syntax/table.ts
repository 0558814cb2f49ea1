// How a language's grammar is read: data only. A language is one table of node types.

/** A child by field name, by type (`:block`), by its place among the named children, or the node itself (`.`); several are tried in order. */
export type Where = string | number | readonly (string | number)[];

export type Rule =
  | { readonly as: 'name' }
  | { readonly as: 'string'; readonly raw?: boolean }
  /** Strings next to each other that are one. */
  | { readonly as: 'joined' }
  | { readonly as: 'number' }
  /** True or false by its text. */
  | { readonly as: 'boolean' }
  | { readonly as: 'constant'; readonly value: boolean | null }
  /** `receiver`: where the object stands apart from the method's name. `block`: a trailing closure. */
  | {
      readonly as: 'call';
      readonly callee: Where;
      readonly receiver?: Where;
      readonly args: Where;
      readonly made?: boolean;
      readonly extra?: Where;
    }
  | { readonly as: 'member'; readonly object: Where; readonly name: Where }
  | { readonly as: 'index'; readonly object: Where; readonly key: Where }
  | { readonly as: 'object'; readonly type?: Where; readonly body?: Where; readonly flat?: boolean }
  | { readonly as: 'pair'; readonly key: Where; readonly value: Where }
  /** An entry or argument whose name is its value too. */
  | { readonly as: 'shorthand' }
  | { readonly as: 'spread'; readonly value: Where }
  /** `single`: one item stands for itself. */
  | { readonly as: 'list'; readonly single?: boolean }
  /** One of several arms; the value of an arm is its last child. */
  | { readonly as: 'match'; readonly arms: readonly string[] }
  /** A shell's command: flags name the arguments that follow them. */
  | { readonly as: 'command'; readonly name: Where; readonly args: Where }
  /** A shell's `$(…)`: what its heredoc or its command gives. */
  | { readonly as: 'substitution' }
  /** A shell's `${X:-value}`. */
  | { readonly as: 'expansion' }
  /** A macro whose arguments are not parsed. */
  | { readonly as: 'macro'; readonly name: Where; readonly tokens: Where }
  | { readonly as: 'choice'; readonly options: readonly Where[] }
  /** `sign` where the grammar keeps none. */
  | { readonly as: 'binary'; readonly left: Where; readonly right: Where; readonly sign?: string }
  /** The second where the first is missing. */
  | { readonly as: 'fallback'; readonly first: Where; readonly second: Where }
  /** Stands for one of its children: parentheses, await, casts. */
  | { readonly as: 'inner'; readonly child?: Where }
  /** A name gets a value. `declares`: the name begins to live here. */
  | {
      readonly as: 'assign';
      readonly target: Where;
      readonly value?: Where;
      readonly type?: Where;
      readonly declares?: boolean;
    }
  /** `target` becomes an item of `value`. */
  | { readonly as: 'each'; readonly target: Where; readonly value: Where }
  | { readonly as: 'function'; readonly name?: Where; readonly params: Where; readonly body: Where }
  | { readonly as: 'param'; readonly name: Where; readonly value?: Where; readonly type?: Where }
  | { readonly as: 'class'; readonly name: Where; readonly body: Where }
  | { readonly as: 'member-value'; readonly name: Where; readonly value: Where }
  | { readonly as: 'return' };

export interface SyntaxTable {
  readonly rules: Readonly<Record<string, Rule>>;
  /** Nodes that bound the life of a declared name. */
  readonly blocks: readonly string[];
  /** Nodes whose content may or may not run. */
  readonly branches: readonly string[];
  readonly loops: readonly string[];
  /** Names for the object a method belongs to. */
  readonly self: readonly string[];
  /** Whether a plain assignment makes a new name in its function. */
  readonly assignmentDeclares: boolean;
  /** Whether methods see fields by their bare names. */
  readonly bareFields: boolean;
  /** Whether files of a package see each other's names without an import. */
  readonly sharesNames?: boolean;
  /** Whether settings are read from files of a config folder by their path (`config('services.veo.model')`). */
  readonly configFolder?: boolean;
  /** Signs that join strings, besides `+`. */
  readonly joins: readonly string[];
  /** Inside strings: nodes that hold an expression. */
  readonly holes: readonly string[];
  /** Whether `$name` inside a string is the variable even where the grammar does not see it. */
  readonly dollarNames?: boolean;
  /** Whether a parameter's default stands behind it as a node of its own. */
  readonly defaultsFollow?: boolean;
  /** Whether a function gives back what its last expression is worth, always or where it is the only one. */
  readonly givesBack?: 'last' | 'only';
  /** Whether a function is called where its name stands alone. */
  readonly callsByName?: boolean;
  /** Whether members and calls stand in a row behind their object instead of around it. */
  readonly selectorRows?: boolean;
}
