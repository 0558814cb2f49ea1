// What a text declares: names, fields, functions, and the calls it makes, each with where it stands.
import type { Expression } from '../values/expression.ts';
import type { Lowering } from './lowering/lower.ts';
import type { SyntaxNode } from './tree.ts';

/** A name that gets a value. */
export interface Binding {
  readonly name: string;
  readonly value: Expression;
  /** Where the assignment ends: names before it do not see it. */
  readonly at: number;
  /** Where the name lives; null where the assignment makes no new name. */
  readonly range: SyntaxNode | null;
  readonly fn: SyntaxNode | null;
  /** The branches around it, outermost first. */
  readonly guards: readonly SyntaxNode[];
}

/** A change to what a name holds: `config.x = v`, `config["x"] = v`, `builder.x(v)`. `path` empty: a merge of `value`. */
export interface Mutation {
  readonly name: string;
  readonly path: readonly Expression[];
  readonly value: Expression;
  readonly at: number;
  readonly fn: SyntaxNode | null;
  readonly guards: readonly SyntaxNode[];
}

export interface FunctionInfo {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly params: readonly string[];
  readonly returns: readonly Expression[];
  readonly ownerClass: string | null;
}

export interface CallSite {
  readonly node: SyntaxNode;
  readonly fn: SyntaxNode | null;
  readonly guards: readonly SyntaxNode[];
}

/** One parsed text with its declarations. */
export interface Program {
  readonly lowering: Lowering;
  readonly root: SyntaxNode;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly mutations: ReadonlyMap<string, readonly Mutation[]>;
  /** Fields by class name. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly Binding[]>>;
  readonly classes: readonly { readonly name: string; readonly node: SyntaxNode }[];
  readonly functions: ReadonlyMap<SyntaxNode, FunctionInfo>;
  readonly calls: readonly CallSite[];
}
