// Addresses whose host and path are given apart.
import type { Evaluator, Frame } from './evaluate.ts';
import { type CallExpression, calledName, chainNames } from './expression.ts';
import { flatten, joinTexts, optionsOf, type Result, scalarResult, UNKNOWN } from './result.ts';

/** `Uri.https(host, path)`, `new URI("https", host, path, null)`: the address; null for other calls. */
export function partedAddress(
  evaluator: Evaluator,
  { callee, args }: CallExpression,
  frame: Frame | null,
): Result | null {
  const value = (index: number): Result | undefined => {
    const arg = args[index];
    return arg === undefined ? undefined : evaluator.evaluate(arg.value, frame);
  };
  const isOfUri = callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'Uri';
  if (isOfUri && /^https?$/.test(callee.name)) return joined(value(0), value(1));
  const isUri = calledName(callee) === 'URI' && args.length > 2 && /^https?$/.test(textOf(value(0)));
  return isUri ? joined(value(1), value(2)) : null;
}

/** `vertexUrl(model, 'predictLongRunning')`: the end of the address that a function out of sight makes; null for other calls. */
export function askedAddress(
  evaluator: Evaluator,
  { callee, args }: CallExpression,
  frame: Frame | null,
): Result | null {
  const verb = args.find(({ value }) => value.kind === 'scalar' && value.value === 'predictLongRunning');
  const model = args.find((arg) => arg !== verb && /model/i.test(chainNames(arg.value).at(-1) ?? ''));
  if (verb === undefined || model === undefined || !/ur[il]|endpoint|path|address/i.test(calledName(callee)))
    return null;
  const named = evaluator.evaluate(model.value, frame);
  return joinTexts([scalarResult('/models/'), named, scalarResult(':predictLongRunning')], null);
}

/** An object of a host and a path as one address; null where it has not both. */
export function hostedPath({ entries }: Extract<Result, { kind: 'object' }>): Result | null {
  const under = (name: RegExp): Result | undefined => [...entries].find(([key]) => name.test(key))?.[1];
  const host = under(/^host(?:name)?$/i);
  return host === undefined ? null : joined(host, under(/^path(?:name)?$/i));
}

/** The host that a connection was made with (`HTTPSConnection("api.kie.ai")`) as an address; null for other calls. */
export function connectedHost(evaluator: Evaluator, { callee, args }: CallExpression): string | null {
  const path = chainNames(callee).join('.');
  const [first] = args;
  if (first === undefined || !/(?:^|\.)HTTPS?Connection$|(?:^|\.)HTTP\.(?:new|start)$/.test(path))
    return null;
  const host = textOf(evaluator.evaluate(first.value));
  return isHost(host) ? `https://${host}` : null;
}

function joined(host: Result | undefined, path: Result | undefined): Result | null {
  if (host === undefined || path === undefined || !isHost(textOf(host))) return null;
  const slash = textOf(path).startsWith('/') ? '' : '/';
  return joinTexts([scalarResult('https://'), host, scalarResult(slash), path], null);
}

const textOf = (value: Result | undefined): string =>
  value === undefined ? '' : (flatten(optionsOf(value)[0] ?? UNKNOWN) ?? '');

const isHost = (text: string): boolean => /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/.test(text);
