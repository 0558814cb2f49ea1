// What a call gives back, where its name or its definition in the file tells.
import { wordExpression } from '../syntax/lowering/shells.ts';
import type { FunctionInfo } from '../syntax/program.ts';
import { askedAddress, partedAddress } from './addresses.ts';
import { appliedObject, builtObject } from './builders.ts';
import { configured } from './configFiles.ts';
import { constructed, copied, isConstructor, merged, pairs } from './construction.ts';
import { functionElsewhere, memberElsewhere } from './elsewhere.ts';
import { pick, someItem } from './entries.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { type Argument, type CallExpression, calledName, chainNames, type Expression } from './expression.ts';
import {
  ADDS_QUERY,
  ASKS,
  BUILDER_VERBS,
  COPIES_OBJECT,
  ENVIRONMENT,
  FORMATTERS,
  HOLDS_DEFAULT,
  JOINS_PATH,
  LOOK_UP,
  MAKES_OBJECT,
  MODEL_LOOK_UP,
  MODEL_WRAPPER,
  OR_ELSE,
  PICKS_MODEL,
  TRANSPARENT,
} from './functions.ts';
import { foreign, SETS } from './imported.ts';
import { printedByJq } from './jq.ts';
import { keysOf } from './keys.ts';
import { looseJson } from './looseJson.ts';
import { methodElsewhere } from './methodsElsewhere.ts';
import {
  choice,
  FROM_ENVIRONMENT,
  flatten,
  isScalar,
  joinTexts,
  mapOptions,
  optionsOf,
  orElse,
  type Result,
  raise,
  scalarResult,
  UNKNOWN,
} from './result.ts';
import { rowsOf } from './rows.ts';
import { functionInTable } from './tables.ts';
import { fillTemplate } from './templates.ts';

/** The value of a call; unknown where nothing in sight tells. */
export function evaluateCall(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const name = calledName(call.callee);
  const [first, second] = call.args;
  const value = (arg: Argument | undefined): Result =>
    arg === undefined ? UNKNOWN : evaluator.evaluate(arg.value, frame);
  const receiver = (): Result =>
    call.callee.kind === 'member' ? evaluator.evaluate(call.callee.object, frame) : UNKNOWN;

  if (name === 'jq' && call.callee.kind === 'name') return printedByJq(evaluator, call, frame);
  if (/^(?:echo|printf|cat)$/.test(name) && call.callee.kind === 'name')
    return value(call.args.filter((arg) => arg.name === null).at(-1));
  const built = builtObject(evaluator, call, frame) ?? appliedObject(evaluator, call, frame);
  if (built !== null) return built;
  const path = chainNames(call.callee).join('.');
  if (name === 'json!' && first !== undefined) {
    const word = (text: string, offset: number): Result =>
      evaluator.evaluate(wordExpression(text, first.value.start + offset), frame);
    return looseJson(value(first), word) ?? UNKNOWN;
  }
  const parted = partedAddress(evaluator, call, frame);
  if (parted !== null) return parted;
  const rows = rowsOf(evaluator, call, frame);
  if (rows !== null) return rows;
  const tabled = functionInTable(evaluator, call.callee);
  if (tabled !== null) return returned(evaluator, tabled, call, frame);
  if (/^replace$/i.test(name) && cutsAddress(evaluator, call)) return receiver();
  if (name === 'join' && first !== undefined) return joined(receiver(), value(first));
  if (call.callee.kind === 'member' && first !== undefined) {
    const isQuery = ADDS_QUERY.test(name) || first.name === 'queryItems';
    if (isQuery) return receiver();
    if (JOINS_PATH.test(name)) return joinedPath(receiver(), value(first));
  }
  if (HOLDS_DEFAULT.has(name) && call.args.length > 0) {
    const given =
      call.args.find((arg) => arg.name === 'default' || arg.name === 'default_value') ??
      (first?.name === null ? first : undefined);
    return given === undefined ? UNKNOWN : raise(value(given), 'default', true);
  }
  if (ASKS.test(name)) {
    const shown = call.args.find((arg) => /^(?:value|default)$/.test(arg.name ?? '')) ?? second;
    const isShown =
      shown !== undefined &&
      (shown.name === null || shown !== second || /^(?:value|default)$/.test(shown.name));
    if (isShown) return raise(value(shown), 'default', true);
  }
  const flag = FLAG.exec(path);
  if (flag !== null && call.args.length > 2)
    return raise(value(call.args[flag[1] === 'P' ? 2 : 1]), 'default', true);
  if (FORMATTERS.has(name)) return formatted(evaluator, call, frame);
  const setting = configured(evaluator, call);
  if (setting.kind !== 'unknown')
    return orElse(setting, () => (second === undefined ? UNKNOWN : value(second)));
  if (ENVIRONMENT.test(path) && first === undefined) return FROM_ENVIRONMENT;
  if (ENVIRONMENT.test(path) && first !== undefined)
    return orElse(FROM_ENVIRONMENT, () =>
      second === undefined ? UNKNOWN : thunk(evaluator, second.value, frame),
    );
  if (OR_ELSE.has(name) && call.callee.kind === 'member')
    return orElse(receiver(), () =>
      first === undefined ? scalarResult(null) : thunk(evaluator, first.value, frame),
    );
  if (name === 'Or' && call.args.length > 1)
    return call.args.map(value).reduce((left, right) => orElse(left, () => right));
  if (LOOK_UP.has(name) && call.callee.kind === 'member' && first !== undefined) {
    const known = lookedUp(evaluator, receiver(), first, second, frame);
    if (known !== null) return known;
  }
  if (SETTINGS.test(name) && call.args.length === 2 && second !== undefined)
    return orElse(UNKNOWN, () => value(second));
  if (/(?:Ptr|Pointer)(?:To|Of)?$|^(?:ptr|pointer)(?:To|Of)?$/.test(name) && call.args.length === 1)
    return value(first);
  const local = evaluator.scope.functionOf(call.callee);
  if (local !== null) return returned(evaluator, local, call, frame);
  const elsewhere = functionElsewhere(evaluator, call.callee);
  if (elsewhere !== null) return returnedElsewhere(evaluator, elsewhere, call, frame);
  const got = call.args.length === 0 ? gotElsewhere(evaluator, call, frame) : UNKNOWN;
  if (got.kind !== 'unknown') return got;
  if (PICKS_MODEL.test(name)) return picked(call.args.slice(1).map(value));
  if (COPIES_OBJECT.test(name) && call.args.length === 1 && first?.name === null)
    return copied(evaluator, call, first, frame);
  if (MAKES_OBJECT.has(name)) return merged(evaluator, call, frame);
  if (name === 'Of' || (name === 'of' && call.args.length > 1) || name === 'ofEntries')
    return pairs(evaluator, call, frame);
  const wraps =
    (MODEL_WRAPPER.test(name) && (call.callee.kind === 'member' || name !== 'ref')) ||
    MODEL_LOOK_UP.test(path);
  if (wraps && first !== undefined) {
    return mapOptions(nameIn(value(first)), (option) =>
      isScalar(option) && typeof option.value === 'string' ? { ...option, via: call } : option,
    );
  }
  if (isConstructor(call, name)) return constructed(evaluator, call, name, frame);
  if (TRANSPARENT.has(name) && (call.callee.kind === 'member' || !BUILDER_VERBS.has(name))) {
    if (first === undefined || isOfReceiver(call, name)) return receiver();
    const base = call.args.find((arg) => arg.name === 'relativeTo');
    if (base !== undefined) return joinTexts([value(base), value(first)], null);
    if (first.name !== null && !CONTENT_LABEL.test(first.name))
      return constructed(evaluator, call, name, frame);
    const evaluated = value(first);
    return evaluated.kind === 'unknown' && second !== undefined && second.name === null
      ? value(second)
      : evaluated;
  }
  const asked = askedAddress(evaluator, call, frame);
  if (asked !== null) return asked;
  if (call.callee.kind === 'name' && call.args.length > 1 && first !== undefined) {
    // `withRetries(google.video('veo-…'), { … })`: what is made of a provider's model stands for it.
    return mapOptions(nameIn(value(first)), (option) =>
      isScalar(option) && option.via !== null ? option : UNKNOWN,
    );
  }
  if (call.callee.kind === 'name' && call.args.length === 1 && call.callee.name !== 'require') {
    // `google('veo-…')`: a provider called with a model's name.
    return mapOptions(name === 'useState' ? raise(value(first), 'default') : value(first), (option) =>
      isScalar(option) && /veo/i.test(String(option.value)) ? { ...option, via: call } : UNKNOWN,
    );
  }
  return UNKNOWN;
}

/** The name in what a model is made of (`getGenerativeModel({ model: 'veo-…' })`). */
const nameIn = (value: Result): Result =>
  mapOptions(value, (option) =>
    option.kind === 'object' ? (option.entries.get('model') ?? option) : option,
  );

/** `flag.String("model", "…", "usage")`: a flag's value is its default until somebody sets it. */
const FLAG =
  /(?:^|\.)(?:flag|pflag|fs|flags|flagSet|Flags)(?:\.\(\))?\.(?:String|Int(?:32|64)?|Uint|Bool|Float64|Duration)(P?)$/;

/** Read a setting; the second argument is the value where there is none. */
const SETTINGS =
  /^(?:get_option|getOption|get_?setting|setting|get_?config|data_get|getParam|get_?env|env_?or|envOr\w*|getEnv\w*|lookupEnv\w*)$/i;

/** What picks a model: one of the texts that it is given, else an item of its list. */
function picked(values: readonly Result[]): Result {
  const texts = values.filter(isScalar);
  const list = values.find(({ kind }) => kind === 'list');
  const known = texts.length > 0 ? choice(texts) : list === undefined ? UNKNOWN : someItem(list);
  return raise(known, 'default', true);
}

/** Labels that say no more than that the argument is what is meant. */
const CONTENT_LABEL =
  /^(?:string|with\w*|from\w*|for|value|content|object|str|data|utf8|url|body|obj|text|input)$/;

/** `sep.join(items)` and `items.join(sep)`. */
function joined(receiver: Result, argument: Result): Result {
  const [list, separator] = receiver.kind === 'list' ? [receiver, argument] : [argument, receiver];
  if (list.kind !== 'list' || !isScalar(separator)) return UNKNOWN;
  return joinTexts(
    list.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
    null,
  );
}

/** A path behind an address, with one slash between them. */
function joinedPath(base: Result, path: Result): Result {
  if (flatten(path) === '') return base;
  return choice(
    optionsOf(base).flatMap((front) =>
      optionsOf(path).map((back) => {
        const slashes = [flatten(front)?.endsWith('/'), flatten(back)?.startsWith('/')];
        return joinTexts(slashes.includes(true) ? [front, back] : [front, scalarResult('/'), back], null);
      }),
    ),
  );
}

/** The value of an argument, or what it returns where it is a function without parameters. */
function thunk(evaluator: Evaluator, expression: Expression, frame: Frame | null): Result {
  if (expression.kind !== 'function') return evaluator.evaluate(expression, frame);
  const info = evaluator.program.functions.get(expression.node);
  return info === undefined ? UNKNOWN : choice(info.returns.map((value) => evaluator.evaluate(value, frame)));
}

function formatted(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const values = call.args
    .filter((arg) => arg.name === null)
    .map((arg) => evaluator.evaluate(arg.value, frame));
  const named = (name: string): Result | undefined => {
    const arg = call.args.find((one) => one.name === name);
    if (arg !== undefined) return evaluator.evaluate(arg.value, frame);
    return call.callee.kind === 'name'
      ? evaluator.evaluate({ kind: 'name', name, start: call.start, end: call.end }, frame)
      : undefined;
  };
  const object = call.callee.kind === 'member' ? evaluator.evaluate(call.callee.object, frame) : UNKNOWN;
  if (flatten(optionsOf(object)[0] ?? UNKNOWN) !== null) return fillTemplate(object, values, named);
  const [template, ...rest] = values;
  return template === undefined ? UNKNOWN : fillTemplate(template, rest, named);
}

function lookedUp(
  evaluator: Evaluator,
  object: Result,
  key: Argument,
  byDefault: Argument | undefined,
  frame: Frame | null,
): Result | null {
  const keys = keysOf(evaluator, key.value, frame);
  const found = mapOptions(object, (option) =>
    option.kind === 'object' || option.kind === 'list'
      ? pick(evaluator, option, keys, key.value.kind !== 'scalar')
      : option.kind === 'unknown'
        ? option
        : UNKNOWN,
  );
  const missing =
    byDefault === undefined
      ? (): Result => UNKNOWN
      : (): Result => evaluator.evaluate(byDefault.value, frame);
  if (found.kind === 'unknown' && byDefault === undefined) return null;
  if (
    optionsOf(object).some((option) => option.kind === 'object') &&
    byDefault !== undefined &&
    key.value.kind !== 'scalar'
  )
    return choice([found, missing()]);
  return orElse(found, missing);
}

function returned(evaluator: Evaluator, fn: FunctionInfo, call: CallExpression, frame: Frame | null): Result {
  for (let at = frame; at !== null; at = at.caller) if (at.owner === fn.node) return UNKNOWN;
  const inner: Frame = { owner: fn.node, args: call.args, caller: frame };
  return fn.returns.length === 0
    ? UNKNOWN
    : choice(fn.returns.map((value) => evaluator.evaluate(value, inner)));
}

/** What a function of another file gives back for the arguments that it is called with here. */
function returnedElsewhere(
  evaluator: Evaluator,
  { module, fn }: { readonly module: Evaluator; readonly fn: FunctionInfo },
  call: CallExpression,
  frame: Frame | null,
): Result {
  for (let at = frame; at !== null; at = at.caller) if (at.owner === fn.node) return UNKNOWN;
  const inner: Frame = { owner: fn.node, args: call.args, caller: frame, from: evaluator };
  return foreign(choice(fn.returns.map((value) => module.evaluate(value, inner))));
}

/** `props.getModel()`, `props.model()`: what an object of another file's class begins with. */
function gotElsewhere(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const { callee } = call;
  if (callee.kind !== 'member' || !SETS.test(callee.name)) return UNKNOWN;
  const method = methodElsewhere(evaluator, callee);
  const fn = method?.module.program.functions.get(method.node);
  const given =
    method === null || fn === undefined
      ? UNKNOWN
      : returnedElsewhere(evaluator, { module: method.module, fn }, call, frame);
  if (given.kind !== 'unknown') return raise(given, 'default', true);
  const field = callee.name.replace(/^get(?=[A-Z])/, '');
  return memberElsewhere(evaluator, { ...callee, name: field.charAt(0).toLowerCase() + field.slice(1) });
}

/** `text.toRequestBody(JSON)`, `text.encode("utf-8")`: the argument only says which form is meant. */
function isOfReceiver({ callee, args: [first] }: CallExpression, name: string): boolean {
  if (callee.kind !== 'member') return false;
  if (/^(?:addingPercentEncoding|trimmingCharacters)$/.test(name)) return true;
  if (TRIMS.test(name) && first?.value.kind === 'scalar') return !isGiven(callee);
  if (/^to[A-Z]/.test(name)) return callee.object.kind !== 'name' || !/^[A-Z]/.test(callee.object.name);
  return (
    first?.value.kind === 'scalar' && /^(?:utf-?\d|ascii|latin|iso-?\d)/i.test(String(first.value.value))
  );
}

/** `base.replace(/\/+$/, '')`, `model.replace('models/', '')`: without the slash at the end, or the folder that names follow. */
function cutsAddress({ program }: Evaluator, { callee, args: [pattern, put] }: CallExpression): boolean {
  if (callee.kind !== 'member' || pattern === undefined || put === undefined) return false;
  const written = program.lowering.text.slice(pattern.value.start, put.value.end + 1);
  return /^(?:\/?\\?\/[+*]?\$\/\w?|\/?\^models\\\/\/\w?|models\/["'`]), ?(["'`])\1/.test(written);
}

/** Cut what they are given from an end of the text that they are called on. */
const TRIMS =
  /^(?:[rl]?strip|chomp|[tT]rim(?:End|Right|Suffix|Start|Left|Prefix)?|remove_?(?:[sS]uf|[pP]re)fix|trim_end_matches)$/;

/** Whether a method is a function of a package (`strings.TrimRight(text, "/")`), whose first argument is the text. */
const isGiven = (callee: Extract<Expression, { kind: 'member' }>): boolean =>
  callee.object.kind === 'name' && /^(?:strings|textwrap|_|lodash)$/.test(callee.object.name);
