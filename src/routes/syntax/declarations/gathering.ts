// Declarations as they are gathered, and where in the text the walk stands.
import { calledName, type Expression, pathOf } from '../../values/expression.ts';
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

  /** A change of what a name holds; where that is a part of another name's object (`const p = body.p`), of that too. */
  mutate(mutation: Mutation): void {
    push(this.mutations, mutation.name, mutation);
    const held = this.bindings.get(mutation.name)?.at(-1)?.value;
    const buffer = held === undefined ? null : bufferOf(held);
    if (buffer !== null) push(this.mutations, buffer, { ...mutation, name: buffer });
    const whole = held?.kind === 'member' || held?.kind === 'index' ? pathOf(held) : null;
    if (whole === null || whole.root === mutation.name) return;
    push(this.mutations, whole.root, {
      ...mutation,
      name: whole.root,
      path: [...whole.keys, ...mutation.path],
    });
  }
}

/** The buffer that a writer of forms was made of (`multipart.NewWriter(&body)`): what is written, it holds. */
function bufferOf(value: Expression): string | null {
  const [buffer] = value.kind === 'call' && calledName(value.callee) === 'NewWriter' ? value.args : [];
  return buffer?.value.kind === 'name' ? buffer.value.name : null;
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
