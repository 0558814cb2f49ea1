// The request that one chain of calls sends: by the method that it names, or over HTTP.
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { chainNames } from '../values/expression.ts';
import { onlyFrame } from '../values/parameters.ts';
import type { Site } from './callSites.ts';
import { commandRun } from './commandRuns.ts';
import { curlRun } from './curlRuns.ts';
import { httpRequest, mayBeHttp, namesAddress } from './httpCalls.ts';
import { handedOn, methodRequest, shapesOf } from './methodCalls.ts';
import type { Reading } from './reading.ts';
import { shapedRequest } from './shapedCalls.ts';

/** Packages whose calls say what a stand-in answers. */
const ANSWERS = /^(?:msw|nock|fetch-mock|axios-mock-adapter|undici\/mock|@mswjs\/.*|cypress)(?:\/|$)/;

/** Whether a call belongs to a package that answers requests in place of a server. */
function answersRequests({ evaluator }: Reading, { chain }: Site): boolean {
  const callee = chain[0]?.callee;
  const root = callee === undefined ? undefined : chainNames(callee)[0];
  if (callee === undefined || root === undefined) return false;
  const from = evaluator.scope.bindingsOf(root, callee.start)[0]?.value;
  return from?.kind === 'import' && ANSWERS.test(from.source);
}

/** The routes of one chain of calls, with the values of `frame` for parameters; empty where it sends none. */
export function requestAt(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const found = requestOf(reading, site, frame);
  return found.length > 0 && answersRequests(reading, site) ? [] : found;
}

function requestOf(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const inside = frame ?? onlyFrame(reading.evaluator, site.fn);
  for (const step of site.chain) {
    const shapes = shapesOf(reading, step);
    for (const shape of shapes) {
      const found = methodRequest(reading, site, shape, step.args, step.callee, inside);
      if (found.length > 0) return found;
    }
    const handed = handedOn(reading, site, step, inside);
    if (handed.length > 0) return handed;
  }
  for (const runs of [curlRun, commandRun]) {
    const ran = runs(reading, site, inside);
    if (ran.length > 0) return ran;
  }
  // A helper that posts what it is given is read where it is called.
  const posts = mayBeHttp(site.chain);
  const shown = posts ? httpRequest(reading, site, frame) : [];
  // What names no model may be given one by the only caller.
  const isOpen =
    inside !== frame &&
    shown.every(({ model }) => model === null) &&
    (shown.length > 0 || (posts && namesAddress(reading, site)));
  const given = isOpen ? httpRequest(reading, site, inside) : [];
  const sent = given.some(({ model }) => model !== null) ? given : shown;
  return sent.length > 0 ? sent : shapedRequest(reading, site, posts ? frame : inside);
}
