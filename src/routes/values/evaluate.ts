// What an expression is worth: each kind of expression has its file here, this one bounds the work.
import { grouped } from '../../catalog/grouped.ts';
import type { Program } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { evaluateMath } from './arithmetic.ts';
import { evaluateCall } from './calls.ts';
import { evaluateIndex, evaluateObject, someItem } from './entries.ts';
import { type Argument, type CallExpression, calledName, type Expression } from './expression.ts';
import { importedValue } from './imported.ts';
import { evaluateMember } from './members.ts';
import { evaluateName } from './names.ts';
import { CommandLineOptions } from './options.ts';
import { evaluateParam } from './parameters.ts';
import { choice, joinTexts, orElse, type Result, scalarResult, UNKNOWN } from './result.ts';
import { SchemaFields } from './schemas.ts';
import { Scope } from './scope.ts';

/** With what a function is called, so that its parameters have values. */
export interface Frame {
  readonly owner: SyntaxNode;
  readonly args: readonly Argument[];
  readonly caller: Frame | null;
  /** The evaluator of the file that the call stands in, where the function is of another one. */
  readonly from?: Evaluator;
}

/** A file that an import leads to. */
export interface Sibling {
  readonly evaluator: Evaluator;
}

/** How deep values are followed. */
const DEEPEST = 48;

/** How many steps a text may cost, and how many more for each of its characters, so that no file is slow. */
const MOST_STEPS = 300_000;
const MOST_STEPS_PER_CHARACTER = 0.25;

/** What an expression is worth. What was given up half-way may be more from a start that is less deep than `from`. */
interface Known {
  readonly result: Result;
  readonly from: number;
}

/** Evaluates expressions of one program. Never throws; what it cannot tell is unknown. */
export class Evaluator {
  readonly program: Program;
  readonly scope: Scope;
  readonly options: CommandLineOptions;
  readonly schemas: SchemaFields;
  /** Modules that evaluation asked for and did not have. */
  readonly wanted = new Set<string>();
  private readonly siblings: ReadonlyMap<string, Sibling>;
  private readonly known = new Map<Expression, Known>();
  /** What is known where parameters have values. */
  private readonly knownIn = new WeakMap<Frame, Map<Expression, Known>>();
  private callers: ReadonlyMap<SyntaxNode, readonly CallExpression[]> | null = null;
  private makings: ReadonlyMap<string, readonly CallExpression[]> | null = null;
  private cut = 0;
  private left: number;
  private depth = 0;

  constructor(program: Program, siblings: ReadonlyMap<string, Sibling> = new Map()) {
    this.program = program;
    this.scope = new Scope(program);
    this.options = new CommandLineOptions(program);
    this.schemas = new SchemaFields(program);
    this.siblings = siblings;
    this.left = MOST_STEPS + program.lowering.text.length * MOST_STEPS_PER_CHARACTER;
  }

  /** Whether values were given up because following them would take too long. */
  get isSpent(): boolean {
    return this.left < 0;
  }

  /** Takes steps from those that the text may cost; false once there are none. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }

  /** What an expression is worth, with the values of `frame` for parameters. */
  evaluate(expression: Expression, frame: Frame | null = null): Result {
    const known = this.knownWith(frame);
    const before = known.get(expression);
    if (before !== undefined && this.depth >= before.from) return before.result;
    if (this.depth >= DEEPEST || !this.spend(1)) {
      this.cut++;
      return UNKNOWN;
    }
    const { cut, depth } = this;
    this.depth++;
    try {
      const result = this.step(expression, frame);
      known.set(expression, { result, from: cut === this.cut ? 0 : depth });
      return result;
    } finally {
      this.depth = depth;
    }
  }

  private knownWith(frame: Frame | null): Map<Expression, Known> {
    if (frame === null) return this.known;
    const known = this.knownIn.get(frame) ?? new Map<Expression, Known>();
    this.knownIn.set(frame, known);
    return known;
  }

  /** The calls of a function in this file. */
  callsOf(fn: SyntaxNode): readonly CallExpression[] {
    this.callers ??= this.gatherCallers();
    return this.callers.get(fn) ?? [];
  }

  private gatherCallers(): ReadonlyMap<SyntaxNode, readonly CallExpression[]> {
    const callers = new Map<SyntaxNode, CallExpression[]>();
    for (const { node } of this.program.calls) {
      const call = this.program.lowering.expression(node);
      const local = call.kind === 'call' ? this.scope.functionOf(call.callee) : null;
      if (local === null || call.kind !== 'call') continue;
      const known = callers.get(local.node);
      if (known === undefined) callers.set(local.node, [call]);
      else known.push(call);
    }
    return callers;
  }

  /** The calls of this file that make an object of a class. */
  makingsOf(className: string): readonly CallExpression[] {
    this.makings ??= grouped(this.madeObjects(), ({ callee }) => madeClass(callee));
    return this.makings.get(className) ?? [];
  }

  private madeObjects(): readonly CallExpression[] {
    return this.program.calls.flatMap(({ node }) => {
      const call = this.program.lowering.expression(node);
      return call.kind === 'call' && this.program.fields.has(madeClass(call.callee)) ? [call] : [];
    });
  }

  /** The file that an import leads to; null, and wanted from then on, where it is not known. */
  moduleOf(source: string): Evaluator | null {
    const sibling = this.siblings.get(source);
    if (sibling === undefined) this.wanted.add(source);
    return sibling?.evaluator ?? null;
  }

  private step(expression: Expression, frame: Frame | null): Result {
    const at = { start: expression.start, end: expression.end };
    switch (expression.kind) {
      case 'scalar':
        return scalarResult(expression.value, at);
      case 'text':
        return joinTexts(
          expression.parts.map((part) => this.evaluate(part, frame)),
          at,
        );
      case 'name': {
        const isCall =
          this.program.lowering.table.callsByName === true && this.scope.functionOf(expression) !== null;
        if (isCall)
          return evaluateCall(
            this,
            { ...expression, kind: 'call', callee: expression, args: [], made: false },
            frame,
          );
        return evaluateName(this, expression.name, expression.start, frame);
      }
      case 'member':
        return evaluateMember(this, expression, frame);
      case 'index':
        return evaluateIndex(this, expression, frame);
      case 'call':
        return evaluateCall(this, expression, frame);
      case 'object':
        return evaluateObject(this, expression, frame);
      case 'list':
        return {
          kind: 'list',
          items: expression.items.map((item) => this.evaluate(item, frame)),
          open: expression.open,
        };
      case 'choice':
        return choice(expression.options.map((option) => this.evaluate(option, frame)));
      case 'fallback':
        return orElse(this.evaluate(expression.first, frame), () => this.evaluate(expression.second, frame));
      case 'math':
        return evaluateMath(this, expression, frame);
      case 'item':
        return someItem(this.evaluate(expression.list, frame));
      case 'param':
        return evaluateParam(this, expression, frame);
      case 'import':
        return importedValue(this, expression.source, expression.name);
      default:
        return UNKNOWN;
    }
  }
}

/** The name of what a call would make: that of its callee, or in front of Ruby's `new`. */
function madeClass(callee: Expression): string {
  const name = calledName(callee);
  return name === 'new' && callee.kind === 'member' ? calledName(callee.object) : name;
}
