// What fluent builders gather (`X.builder().a(1).build()`).
import type { SyntaxNode } from '../syntax/tree.ts';
import { emptyObject } from './construction.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { type CallExpression, calledName, chainNames, chainOf, type Expression } from './expression.ts';
import { keysOf } from './keys.ts';
import { GrowingObject } from './objects.ts';
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
    (rootName === 'new' && chainNames(root.callee).at(-2) === 'Form') ||
    ((root.made || isType(rootName)) && (/Builder$/.test(rootName) || filled));
  let first: Result | null = starts ? emptyObject(chainNames(root.callee).at(-2) ?? rootName, call) : null;
  if (first === null) {
    const rootObject = rootExpression(call);
    if (rootObject.kind !== 'name') return null;
    if (!chain.some((one) => calledName(one.callee) === 'build') && !/[bB]uilder/.test(rootObject.name))
      return null;
    const held = evaluator.evaluate(rootObject, frame);
    if (held.kind !== 'object') return null;
    first = held;
  }
  const made = new GrowingObject(first);
  for (const step of starts ? chain.slice(1) : chain) {
    const name = calledName(step.callee);
    const [arg, second] = step.args;
    if (arg !== undefined && second !== undefined && step.args.length === 2 && PUTS.test(name))
      made.put([keysOf(evaluator, arg.value, frame)[0] ?? ''], evaluator.evaluate(second.value, frame), true);
    else if (arg !== undefined && step.args.length === 1) {
      const key = name.replace(/^(?:set|with)_?(?=[A-Z]|[a-z]+_)/, '');
      made.put([key], evaluator.evaluate(arg.value, frame), true);
    }
  }
  return made.value;
}

/** `JSONObject().apply { put("a", 1) }`: what a block puts into the object that it is given; null for other calls. */
export function appliedObject(
  evaluator: Evaluator,
  call: CallExpression,
  frame: Frame | null,
): Result | null {
  const { callee, args } = call;
  const block = args.at(-1)?.value;
  if (block?.kind !== 'function') return null;
  if (callee.kind === 'name' && /^build(?:JsonObject|Map)$/.test(callee.name))
    return filledBy(evaluator, emptyObject(null, call), block.node, frame);
  if (callee.kind !== 'member' || !/^(?:apply|also|tap)$/.test(callee.name)) return null;
  const held = evaluator.evaluate(callee.object, frame);
  return filledBy(evaluator, held.kind === 'object' ? held : emptyObject(null, call), block.node, frame);
}

/** An object with what the calls of a block put into it, objects and lists with blocks of their own among them. */
function filledBy(evaluator: Evaluator, object: Result, block: SyntaxNode, frame: Frame | null): Result {
  const made = new GrowingObject(object);
  for (const step of callsIn(evaluator, block)) {
    // A trailing block is given to what the call before it gives back.
    const inner = step.callee.kind === 'call' ? step.callee : null;
    const args = inner === null ? step.args : [...inner.args, ...step.args];
    const [key, second] = args;
    if (key === undefined || second === undefined || args.length !== 2) continue;
    const name = calledName(inner?.callee ?? step.callee);
    const value =
      second.value.kind !== 'function'
        ? PUTS.test(name)
          ? evaluator.evaluate(second.value, frame)
          : null
        : nestedBlock(evaluator, name, second.value.node, step, frame);
    if (value !== null) made.put([keysOf(evaluator, key.value, frame)[0] ?? ''], value, true);
  }
  return made.value;
}

/** `putJsonObject("a") { … }` and `putJsonArray("a") { addJsonObject { … } }`. */
function nestedBlock(
  evaluator: Evaluator,
  name: string,
  block: SyntaxNode,
  call: CallExpression,
  frame: Frame | null,
): Result | null {
  if (name === 'putJsonObject') return filledBy(evaluator, emptyObject(null, call), block, frame);
  if (name !== 'putJsonArray') return null;
  const items = callsIn(evaluator, block).flatMap((item) => {
    const inner = item.args.at(-1)?.value;
    return inner?.kind === 'function' && calledName(item.callee) === 'addJsonObject'
      ? [filledBy(evaluator, emptyObject(null, item), inner.node, frame)]
      : [];
  });
  return { kind: 'list', items, open: true };
}

function callsIn({ program, scope }: Evaluator, block: SyntaxNode): readonly CallExpression[] {
  return scope.callsIn(block).flatMap(({ node }) => {
    const call = program.lowering.expression(node);
    return call.kind === 'call' ? [call] : [];
  });
}

/** Kotlin and Scala make objects without `new`: `JSONObject().put(…)`. */
const isType = (name: string): boolean => /^[A-Z]\w*[a-z]/.test(name);

/** Methods that put a value under a key and give the object back. */
const PUTS = /^(?:put|set|add|addProperty|addFormDataPart|accumulate|with|append|insert|field|text)$/;

/** Makers of HTTP requests and of addresses: what they make is read as such, not as a value. */
const REQUEST_MAKER =
  /(?:^|\.)(?:HttpRequest|Request|Http|HttpClient|WebClient|RestClient|OkHttpClient)\.(?:\w*[bB]uilder|create)|(?:^|\.)Request\.Builder$|^UriBuilder$/;

/** What a chain of calls hangs on. */
function rootExpression(call: CallExpression): Expression {
  let at: Expression = call;
  while (at.kind === 'call' || at.kind === 'member') at = at.kind === 'call' ? at.callee : at.object;
  return at;
}
