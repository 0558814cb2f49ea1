// Finds the calls of a program that send a request to a Veo model, and reads each into routes.
import type { Catalog } from '../catalog/catalog.ts';
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../detect/surface.ts';
import type { Reference } from '../detect/types.ts';
import { readSent } from './http.ts';
import { createModelReader, type ModelReader, modelIn, type NamedModel, NO_MODEL } from './models.ts';
import { insideOf, type ReadParameters, readParameters } from './parameters.ts';
import { makeRoute, type RoutePlace } from './route.ts';
import {
  CALLS_FOR_ANOTHER,
  HTTP_CALL,
  METHOD_SHAPES,
  type MethodShape,
  MODEL_KEY,
  NO_REQUEST,
} from './shapes.ts';
import { createSurfaceReader, type SurfaceReader, textsIn } from './surfaces.ts';
import type { Binding, CallSite, Program } from './syntax/program.ts';
import { descendants, type SyntaxNode } from './syntax/tree.ts';
import type { CallShape, Place, Route } from './types.ts';
import { chainOf } from './values/calls.ts';
import type { Evaluator, Frame } from './values/evaluate.ts';
import {
  type Argument,
  type CallExpression,
  calledName,
  chainNames,
  type Expression,
} from './values/expression.ts';
import { FORMATTERS, TRANSPARENT } from './values/functions.ts';
import { isScalar, optionsOf, type Result, UNKNOWN } from './values/result.ts';

/** A route in offsets of the program's text. */
export type ProgramRoute = Route;

interface Reading {
  readonly evaluator: Evaluator;
  readonly models: ModelReader;
  readonly surfaces: SurfaceReader;
  readonly catalog: Catalog;
  /** Names that hold what a call gives, by where the call starts. */
  readonly holders: ReadonlyMap<number, Holder>;
}

interface Holder {
  readonly name: string;
  readonly bindings: readonly Binding[];
}

/**
 * The requests of a program, in order of position. `find` gives the references that overlap a place, `lineOf` the
 * 1-based line of the document for an offset of the program's text.
 */
export function findRequests(
  evaluator: Evaluator,
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
  lineOf: (offset: number) => number,
): readonly ProgramRoute[] {
  const reading: Reading = {
    evaluator,
    catalog,
    holders: holdersIn(evaluator.program),
    models: createModelReader(catalog, find),
    surfaces: createSurfaceReader(catalog, evaluator, lineOf),
  };
  const sites = outermostCalls(evaluator);
  const routes: ProgramRoute[] = [];
  const silent: { site: Site; fn: SyntaxNode }[] = [];
  for (const site of sites) {
    const found = requestAt(reading, site, null);
    routes.push(...found);
    if (found.length === 0 && site.fn !== null && mayBeHttp(site.chain)) silent.push({ site, fn: site.fn });
  }
  routes.push(...throughHelpers(reading, sites, silent));
  routes.push(...builtAddresses(reading, routes));
  return distinct(routes);
}

function holdersIn({ bindings }: Program): ReadonlyMap<number, Holder> {
  const holders = new Map<number, Holder>();
  for (const [name, all] of bindings) {
    for (const { value } of all) if (value.kind === 'call') holders.set(value.start, { name, bindings: all });
  }
  return holders;
}

interface Site {
  readonly call: CallExpression;
  readonly chain: readonly CallExpression[];
  readonly fn: SyntaxNode | null;
  readonly node: SyntaxNode;
}

/** Calls that are no receiver of a longer chain. */
function outermostCalls(evaluator: Evaluator): readonly Site[] {
  const sites = evaluator.program.calls.flatMap(({ node, fn }: CallSite): readonly Site[] => {
    const call = evaluator.program.lowering.expression(node);
    return call.kind === 'call' ? [{ call, chain: chainOf(call), fn, node }] : [];
  });
  const inner = new Set(
    sites.flatMap(({ chain }) => chain.slice(0, -1).map(({ start, end }) => `${start}:${end}`)),
  );
  return sites.filter(({ call }) => !inner.has(`${call.start}:${call.end}`));
}

/** Of readings of the same call the one that knows the surface stays. */
function distinct(routes: readonly ProgramRoute[]): readonly ProgramRoute[] {
  const kept: ProgramRoute[] = [];
  const known = (route: ProgramRoute): number => (route.surface === 'unknown' ? 1 : 0);
  for (const route of [...routes].sort((a, b) => a.start - b.start || b.end - a.end || known(a) - known(b))) {
    const around = kept.some(
      (other) =>
        other.start <= route.start &&
        route.end <= other.end &&
        other.shape === route.shape &&
        (other.model === route.model || route.model === null),
    );
    if (!around) kept.push(route);
  }
  return kept;
}

function requestAt(reading: Reading, site: Site, frame: Frame | null): readonly ProgramRoute[] {
  for (const step of site.chain) {
    const shapes = shapesOf(reading, step);
    for (const shape of shapes) {
      const found = methodRequest(reading, site, shape, step.args, step.callee, frame);
      if (found.length > 0) return found;
    }
    const handed = handedOn(reading, site, step, frame);
    if (handed.length > 0) return handed;
  }
  return mayBeHttp(site.chain) ? httpRequest(reading, site, frame) : [];
}

/** The shapes whose path fits what is called, aliases of imports resolved. */
function shapesOf({ evaluator }: Reading, { callee }: CallExpression): readonly MethodShape[] {
  const names = [...chainNames(callee)].filter((name) => name !== '()');
  if (callee.kind === 'name') {
    const bound = evaluator.bindingsOf(callee.name, callee.start)[0]?.value;
    if (bound?.kind === 'import' && bound.name !== '*' && bound.name !== 'default') names[0] = bound.name;
  }
  const path = names.join('.');
  return METHOD_SHAPES.filter((shape) => shape.path.test(path));
}

/** `asyncio.to_thread(client.models.generate_videos, model=…)`: the method is handed over with its arguments. */
function handedOn(
  reading: Reading,
  site: Site,
  step: CallExpression,
  frame: Frame | null,
): readonly ProgramRoute[] {
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

interface Given {
  readonly named: ReadonlyMap<string, Result>;
  readonly positional: readonly Result[];
  /** Something that is sent cannot be seen. */
  readonly hidden: boolean;
}

function givenTo({ evaluator }: Reading, args: readonly Argument[], frame: Frame | null): Given {
  const named = new Map<string, Result>();
  const positional: Result[] = [];
  let hidden = false;
  for (const arg of args) {
    const worth = evaluator.evaluate(arg.value, frame);
    if (arg.name !== null) named.set(arg.name, worth);
    else if (!arg.spread) positional.push(worth);
    else {
      const inside = insideOf(worth);
      if (inside?.kind === 'object') for (const [key, value] of inside.entries) named.set(key, value);
      hidden ||= inside?.kind !== 'object' || inside.open;
    }
  }
  return { named, positional, hidden };
}

function methodRequest(
  reading: Reading,
  site: Site,
  shape: MethodShape,
  args: readonly Argument[],
  callee: Expression,
  frame: Frame | null,
): readonly ProgramRoute[] {
  const given = givenTo(reading, args, frame);
  const models = modelsOf(reading, given, shape).filter(({ id }) => shape.spelled?.test(id ?? '') ?? true);
  if (models.length === 0 && shape.always !== true) return [];
  const bags: Result[] = [
    { kind: 'object', type: null, entries: given.named, open: given.hidden, at: null },
    ...given.positional.map((one) => insideOf(one) ?? UNKNOWN),
  ];
  const parameters = readParameters(bags, shape.always === true && configHidden(given));
  const client = callee.kind === 'member' ? clientOf(callee) : null;
  return models.length === 0
    ? [
        routeOf(
          reading,
          site,
          shape.shape,
          NO_MODEL,
          [],
          parameters,
          surfaceOfMethod(reading, shape, NO_MODEL, client),
        ),
      ]
    : models.map((model) =>
        routeOf(
          reading,
          site,
          shape.shape,
          model,
          models,
          parameters,
          surfaceOfMethod(reading, shape, model, client),
        ),
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

/** Models by key, in nested requests too, then by place. */
function modelsOf({ models }: Reading, given: Given, shape: MethodShape): readonly NamedModel[] {
  const objects = given.positional.map((one) => insideOf(one)).filter((one) => one !== null);
  for (const [key, value] of given.named) {
    if (MODEL_KEY.test(key)) {
      const found = models.ofValue(value);
      if (found.length > 0) return found;
    }
  }
  for (const object of [...objects, ...given.named.values()]) {
    const found = modelIn(models, object);
    if (found.length > 0) return found;
  }
  const [first] = given.positional;
  if (
    shape.shape === 'chat-completions' &&
    first !== undefined &&
    isScalar(first) &&
    given.positional.length > 1
  )
    return [];
  return given.positional.flatMap((value) => [
    ...models.ofValue(value),
    ...(shape.shape === 'predict-long-running' ? models.ofAddress(value) : []),
  ]);
}

/** The client of `client.aio.models.generate_videos`. */
function clientOf(callee: Extract<Expression, { kind: 'member' }>): Expression {
  let at: Expression = callee.object;
  while (
    at.kind === 'member' &&
    /^(?:models|Models|aio|chat|completions|videos?|generations|predictions|beta|queue|with_raw_response|image_to_video|text_to_video|imageToVideo|textToVideo)$/.test(
      at.name,
    )
  )
    at = at.object;
  return at;
}

function surfaceOfMethod(
  reading: Reading,
  shape: MethodShape,
  model: NamedModel,
  client: Expression | null,
): SurfaceClaim {
  const { surfaces } = reading;
  const own: SurfaceClaim =
    model.reference === null
      ? UNKNOWN_SURFACE
      : { surface: model.reference.surface, evidence: model.reference.surfaceEvidence };
  const prefixed = own.surface !== 'unknown' && (own.evidence?.startsWith('the prefix') ?? false);
  const known = (claim: SurfaceClaim): SurfaceClaim | null => (claim.surface === 'unknown' ? null : claim);
  switch (shape.shape) {
    case 'google-sdk': {
      if (client === null) return own;
      return known(surfaces.ofGoogleClient(client)) ?? own;
    }
    case 'ai-sdk':
    case 'genkit': {
      if (model.via !== null) return known(surfaces.ofProvider(model.via)) ?? own;
      if (shape.shape === 'ai-sdk')
        return { surface: 'vercel-ai-gateway', evidence: 'a plain model name goes to the AI Gateway' };
      return /^vertex/.test(model.before)
        ? { surface: 'vertex-ai', evidence: `the prefix ${model.before}` }
        : /^google/.test(model.before)
          ? { surface: 'gemini-api', evidence: `the prefix ${model.before}` }
          : own;
    }
    case 'fal':
    case 'replicate':
      return { surface: shape.surface ?? own.surface, evidence: `the ${shape.shape} client` };
    case 'other':
      return model.id?.startsWith('fal-ai/')
        ? { surface: 'fal', evidence: `the spelling ${model.id}` }
        : /replicate/i.test(reading.evaluator.program.lowering.text)
          ? { surface: 'replicate', evidence: 'the Replicate client' }
          : own;
    case 'litellm':
      return own.surface !== 'unknown' ? own : { surface: 'litellm', evidence: 'the LiteLLM call' };
    default: {
      if (prefixed) return own;
      if (shape.surface !== undefined)
        return { surface: shape.surface, evidence: `the ${shape.surface} client` };
      return (client === null ? null : known(surfaces.ofBaseUrl(client))) ?? own;
    }
  }
}

// --- HTTP ---------------------------------------------------------------------------------------------------

function mayBeHttp(chain: readonly CallExpression[]): boolean {
  if (
    chain.some(
      (step) => NO_REQUEST.test(calledName(step.callee)) && step === chain.at(-1) && chain.length === 1,
    )
  )
    return false;
  if (chain.length === 1 && chain[0] !== undefined && TRANSPARENT.has(calledName(chain[0].callee)))
    return false;
  return chain.some(
    (step) =>
      HTTP_CALL.test(
        chainNames(step.callee)
          .filter((name) => name !== '()')
          .slice(-2)
          .join('.'),
      ) ||
      (step.made && /Request|Post/.test(calledName(step.callee))),
  );
}

interface Sent {
  readonly values: readonly Result[];
  readonly hidden: boolean;
}

/** Everything that a chain of calls sends: arguments, what its closures set, and what is set on its result later. */
function sentBy(reading: Reading, site: Site, frame: Frame | null): Sent {
  const { evaluator } = reading;
  const values: Result[] = [];
  let hidden = false;
  for (const step of site.chain) {
    const name = calledName(step.callee);
    const address = filledAddress(evaluator, step, frame);
    if (address !== null) {
      values.push(address);
      continue;
    }
    step.args.forEach((arg, index) => {
      if (arg.value.kind === 'function') {
        values.push(...setInside(reading, arg.value.node, frame));
        return;
      }
      const worth = evaluator.evaluate(arg.value, frame);
      const key = arg.name ?? '';
      if (key !== '')
        values.push({ kind: 'object', type: null, entries: new Map([[key, worth]]), open: false, at: null });
      else values.push(worth);
      const unseen = optionsOf(worth).some((option) => option.kind === 'unknown');
      if (unseen && (arg.spread || /^(?:json|data|body|content|payload)$/.test(key))) hidden = true;
      if (
        unseen &&
        key === '' &&
        (index > 0 ||
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

/** `.uri("/models/{model}:predictLongRunning", model)`: an address with places that the next arguments fill. */
function filledAddress(evaluator: Evaluator, step: CallExpression, frame: Frame | null): Result | null {
  const [template, ...rest] = step.args;
  if (template?.value.kind !== 'scalar' || rest.length === 0 || !/\{\w+\}/.test(String(template.value.value)))
    return null;
  const values = rest.map((arg) => evaluator.evaluate(arg.value, frame));
  let next = 0;
  return evaluator.format(evaluator.evaluate(template.value, frame), values, () => values[next++]);
}

/** What a closure sets on the request it is given (`{ |req| req.body = … }`, `{ setBody(…) }`). */
function setInside({ evaluator }: Reading, node: SyntaxNode, frame: Frame | null): readonly Result[] {
  const { program } = evaluator;
  const set = [...program.mutations.values()]
    .flat()
    .filter(({ fn }) => fn === node)
    .map(({ value }) => evaluator.evaluate(value, frame));
  const called = program.calls
    .filter(({ fn }) => fn === node)
    .flatMap(({ node: inner }) => {
      const call = program.lowering.expression(inner);
      return call.kind === 'call' && /body|json|entity|content|parameter/i.test(calledName(call.callee))
        ? call.args.map(({ value }) => evaluator.evaluate(value, frame))
        : [];
    });
  return [...set, ...called];
}

/** What is set on the request's variable after it was made. */
function setLater({ evaluator, holders }: Reading, site: Site, frame: Frame | null): readonly Result[] {
  const { program } = evaluator;
  const holder = holders.get(site.call.start);
  if (holder === undefined) return [];
  const { name, bindings } = holder;
  const next =
    bindings
      .map(({ at }) => at)
      .filter((at) => at > site.call.end + 8)
      .sort((a, b) => a - b)[0] ?? Number.POSITIVE_INFINITY;
  const own = (at: number, fn: SyntaxNode | null): boolean =>
    at > site.call.end && at < next && fn === site.fn;
  const set = (program.mutations.get(name) ?? [])
    .filter(({ at, fn }) => own(at, fn))
    .map(({ value }) => evaluator.evaluate(value, frame));
  const handed = program.calls
    .filter(({ node, fn }) => own(node.start, fn))
    .flatMap(({ node }) => {
      const call = program.lowering.expression(node);
      const [first, ...others] = call.kind === 'call' ? call.args : [];
      return call.kind === 'call' &&
        first?.value.kind === 'name' &&
        first.value.name === name &&
        calledName(call.callee) !== 'request'
        ? others.map(({ value }) => evaluator.evaluate(value, frame))
        : [];
    });
  return [...set, ...handed];
}

function httpRequest(reading: Reading, site: Site, frame: Frame | null): readonly ProgramRoute[] {
  const sent = sentBy(reading, site, frame);
  const root = rootOf(site.call);
  const base = root === null ? null : reading.surfaces.baseOf(root);
  return readSent(reading.catalog, reading.models, sent.values, sent.hidden, base, placeOf(reading, site));
}

function rootOf(call: CallExpression): Expression | null {
  let at: Expression = call;
  while (at.kind === 'call') at = at.callee;
  return at.kind === 'member' ? (at.object.kind === 'call' ? rootOf(at.object) : at.object) : null;
}

// --- helpers of the same file -------------------------------------------------------------------------------

/** Requests that a helper of the file sends with what its callers give it. */
function throughHelpers(
  reading: Reading,
  sites: readonly Site[],
  silent: readonly { site: Site; fn: SyntaxNode }[],
): readonly ProgramRoute[] {
  if (silent.length === 0) return [];
  const byFunction = new Map<SyntaxNode, Site[]>();
  for (const { site, fn } of silent) byFunction.set(fn, [...(byFunction.get(fn) ?? []), site]);
  return sites.flatMap((site) =>
    site.chain.flatMap((step) => {
      const fn = reading.evaluator.functionOf(step.callee);
      const inner = fn === null ? undefined : byFunction.get(fn.node);
      if (fn === null || inner === undefined || inner.some((one) => one === site)) return [];
      const frame: Frame = { owner: fn.node, args: step.args, caller: null };
      return inner
        .flatMap((one) => requestAt(reading, one, frame))
        .filter(({ model }) => model !== null)
        .map((route) => ({
          ...route,
          start: site.call.start,
          end: site.call.end,
          name: nameOfFunction(reading, site.fn),
        }));
    }),
  );
}

// --- addresses that are built here and sent elsewhere ---------------------------------------------------------

/** Addresses that start a job and that no call of the file sends: what builds them hands a request on. */
function builtAddresses(reading: Reading, routes: readonly ProgramRoute[]): readonly ProgramRoute[] {
  const { evaluator } = reading;
  const { lowering, root } = evaluator.program;
  if (!lowering.text.includes(':predictLongRunning')) return [];
  const used = routes.flatMap(({ start, end, places }) => [{ start, end }, ...Object.values(places)]);
  return [...descendants(root)].flatMap((node): readonly ProgramRoute[] => {
    const as = lowering.table.rules[node.type]?.as;
    if (as !== 'string' || !lowering.text.slice(node.start, node.end).includes(':predictLongRunning'))
      return [];
    const holder = outermostText(reading, node);
    const address = evaluator.evaluate(lowering.expression(holder));
    const named = reading.models.ofAddress(address).filter(({ id }) => id !== null);
    const sent = named.some(
      ({ at }) => at !== null && used.some((place) => place.start <= at.start && at.end <= place.end),
    );
    if (
      sent ||
      routes.some(({ start, end }) => start <= node.start && node.end <= end) ||
      !textsIn(address).some((text) => /models\//.test(text))
    )
      return [];
    const around = holder.parent?.parent ?? null;
    const object =
      around === null || lowering.table.rules[around.type]?.as !== 'object'
        ? UNKNOWN
        : evaluator.evaluate(lowering.expression(around));
    const whole =
      object.kind === 'object' &&
      [...object.entries.keys()].some((key) => /^(?:body|data|json|payload|init|options)$/i.test(key))
        ? around
        : null;
    if (whole === null && !isReturned(reading, holder)) return [];
    const { start, end } = whole ?? holder;
    const fn = evaluator.functionAt(node.start);
    const place = { start, end, name: nameOfFunction(reading, fn) };
    return readSent(
      reading.catalog,
      reading.models,
      [whole === null ? address : object],
      whole === null,
      null,
      place,
    );
  });
}

/** Whether a function of the file gives back what a node stands for. */
function isReturned({ evaluator }: Reading, node: SyntaxNode): boolean {
  const { table } = evaluator.program.lowering;
  for (let at: SyntaxNode | null = node.parent; at !== null; at = at.parent) {
    const as = table.rules[at.type]?.as;
    if (as === 'return') return true;
    if (as === 'function') return !table.blocks.some((block) => node.parent?.type === block);
    if (as !== undefined && as !== 'list' && as !== 'inner') return false;
    if (table.blocks.includes(at.type)) return false;
  }
  return false;
}

/** The concatenation or the formatting call that a string is a part of. */
function outermostText({ evaluator }: Reading, node: SyntaxNode): SyntaxNode {
  const { lowering } = evaluator.program;
  let at = node;
  for (let up = node.parent; up !== null; up = up.parent) {
    const rule = lowering.table.rules[up.type];
    if (rule === undefined) {
      // Lists of arguments and statements of one part are passed through.
      if (
        up.children.length === 1 ||
        (up.parent !== null && lowering.table.rules[up.parent.type]?.as === 'call')
      )
        continue;
      break;
    }
    const expression = /^(?:binary|call|joined|macro|inner|list)$/.test(rule.as)
      ? lowering.expression(up)
      : null;
    if (expression === null) break;
    const formats = expression.kind === 'call' && FORMATTERS.has(calledName(expression.callee));
    if (expression.kind === 'text' || expression.kind === 'math' || formats) at = up;
    else if (expression.kind === 'call') break;
  }
  return at;
}

function nameOfFunction({ evaluator }: Reading, fn: SyntaxNode | null): string | null {
  for (let at = fn; at !== null; at = at.parent) {
    const info = evaluator.program.functions.get(at);
    if (info !== undefined && info.name !== '')
      return info.ownerClass === null ? info.name : `${info.ownerClass}.${info.name}`;
  }
  return null;
}

function placeOf(reading: Reading, site: Site): RoutePlace {
  return { start: site.call.start, end: site.call.end, name: nameOfFunction(reading, site.fn) };
}

function routeOf(
  reading: Reading,
  site: Site,
  shape: CallShape,
  model: NamedModel,
  all: readonly NamedModel[],
  parameters: ReadParameters,
  claim: SurfaceClaim,
): ProgramRoute {
  return makeRoute({ place: placeOf(reading, site), shape, model, all, parameters, claim });
}
