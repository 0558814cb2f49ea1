// Requests by calls of SDK methods that are known by their names.
import { type NamedModel, NO_MODEL } from '../models.ts';
import { insideOf, readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import { CALLS_FOR_ANOTHER, METHOD_SHAPES, type MethodShape } from '../shapes.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import {
  type Argument,
  type CallExpression,
  calledName,
  chainNames,
  type Expression,
} from '../values/expression.ts';
import { optionsOf, type Result, UNKNOWN } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import { type Given, givenTo, modelsOf, settersOf } from './methodArguments.ts';
import { surfaceOfMethod } from './methodSurface.ts';
import type { Reading } from './reading.ts';

/** The routes of a call that fits a shape, one for each model it may name; empty where it names none of Veo. */
export function methodRequest(
  reading: Reading,
  site: Site,
  shape: MethodShape,
  args: readonly Argument[],
  callee: Expression,
  frame: Frame | null,
): readonly Route[] {
  const own = givenTo(reading, args, frame);
  const after = site.chain.slice(site.chain.findIndex(({ callee: one }) => one === callee) + 1);
  const given: Given = { ...own, named: new Map([...settersOf(reading, after, frame), ...own.named]) };
  const named = shape.ofClient === true ? [] : modelsOf(reading, given, shape);
  const models = (named.length > 0 ? named : modelsAskedFor(reading, callee, frame)).filter(
    ({ id, before }) => shape.spelled?.test(`${before}${id ?? ''}`) ?? true,
  );
  if (models.length === 0 && shape.always !== true) return [];
  const bags: Result[] = [
    { kind: 'object', type: null, entries: given.named, open: given.hidden, at: null },
    ...given.positional.map((one) => parametersIn(one) ?? UNKNOWN),
  ];
  const parameters = readParameters(bags, shape.always === true && configHidden(given));
  return (models.length === 0 ? [NO_MODEL] : models).map((model) =>
    makeRoute({
      place: placeOf(reading, site),
      shape: shape.shape,
      model,
      all: models,
      parameters,
      claim: surfaceOfMethod(reading, shape, model, callee),
    }),
  );
}

/** The models that an object stands for, where a client was asked for it by their names (`Model.from_pretrained('…')`). */
function modelsAskedFor(reading: Reading, callee: Expression, frame: Frame | null): readonly NamedModel[] {
  const { evaluator, models } = reading;
  if (callee.kind !== 'member') return [];
  const held = evaluator.evaluate(callee.object, frame);
  const handles = models.ofValue(held).filter(({ via }) => via !== null);
  return handles.length > 0 ? handles : optionsOf(held).flatMap((option) => agentModels(reading, option));
}

/** The model of an agent that makes videos and is told it under `llm` (`VideoAgent(llm="gemini/veo-3")`). */
const agentModels = ({ models }: Reading, option: Result): readonly NamedModel[] =>
  option.kind === 'object' && /video/i.test(option.type ?? '')
    ? models.ofValue(option.entries.get('llm') ?? UNKNOWN)
    : [];

/** What an argument may hold parameters in; null for an image or a video, which has none, seen or not. */
function parametersIn(argument: Result): Result | null {
  const inside = insideOf(argument);
  const isMedia =
    inside?.kind === 'object' &&
    inside.entries.size > 0 &&
    [...inside.entries.keys()].every((key) => MEDIA.test(key));
  return isMedia ? null : inside;
}

/** What an image or a video is made of. */
const MEDIA = /bytes|uri$|mime_?type$|base64/i;

/** The shapes whose path fits what is called, aliases of imports resolved. */
export function shapesOf({ evaluator }: Reading, { callee }: CallExpression): readonly MethodShape[] {
  const names = [...chainNames(callee)].filter((name) => name !== '()');
  if (callee.kind === 'name') {
    // A function of the file itself sends what stands in it.
    if (evaluator.scope.functionOf(callee) !== null) return [];
    const bound = evaluator.scope.bindingsOf(callee.name, callee.start)[0]?.value;
    if (bound?.kind === 'import' && bound.name !== '*' && bound.name !== 'default') names[0] = bound.name;
  }
  const path = names.join('.');
  return METHOD_SHAPES.filter((shape) => shape.path.test(path));
}

/** `asyncio.to_thread(client.models.generate_videos, model=…)`: the method is handed over with its arguments. */
export function handedOn(
  reading: Reading,
  site: Site,
  step: CallExpression,
  frame: Frame | null,
): readonly Route[] {
  if (!CALLS_FOR_ANOTHER.test(calledName(step.callee))) return [];
  const index = step.args.findIndex(({ name, value }) => name === null && value.kind === 'member');
  const method = step.args[index]?.value;
  if (method === undefined) return [];
  const call: CallExpression = {
    kind: 'call',
    callee: method,
    args: step.args.slice(index + 1),
    made: false,
    start: step.start,
    end: step.end,
  };
  return shapesOf(reading, call).flatMap((shape) =>
    methodRequest(reading, site, shape, call.args, method, frame),
  );
}

/** Whether the object that holds everything, or the configuration in the last place, cannot be seen. */
function configHidden(given: Given): boolean {
  const { positional, named } = given;
  const last = positional.at(-1);
  if (last === undefined || named.size > 0) return false;
  const unseen = optionsOf(last).some((option) => option.kind === 'unknown');
  return unseen && (positional.length === 1 || positional.length >= 3);
}
