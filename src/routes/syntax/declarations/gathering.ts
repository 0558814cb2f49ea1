// Declarations as they are gathered, and where in the text the walk stands.
import type { Expression } from '../../values/expression.ts';
import type { Lowering } from '../lowering/lower.ts';
import type { Binding, CallSite, FunctionInfo, Mutation } from '../program.ts';
import type { SyntaxNode } from '../tree.ts';

/** Gathers declarations while the tree is walked. */
export class Gathering {
  readonly bindings = new Map<string, Binding[]>();
  readonly mutations = new Map<string, Mutation[]>();
  readonly fields = new Map<string, Map<string, Binding[]>>();
  readonly classes: { name: string; node: SyntaxNode }[] = [];
  readonly functions = new Map<SyntaxNode, FunctionInfo & { returns: Expression[] }>();
  readonly calls: CallSite[] = [];
  readonly lowering: Lowering;

  constructor(lowering: Lowering) {
    this.lowering = lowering;
  }

  bind(binding: Binding): void {
    push(this.bindings, binding.name, binding);
  }

  field(className: string, binding: Binding): void {
    const fields = this.fields.get(className) ?? new Map<string, Binding[]>();
    this.fields.set(className, fields);
    push(fields, binding.name, binding);
  }

  mutate(mutation: Mutation): void {
    push(this.mutations, mutation.name, mutation);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What surrounds a node: its function, class and block, and the branches around it. */
export interface Context {
  readonly fn: SyntaxNode | null;
  readonly className: string | null;
  readonly classNode: SyntaxNode | null;
  readonly inClassBody: boolean;
  readonly block: SyntaxNode;
  readonly guards: readonly SyntaxNode[];
}
