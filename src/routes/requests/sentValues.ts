// Everything that a chain of calls sends: its arguments, and what is set on its request.
import type { Mutation } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { countUpTo } from '../values/assignments.ts';
import type { Evaluator, Frame } from '../values/evaluate.ts';
import { type CallExpression, calledName } from '../values/expression.ts';
import { isNull, optionsOf, type Result } from '../values/result.ts';
import { fillTemplate } from '../values/templates.ts';
import type { Site } from './callSites.ts';
import type { Reading } from './reading.ts';

/** What is sent; `hidden`: some of it cannot be seen. */
interface Sent {
  readonly values: readonly Result[];
  readonly hidden: boolean;
}

/** Everything that a chain of calls sends: arguments, what its closures set, and what is set on its result later. */
export function sentBy(reading: Reading, site: Site, frame: Frame | null): Sent {
  const { evaluator } = reading;
  const values: Result[] = [];
  let hidden = false;
  // `Request.Builder().url(…).post(body)`: the address stands in a step of its own.
  const asksElsewhere = site.chain.some(({ callee }) => /^(?:url|uri)$/i.test(calledName(callee)));
  for (const step of site.chain) {
    const name = calledName(step.callee);
    const address = filledAddress(evaluator, step, frame);
    if (address !== null) {
      values.push(address);
      continue;
    }
    step.args.forEach((arg, index) => {
      if (arg.value.kind === 'function') {
        if (ANSWERED.test(arg.value.node.type)) return;
        const inside = setInside(reading, arg.value.node, frame);
        values.push(...inside.values);
        hidden ||= inside.hidden;
        return;
      }
      const evaluated = evaluator.evaluate(arg.value, frame);
      const key = arg.name ?? '';
      if (key !== '')
        values.push({
          kind: 'object',
          type: null,
          entries: new Map([[key, key === 'files' ? formFields(evaluated) : evaluated]]),
          open: false,
          at: null,
        });
      else values.push(evaluated);
      const unseen = optionsOf(evaluated).some((option) => option.kind === 'unknown');
      if (unseen && (arg.spread || /^(?:json|data|body|content|payload)$/.test(key))) hidden = true;
      if (
        unseen &&
        key === '' &&
        (index > 0 ||
          (asksElsewhere && step.args.length === 1 && /^(?:post|put|patch)$/i.test(name)) ||
          /^(?:json|body|send|data|POST|setBody|set|send_json|send_string|ofString)$/.test(name)) &&
        !/token|auth|key|ctx|callback|header|timeout|client|session|res|req\b/i.test(
          evaluator.program.lowering.text.slice(arg.value.start, arg.value.end),
        )
      )
        hidden = true;
    });
  }
  return { values: [...values, ...setLater(reading, site, frame)], hidden };
}

/** `files={"model": (None, "veo-3")}`: what has no file's name is a field of the form. */
const formFields = (files: Result): Result =>
  files.kind !== 'object'
    ? files
    : { ...files, entries: new Map([...files.entries].map(([key, field]) => [key, fieldOf(field)])) };

function fieldOf(field: Result): Result {
  const [name, value] = field.kind === 'list' ? field.items : [];
  return name !== undefined && value !== undefined && isNull(name) ? value : field;
}

/** `.uri("/models/{model}:predictLongRunning", model)`: an address with places that the next arguments fill. */
function filledAddress(evaluator: Evaluator, step: CallExpression, frame: Frame | null): Result | null {
  const [template, ...rest] = step.args;
  if (template?.value.kind !== 'scalar' || rest.length === 0) return null;
  // Without a slash it is none: `-w "%{http_code}"` is what curl prints.
  const text = String(template.value.value);
  if (!text.includes('/') || !/\{\w+\}/.test(text)) return null;
  const values = rest.map((arg) => evaluator.evaluate(arg.value, frame));
  let next = 0;
  return fillTemplate(evaluator.evaluate(template.value, frame), values, () => values[next++]);
}

/** Functions of scripts that a call is given are called with the answer, or give one: they set nothing on the request. */
const ANSWERED = /^(?:arrow_function|function_expression|function)$/;

/** What a closure sets on the request it is given (`{ |req| req.body = … }`, `{ setBody(…) }`). */
function setInside({ evaluator }: Reading, node: SyntaxNode, frame: Frame | null): Sent {
  const { program, scope } = evaluator;
  const set = scope.changesIn(node).map(({ value }) => evaluator.evaluate(value, frame));
  const calls = scope.callsIn(node).flatMap(({ node: inner }) => {
    const call = program.lowering.expression(inner);
    return call.kind === 'call' ? [call] : [];
  });
  const given = (names: RegExp): readonly Result[] =>
    calls.flatMap(({ callee, args }) =>
      names.test(calledName(callee)) ? args.map(({ value }) => evaluator.evaluate(value, frame)) : [],
    );
  const isUnseen = given(/^(?:set)?(?:json)?body(?:Value)?$/i).some((one) =>
    optionsOf(one).some(({ kind }) => kind === 'unknown'),
  );
  return { values: [...set, ...given(/body|json|entity|content|parameter/i)], hidden: isUnseen };
}

/** What is set on the request's variable after it was made. */
function setLater({ evaluator, holders }: Reading, site: Site, frame: Frame | null): readonly Result[] {
  const { scope } = evaluator;
  const holder = holders.get(site.call.start);
  if (holder === undefined) return [];
  const { name, sets } = holder;
  const until = sets[countUpTo(sets, (at) => at <= site.call.end + 8)] ?? Number.POSITIVE_INFINITY;
  const between = { from: site.call.end + 1, until, fn: site.fn };
  const set = scope.changesOf(name, between).map((change) => setBy(evaluator, change, frame));
  const handed = scope
    .callsGiven(name, between)
    .filter(({ callee }) => calledName(callee) !== 'request')
    .flatMap(({ args }) => args.slice(1).map(({ value }) => evaluator.evaluate(value, frame)));
  return [...set, ...handed];
}

/** What a change of a request sets; a field of its form (`request.fields['model'] = …`) with its name. */
function setBy(evaluator: Evaluator, { path, value }: Mutation, frame: Frame | null): Result {
  const set = evaluator.evaluate(value, frame);
  const [fields, key, ...deeper] = path;
  const isField = fields?.kind === 'scalar' && fields.value === 'fields' && deeper.length === 0;
  return isField && key?.kind === 'scalar'
    ? { kind: 'object', type: null, entries: new Map([[String(key.value), set]]), open: false, at: null }
    : set;
}
