// What an expression is worth: follows names, fields, tables, functions and imports of one program.
import type { Binding, FunctionInfo, Mutation, Program } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { evaluateCall } from './calls.ts';
import { type Argument, type CallExpression, calledName, chainNames, type Expression } from './expression.ts';
import { put, spread } from './objects.ts';
import {
  choice,
  FROM_ENVIRONMENT,
  flatten,
  isNull,
  isScalar,
  joinTexts,
  mapOptions,
  optionsOf,
  type Result,
  raise,
  scalarResult,
  UNKNOWN,
} from './result.ts';

/** With what a function is called, so that its parameters have values. */
export interface Frame {
  readonly owner: SyntaxNode;
  readonly args: readonly Argument[];
  readonly caller: Frame | null;
}

/** A file that an import leads to. */
export interface Sibling {
  readonly evaluator: Evaluator;
}

/** How deep values are followed. */
const DEEPEST = 48;

/** How many steps one document may cost, so that no file is slow. */
const MOST_STEPS = 300_000;

/** Evaluates expressions of one program. Never throws; what it cannot tell is unknown. */
export class Evaluator {
  readonly program: Program;
  /** Modules that evaluation asked for and did not have. */
  readonly wanted = new Set<string>();
  private readonly siblings: ReadonlyMap<string, Sibling>;
  private readonly known = new Map<Expression, Result>();
  private readonly functions: readonly SyntaxNode[];
  private options: readonly CallExpression[] | null = null;
  private cut = 0;
  private steps = 0;
  private depth = 0;

  constructor(program: Program, siblings: ReadonlyMap<string, Sibling> = new Map()) {
    this.program = program;
    this.functions = [...program.functions.keys()].sort((a, b) => a.start - b.start || b.end - a.end);
    this.siblings = siblings;
  }

  evaluate(expression: Expression, frame: Frame | null = null): Result {
    const before = frame === null ? this.known.get(expression) : undefined;
    if (before !== undefined) return before;
    if (this.depth >= DEEPEST || ++this.steps > MOST_STEPS) {
      this.cut++;
      return UNKNOWN;
    }
    const cut = this.cut;
    this.depth++;
    try {
      const worth = this.step(expression, frame);
      // What was given up half-way may be known from another start.
      if (frame === null && cut === this.cut) this.known.set(expression, worth);
      return worth;
    } finally {
      this.depth--;
    }
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
      case 'name':
        return this.name(expression.name, expression.start, frame);
      case 'member':
        return this.member(expression, frame);
      case 'index':
        return this.index(expression, frame);
      case 'call':
        return evaluateCall(this, expression, frame);
      case 'object':
        return this.object(expression, frame);
      case 'list':
        return { kind: 'list', items: expression.items.map((item) => this.evaluate(item, frame)) };
      case 'choice':
        return choice(expression.options.map((option) => this.evaluate(option, frame)));
      case 'fallback':
        return this.orElse(this.evaluate(expression.first, frame), () =>
          this.evaluate(expression.second, frame),
        );
      case 'math':
        return this.math(expression, frame);
      case 'item':
        return this.items(this.evaluate(expression.list, frame));
      case 'param':
        return this.param(expression, frame);
      case 'import':
        return this.imported(expression.source, expression.name);
      default:
        return UNKNOWN;
    }
  }

  /** The first where it is surely there, both where it may be missing. */
  orElse(first: Result, second: () => Result): Result {
    if (isNull(first)) return second();
    const open = optionsOf(first).filter((option) => option.kind === 'unknown' || isNull(option));
    if (open.length === 0) return first;
    const env = open.some((option) => option.kind === 'unknown' && option.env);
    const kept = optionsOf(first).filter((option) => !isNull(option));
    return choice([...kept, raise(second(), env ? 'environment' : 'default', true)]);
  }

  private math(expression: Extract<Expression, { kind: 'math' }>, frame: Frame | null): Result {
    const at = { start: expression.start, end: expression.end };
    const left = this.evaluate(expression.left, frame);
    const right = this.evaluate(expression.right, frame);
    const numbers = [left, right].map((side) =>
      isScalar(side) && typeof side.value === 'number' ? side : null,
    );
    const [a, b] = numbers;
    if (a && b) {
      const folded = fold(expression.sign, a.value as number, b.value as number);
      return raise(raise(scalarResult(folded, at), a.from), b.from);
    }
    if (expression.sign === '%' && flatten(left)?.includes('%'))
      return this.format(left, right.kind === 'list' ? right.items : [right]);
    if (expression.sign !== '+') return UNKNOWN;
    const texts = [left, right].some((side) =>
      optionsOf(side).some(
        (option) => option.kind === 'text' || (isScalar(option) && typeof option.value === 'string'),
      ),
    );
    return texts ? joinTexts([left, right], at) : UNKNOWN;
  }

  /** Fills the places of a template (`%s`, `{}`, `{0}`, `{name}`). */
  format(
    template: Result,
    values: readonly Result[],
    named: (name: string) => Result | undefined = () => undefined,
  ): Result {
    return mapOptions(template, (option) => {
      const source = flatten(option);
      if (source === null) return UNKNOWN;
      const parts: Result[] = [];
      let from = 0;
      let next = 0;
      const place = isScalar(option) ? option.at : null;
      const from_ = isScalar(option) ? option.from : 'literal';
      const literal = (to: number): void => {
        if (to > from)
          parts.push(
            scalarResult(
              source.slice(from, to),
              place === null ? null : { start: place.start + from, end: place.start + to },
              from_,
            ),
          );
      };
      for (const match of source.matchAll(/%(?:(\d+)\$)?[+-]?[\d.]*[svdqxf]|\{(\w*)(?::[^{}]*)?\}(?!\})/g)) {
        literal(match.index);
        const name = match[2] ?? '';
        const numbered =
          match[1] !== undefined ? Number(match[1]) - 1 : /^\d+$/.test(name) ? Number(name) : null;
        parts.push(
          (numbered !== null ? values[numbered] : name !== '' ? named(name) : values[next++]) ?? UNKNOWN,
        );
        from = match.index + match[0].length;
      }
      if (from === 0) return option;
      literal(source.length);
      return joinTexts(parts, place);
    });
  }

  items(list: Result): Result {
    return mapOptions(list, (option) => {
      if (option.kind === 'list') return choice(option.items.map((item) => raise(item, 'constant')));
      return UNKNOWN;
    });
  }

  private param(param: Extract<Expression, { kind: 'param' }>, frame: Frame | null): Result {
    for (let at = frame; at !== null; at = at.caller) {
      if (at.owner !== param.owner) continue;
      const named = at.args.find((arg) => arg.name === param.name);
      const positional = at.args.filter((arg) => arg.name === null && !arg.spread)[param.index];
      const given = named ?? positional;
      if (given !== undefined) return this.evaluate(given.value, at.caller);
      if (!at.args.some((arg) => arg.spread) && param.byDefault !== null)
        return raise(this.evaluate(param.byDefault, frame), 'default', true);
      return UNKNOWN;
    }
    if (param.byDefault === null)
      return this.program.lowering.table.assignmentDeclares ? this.optionOf(param.name) : UNKNOWN;
    const byDefault = this.evaluate(param.byDefault, frame);
    if (isNull(byDefault)) return this.optionOf(param.name);
    const opened = byDefault.kind === 'object' ? { ...byDefault, open: true } : byDefault;
    return raise(opened, 'default', true);
  }

  /** The default of a command line option that fills a parameter (`@click.option("--model", default=…)`). */
  optionOf(name: string): Result {
    const flag = `--${name.replaceAll('_', '-')}`;
    this.options ??= this.program.calls.flatMap(({ node }) => {
      const call = this.program.lowering.expression(node);
      return call.kind === 'call' && /^(?:add_argument|option|argument)$/.test(calledName(call.callee))
        ? [call]
        : [];
    });
    for (const call of this.options) {
      const named = call.args.some(
        ({ value }) =>
          value.kind === 'scalar' &&
          [flag, `--${name}`, name].includes(String(value.value).split(/[ =,]/)[0] ?? ''),
      );
      const byDefault = call.args.find((arg) => arg.name === 'default');
      if (named && byDefault !== undefined) return raise(this.evaluate(byDefault.value), 'default', true);
    }
    return UNKNOWN;
  }

  private imported(source: string, name: string): Result {
    const sibling = this.siblings.get(source);
    if (sibling === undefined) {
      this.wanted.add(source);
      return UNKNOWN;
    }
    if (name === '*') return UNKNOWN;
    return foreign(sibling.evaluator.exported(name));
  }

  /** What a name of the file's outermost level is worth. */
  exported(name: string): Result {
    return this.name(name, this.program.root.end, null);
  }

  /** The expressions that a name may stand for where it is read, the likeliest last set first. */
  bindingsOf(name: string, position: number): readonly Binding[] {
    const all = this.program.bindings.get(name);
    if (all === undefined) return [];
    const ranged = all.filter(
      ({ range }) => range !== null && range.start <= position && position <= range.end,
    );
    const range = ranged.reduce<SyntaxNode | null>(
      (best, { range: next }) =>
        best === null || (next !== null && next.start >= best.start && next.end <= best.end) ? next : best,
      null,
    );
    const mine = all.filter(
      (binding) =>
        binding.range === range ||
        (binding.range === null &&
          range !== null &&
          range.start <= binding.at &&
          binding.at <= range.end &&
          !this.declaredBetween(all, binding, range)),
    );
    return this.reaching(mine, position);
  }

  /** Whether an assignment belongs to a narrower declaration of the same name. */
  private declaredBetween(all: readonly Binding[], assignment: Binding, range: SyntaxNode): boolean {
    return all.some(
      (other) =>
        other.range !== null &&
        other.range !== range &&
        other.range.start >= range.start &&
        other.range.end <= range.end &&
        other.range.start <= assignment.at &&
        assignment.at <= other.range.end,
    );
  }

  /** Those of several assignments that a reader at `position` may see. */
  private reaching<T extends { at: number; fn: SyntaxNode | null; guards: readonly SyntaxNode[] }>(
    all: readonly T[],
    position: number,
  ): readonly T[] {
    const fn = this.functionAt(position);
    const seen = all.filter((one) => one.fn !== fn || one.at <= position);
    const sure = (one: T): boolean =>
      one.fn === fn ? one.guards.every((guard) => contains(guard, position)) : one.guards.length === 0;
    const last = seen.findLastIndex(sure);
    return last <= 0 ? seen : seen.slice(last);
  }

  /** The innermost function around a place. */
  functionAt(position: number): SyntaxNode | null {
    let low = 0;
    let high = this.functions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.functions[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    let at: SyntaxNode | null = this.functions[low - 1] ?? null;
    while (at !== null && !(this.program.functions.has(at) && position <= at.end)) at = at.parent;
    return at;
  }

  private name(name: string, position: number, frame: Frame | null): Result {
    const bindings = this.bindingsOf(name, position);
    if (bindings.length === 0) return wordValue(name);
    const values = bindings.map((binding) => raise(this.evaluate(binding.value, frame), 'constant'));
    const value = values.length > 1 ? choice(defaulted(values)) : choice(values);
    const since = Math.min(...bindings.map(({ at }) => at));
    return this.changed(value, this.program.mutations.get(name) ?? [], since, position, frame);
  }

  /** A value after the changes that are made to it between two places. */
  private changed(
    value: Result,
    mutations: readonly Mutation[],
    since: number,
    position: number,
    frame: Frame | null,
  ): Result {
    const mine = mutations.filter(
      (one) => one.at >= since && one.at <= position && (one.fn === null || contains(one.fn, position)),
    );
    let now = value;
    for (const mutation of mine) {
      const sure = mutation.guards.every((guard) => contains(guard, position));
      const keys = mutation.path.map((key) => this.keysOf(key, frame)[0] ?? '');
      now = mapOptions(now, (option) => put(option, keys, this.evaluate(mutation.value, frame), sure));
    }
    return now;
  }

  private member(expression: Extract<Expression, { kind: 'member' }>, frame: Frame | null): Result {
    const { object, name } = expression;
    const names = chainNames(object);
    if (names.at(-1) === 'env' || (names.at(-1) === 'environ' && names.length > 1)) return FROM_ENVIRONMENT;
    const root = names[0] ?? '';
    const { table } = this.program.lowering;
    if (names.length === 1 && table.self.includes(root)) {
      const own = this.classAt(expression.start);
      return own === null ? UNKNOWN : this.field(own, name, expression.start, frame, root);
    }
    if (
      names.length === 1 &&
      this.program.fields.has(root) &&
      this.bindingsOf(root, expression.start).every(({ value }) => value.kind !== 'param')
    ) {
      const field = this.field(root, name, expression.start, frame, root);
      if (field.kind !== 'unknown') return field;
    }
    const typed = object.kind === 'name' ? this.typeOf(object.name, object.start) : null;
    if (typed !== null && this.program.fields.has(typed)) {
      const made = this.evaluate(object, frame);
      if (made.kind === 'unknown')
        return raise(this.field(typed, name, this.program.root.end, null, ''), 'default', true);
    }
    if (names.length === 1 && this.importsModule(root, expression.start)) {
      const module = this.bindingsOf(root, expression.start)[0]?.value;
      if (module?.kind === 'import')
        return raise(this.importedMember(module.source, module.name, name), 'constant');
    }
    if (object.kind === 'name' && /^(?:args|options|opts|flags|ns|parsed|cli)$/i.test(object.name)) {
      const option = this.optionOf(name);
      if (option.kind !== 'unknown') return option;
    }
    const picked = this.pick(this.evaluate(object, frame), [name]);
    return picked.kind === 'unknown' && /model/i.test(name) && names.length > 1
      ? this.onlyField(name)
      : picked;
  }

  /** A field that one class of the file has, where the object cannot be told. */
  private onlyField(name: string): Result {
    const owners = [...this.program.fields].filter(([, fields]) => fields.has(name));
    const [owner] = owners;
    if (owners.length !== 1 || owner === undefined) return UNKNOWN;
    return raise(this.field(owner[0], name, this.program.root.end, null, ''), 'default', true);
  }

  private importsModule(name: string, position: number): boolean {
    const value = this.bindingsOf(name, position)[0]?.value;
    return (
      value?.kind === 'import' &&
      (value.name === '*' || value.name === 'default' || this.program.lowering.table.assignmentDeclares)
    );
  }

  /** A member of what an import names: a module, or an object that a module holds. */
  private importedMember(source: string, imported: string, name: string): Result {
    if (imported === '*') return this.moduleMember(source, name);
    const held = this.imported(source, imported);
    const known = held.kind === 'unknown' ? UNKNOWN : this.pick(held, [name]);
    if (known.kind !== 'unknown' || !this.program.lowering.table.assignmentDeclares) return known;
    return this.moduleMember(source.endsWith('.') ? source + imported : `${source}.${imported}`, name);
  }

  private moduleMember(source: string, name: string): Result {
    const sibling = this.siblings.get(source);
    if (sibling !== undefined) return foreign(sibling.evaluator.exported(name));
    this.wanted.add(source);
    return UNKNOWN;
  }

  private typeOf(name: string, position: number): string | null {
    const value = this.bindingsOf(name, position)[0]?.value;
    return value?.kind === 'param' ? value.type : null;
  }

  /** The name of the class around a place. */
  classAt(position: number): string | null {
    let best: { name: string; node: SyntaxNode } | null = null;
    for (const one of this.program.classes) {
      if (
        one.node.start <= position &&
        position <= one.node.end &&
        (best === null || one.node.start >= best.node.start)
      )
        best = one;
    }
    return best?.name ?? null;
  }

  private field(
    className: string,
    name: string,
    position: number,
    frame: Frame | null,
    self: string,
  ): Result {
    const bindings = this.program.fields.get(className)?.get(name);
    if (bindings === undefined) return UNKNOWN;
    const fn = this.functionAt(position);
    const visible = bindings.filter(
      (binding) => binding.fn !== fn || binding.fn === null || binding.at <= position,
    );
    const value = choice(visible.map((binding) => raise(this.evaluate(binding.value, frame), 'constant')));
    return this.changed(value, this.program.mutations.get(`${self}.${name}`) ?? [], 0, position, frame);
  }

  /** The texts that a key may be: its value, and the name that spells it. */
  keysOf(key: Expression, frame: Frame | null): readonly string[] {
    const spelled = key.kind === 'name' || key.kind === 'member' ? [key.name] : [];
    if (key.kind === 'scalar') return [String(key.value)];
    const values = optionsOf(this.evaluate(key, frame)).flatMap((option) =>
      isScalar(option) && option.value !== null ? [String(option.value)] : [],
    );
    return [...values, ...spelled];
  }

  private index(expression: Extract<Expression, { kind: 'index' }>, frame: Frame | null): Result {
    const names = chainNames(expression.object);
    if (/^(?:env|environ|ENV)$/.test(names.at(-1) ?? '')) return FROM_ENVIRONMENT;
    const key = expression.key;
    const object = this.evaluate(expression.object, frame);
    if (key.kind === 'scalar') return this.pick(object, [String(key.value)]);
    const known = this.keysOf(key, frame);
    const value = this.evaluate(key, frame);
    const fixed = isScalar(value) && (value.from === 'literal' || value.from === 'constant');
    const spelled = known.some((name) =>
      optionsOf(object).some((option) => option.kind === 'object' && option.entries.has(name)),
    );
    const named = spelled && /^[A-Z]/.test(chainNames(key)[0] ?? '') && value.kind === 'unknown';
    return this.pick(object, known, !fixed && !named);
  }

  /** The entry of one of the keys; every entry where the key is not known. */
  pick(object: Result, keys: readonly string[], any = false): Result {
    return mapOptions(object, (option) => {
      if (option.kind === 'object') {
        const found = keys.map((key) => option.entries.get(key)).find((value) => value !== undefined);
        if (found !== undefined && !any)
          return option.open ? choice([raise(found, 'constant'), UNKNOWN]) : raise(found, 'constant');
        if (any)
          return choice(
            [...(found === undefined ? [] : [found]), ...option.entries.values()].map((value) =>
              raise(value, 'constant'),
            ),
          );
        return option.type !== null
          ? this.typeField(option.type, keys[0] ?? '')
          : option.open
            ? UNKNOWN
            : scalarResult(null);
      }
      if (option.kind === 'list') {
        const number = Number(keys[0]);
        const item = Number.isInteger(number) ? option.items.at(number) : undefined;
        return item !== undefined && !any
          ? raise(item, 'constant')
          : any
            ? choice(option.items.map((one) => raise(one, 'constant')))
            : UNKNOWN;
      }
      if (
        option.kind === 'scalar' &&
        typeof option.value === 'string' &&
        /^(?:value|rawValue|id|modelId|model|name|code)$/.test(keys[0] ?? '')
      )
        return option;
      return UNKNOWN;
    });
  }

  private typeField(type: string, name: string): Result {
    return this.program.fields.has(type)
      ? raise(this.field(type, name, this.program.root.end, null, ''), 'default')
      : UNKNOWN;
  }

  private object(expression: Extract<Expression, { kind: 'object' }>, frame: Frame | null): Result {
    const at = { start: expression.start, end: expression.end };
    let made: Result = { kind: 'object', type: expression.type, entries: new Map(), open: false, at };
    for (const { key, value } of expression.entries) {
      const worth = this.evaluate(value, frame);
      made =
        key === null
          ? spread(made, worth)
          : this.keysOf(key, frame).reduce<Result>((now, name) => put(now, [name], worth, true), made);
    }
    return made;
  }

  functionOf(callee: Expression): FunctionInfo | null {
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : null;
    if (name === null) return null;
    const own =
      callee.kind === 'member' &&
      callee.object.kind === 'name' &&
      (this.program.lowering.table.self.includes(callee.object.name) ||
        this.program.fields.has(callee.object.name));
    const className = own
      ? this.program.fields.has(chainNames(callee)[0] ?? '')
        ? (chainNames(callee)[0] ?? '')
        : this.classAt(callee.start)
      : null;
    const bindings =
      callee.kind === 'name'
        ? this.bindingsOf(name, callee.start)
        : className === null
          ? []
          : (this.program.fields.get(className)?.get(name) ?? []);
    const value = bindings[0]?.value;
    return value?.kind === 'function' ? (this.program.functions.get(value.node) ?? null) : null;
  }
}

/** Words that some grammars leave as names. */
function wordValue(name: string): Result {
  if (/^(?:None|nil|undefined|null|NULL)$/.test(name)) return scalarResult(null);
  if (/^(?:true|false)$/i.test(name)) return scalarResult(name.toLowerCase() === 'true');
  return UNKNOWN;
}

/** Where one of several assignments is not known, the others are what is taken without it. */
function defaulted(values: readonly Result[]): readonly Result[] {
  const unseen = values.flatMap(optionsOf).filter((value) => value.kind === 'unknown');
  if (unseen.length === 0) return values;
  const from = unseen.some((value) => value.kind === 'unknown' && value.env) ? 'environment' : 'default';
  return values.map((value) => raise(value, from, true));
}

const contains = (node: SyntaxNode, position: number): boolean =>
  node.start <= position && position <= node.end;

function fold(sign: string, a: number, b: number): number {
  const folded =
    sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '%' ? a % b : a / b;
  return Number.isFinite(folded) ? folded : 0;
}

/** A value from another file has no place in this one. */
function foreign(result: Result): Result {
  switch (result.kind) {
    case 'scalar':
      return { ...result, at: null, via: null };
    case 'text':
      return {
        ...result,
        at: null,
        pieces: result.pieces.map((piece) =>
          piece.kind === 'scalar' ? { ...piece, at: null, via: null } : piece,
        ),
      };
    case 'object':
      return {
        ...result,
        at: null,
        entries: new Map([...result.entries].map(([key, value]) => [key, foreign(value)])),
      };
    case 'list':
      return { ...result, items: result.items.map(foreign) };
    case 'choice':
      return { ...result, options: result.options.map(foreign) };
    default:
      return result;
  }
}
