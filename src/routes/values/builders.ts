// What fluent builders gather (`X.builder().a(1).build()`).
import { emptyObject } from './construction.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { type CallExpression, calledName, chainNames, chainOf, type Expression } from './expression.ts';
import { keysOf } from './keys.ts';
import { put } from './objects.ts';
import type { Result } from './result.ts';

/** What a fluent builder gathers, where the chain starts with one; null for other chains. */
export function builtObject(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result | null {
  const chain = chainOf(call);
  const [root] = chain;
  if (root === undefined) return null;
  const rootName = calledName(root.callee);
  if (REQUEST_MAKER.test(chainNames(root.callee).join('.'))) return null;
  const filled =
    chain.length > 1 &&
    chain.slice(1).some((step) => PUTS.test(calledName(step.callee)) && step.args.length === 2);
  const starts =
    /^(?:new)?builder$/i.test(rootName) ||
    ((root.made || isType(rootName)) && (/Builder$/.test(rootName) || filled));
  let made: Result | null = starts ? emptyObject(chainNames(root.callee).at(-2) ?? rootName, call) : null;
  if (made === null) {
    const rootObject = rootExpression(call);
    if (rootObject.kind !== 'name') return null;
    if (!chain.some((one) => calledName(one.callee) === 'build') && !/[bB]uilder/.test(rootObject.name))
      return null;
    const held = evaluator.evaluate(rootObject, frame);
    if (held.kind !== 'object') return null;
    made = held;
  }
  for (const step of starts ? chain.slice(1) : chain) {
    const name = calledName(step.callee);
    const [arg, worth] = step.args;
    if (
      made !== null &&
      arg !== undefined &&
      worth !== undefined &&
      step.args.length === 2 &&
      PUTS.test(name)
    ) {
      made = put(
        made,
        [keysOf(evaluator, arg.value, frame)[0] ?? ''],
        evaluator.evaluate(worth.value, frame),
        true,
      );
    } else if (made !== null && arg !== undefined && step.args.length === 1) {
      const key = name.replace(/^(?:set|with)_?(?=[A-Z]|[a-z]+_)/, '');
      made = put(made, [key], evaluator.evaluate(arg.value, frame), true);
    }
  }
  return made;
}

/** `JSONObject().apply { put("a", 1) }`: what a block puts into the object that it is given; null for other calls. */
export function appliedObject(
  evaluator: Evaluator,
  call: CallExpression,
  frame: Frame | null,
): Result | null {
  const { callee, args } = call;
  const block = args.at(-1)?.value;
  if (callee.kind !== 'member' || !/^(?:apply|also|tap)$/.test(callee.name) || block?.kind !== 'function')
    return null;
  const { program } = evaluator;
  const held = evaluator.evaluate(callee.object, frame);
  let made = held.kind === 'object' ? held : emptyObject(null, call);
  for (const { node, fn } of program.calls) {
    if (fn !== block.node) continue;
    const step = program.lowering.expression(node);
    const [key, worth] = step.kind === 'call' ? step.args : [];
    if (step.kind !== 'call' || key === undefined || worth === undefined) continue;
    if (step.args.length !== 2 || !PUTS.test(calledName(step.callee))) continue;
    const name = keysOf(evaluator, key.value, frame)[0] ?? '';
    made = put(made, [name], evaluator.evaluate(worth.value, frame), true);
  }
  return made;
}

/** Kotlin and Scala make objects without `new`: `JSONObject().put(…)`. */
const isType = (name: string): boolean => /^[A-Z]\w*[a-z]/.test(name);

/** Methods that put a value under a key and give the object back. */
const PUTS = /^(?:put|set|add|addProperty|accumulate|with|append|insert|field)$/;

/** Makers of HTTP requests: what they make is read as a request, not as a value. */
const REQUEST_MAKER =
  /(?:^|\.)(?:HttpRequest|Request|Http|HttpClient|WebClient|RestClient|OkHttpClient)\.(?:\w*[bB]uilder|create)|(?:^|\.)Request\.Builder$/;

/** What a chain of calls hangs on. */
function rootExpression(call: CallExpression): Expression {
  let at: Expression = call;
  while (at.kind === 'call' || at.kind === 'member') at = at.kind === 'call' ? at.callee : at.object;
  return at;
}
