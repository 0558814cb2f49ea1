// Requests by calls that may go over HTTP.
import { addressIn, readSent, taskIn } from '../http.ts';
import { ABOUT_REQUESTS, HTTP_CALL, NO_REQUEST, STAND_IN } from '../shapes.ts';
import { textsIn } from '../surfaces/address.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { type CallExpression, calledName, chainNames, type Expression } from '../values/expression.ts';
import { ADDS_QUERY, JOINS_PATH, TRANSPARENT } from '../values/functions.ts';
import { flatten, HOLE, optionsOf, UNKNOWN } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import { baseOfHelper } from './helperBase.ts';
import type { Reading } from './reading.ts';
import { sentBy } from './sentValues.ts';

/** Whether the names of a chain of calls allow for an HTTP request. */
export function mayBeHttp(chain: readonly CallExpression[]): boolean {
  if (
    chain.some(
      (step) => NO_REQUEST.test(calledName(step.callee)) && step === chain.at(-1) && chain.length === 1,
    )
  )
    return false;
  const last = chain.at(-1);
  if (last !== undefined && ABOUT_REQUESTS.test(lastNames(last))) return false;
  if (chain[0] !== undefined && STAND_IN.test(chainNames(chain[0].callee)[0] ?? '')) return false;
  if (chain.every(({ callee }) => isOfAddress(calledName(callee), chain.length > 1))) return false;
  return chain.some(
    (step) =>
      HTTP_CALL.test(lastNames(step)) ||
      (step.made && /Request|Post/.test(calledName(step.callee))) ||
      posts(step),
  );
}

/** `transport("POST", "/videos", body)`: a function of whatever name that is told the method of HTTP. */
const posts = ({ args: [method] }: CallExpression): boolean =>
  method?.value.kind === 'scalar' && method.value.value === 'POST';

/** Whether a call only makes an address: it gives back what it is given, or that with something more. */
const isOfAddress = (name: string, inChain: boolean): boolean =>
  inChain
    ? JOINS_PATH.test(name) ||
      ADDS_QUERY.test(name) ||
      /^(?:URL|URI|toHttpUrl|parse|newBuilder|build)$/.test(name)
    : TRANSPARENT.has(name);

/** The last two names of what is called (`axios.post`). */
const lastNames = ({ callee }: CallExpression): string =>
  chainNames(callee)
    .filter((name) => name !== '()')
    .slice(-2)
    .join('.');

/** The routes of what a chain of calls sends over HTTP; empty where it goes to no Veo model. */
export function httpRequest(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const sent = sentBy(reading, site, frame);
  const root = rootOf(site.call);
  const base =
    (root === null ? null : (reading.surfaces.baseOf(root) ?? baseOfClass(reading, root))) ??
    (taskIn(sent.values) === null ? null : reading.surfaces.onlyGateway());
  const read = (front: string | null): readonly Route[] =>
    readSent(reading.catalog, reading.models, sent.values, sent.hidden, front, placeOf(reading, site));
  const found = read(base);
  if (base !== null || found.every(({ surface }) => surface !== 'unknown')) return found;
  const path = flatten(optionsOf(addressIn(sent.values) ?? UNKNOWN)[0] ?? UNKNOWN) ?? '';
  const front = path.startsWith('/') ? baseOfHelper(reading.evaluator, site.call, path, frame) : null;
  return front === null ? found : read(front);
}

/** Whether a call shows by itself where it sends to, be it behind a host that it is given. */
export function namesAddress(reading: Reading, site: Site): boolean {
  const address = addressIn(sentBy(reading, site, null).values);
  const texts = address === null ? [] : optionsOf(address).map((option) => flatten(option) ?? HOLE);
  return texts.length > 0 && texts.every((text) => !text.slice(1).includes(HOLE));
}

/** Fields that say where a class sends what it sends. */
const BASE_FIELD = /^_*(?:default_?)?(?:api_?)?(?:base_?ur[il]|base_?address|api_?base|api_?ur[il])$/i;

/** Where a class says that its own methods send to (`base_url = "https://…"`); null for any other object. */
function baseOfClass({ evaluator }: Reading, root: Expression): string | null {
  const { program, scope } = evaluator;
  if (root.kind !== 'name' || !program.lowering.table.self.includes(root.name)) return null;
  const fields = program.fields.get(scope.classAt(root.start) ?? '')?.keys() ?? [];
  for (const name of fields) {
    if (!BASE_FIELD.test(name)) continue;
    const held = evaluator.evaluate({ ...root, kind: 'member', object: root, name });
    const address = textsIn(held).find((text) => /^https?:\/\//.test(text));
    if (address !== undefined) return address;
  }
  return null;
}

/** What the first call of a chain is called on. */
function rootOf(call: CallExpression): Expression | null {
  let at: Expression = call;
  while (at.kind === 'call') at = at.callee;
  return at.kind === 'member' ? (at.object.kind === 'call' ? rootOf(at.object) : at.object) : null;
}
