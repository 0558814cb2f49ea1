// Requests by shape: a sending verb over a model, a prompt and what a video is asked for, whoever's function it is.
import type { SurfaceClaim } from '../../detect/surface.ts';
import { UNKNOWN_SURFACE } from '../../detect/surface.ts';
import { isByPrefix, type NamedModel, ownClaim } from '../models.ts';
import { insideOf, readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { type CallExpression, calledName, chainNames } from '../values/expression.ts';
import { isScalar, optionsOf, type Result } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import { givenTo, modelsOf, settersOf } from './methodArguments.ts';
import type { Reading } from './reading.ts';

/** First words of functions that send something off. */
const SENDS =
  /^(?:(?:async|await)_?)*_?(?:generate|gen|submit|run|subscribe|predict|animate|extend|send|post|invoke|mutate|start|request|execute|call|produce|render|dispatch|enqueue|trigger|launch|(?:text|image|video)_?(?:to|2)_?video|veo|create(?:_?and_?poll|_?(?:video|veo|media|job|task|generation|prediction)\w*|_?async)?$)/i;

/** Words of functions that keep, count or describe what a request would hold. */
const SENDS_NOTHING =
  /estimate|cost|pric(?:e|ing)|quote|credit|valid|parse|format|build|save|insert|record|\blog|mock|fake|stub|fixture|schema|history|preset|template|element|context|cache|hash|assert|expect|rerender|callback|message|analytics|notif|track|e_?mail/i;

const PROMPT = /prompt|^instances$|^input$|image_?urls?$|^contents?$|^messages$/i;

/** What only a video is asked for. */
const VIDEO_FIELD = /duration|aspect_?ratio|resolution|^num(?:ber_?of)?_?videos$/i;

/** Keys that a stored row or an answer has, and no request. */
const STORED =
  /^(?:status|user_?id|created_?at|updated_?at|credits?\w*|cost\w*|price\w*|usd\w*|operation_?name|video_?url|download_?url|result\w*|error|progress)$/i;

/** Keys whose object is a row of a table, not a part of a request. */
const ROW = /^(?:data|where|values|set|defaults|metadata|headers)$/i;

/** Code of tests, where a function's own callers stand in for those that send. */
const TEST =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|[._](?:test|spec)s?\.\w+$|(?:^|\/)test_[^/]*$|Tests?\.\w+$/;

/** The routes of a call that is a request by its shape; empty where it is none. */
export function shapedRequest(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  if (TEST.test(reading.path)) return [];
  const last = site.chain.at(-1);
  if (last === undefined) return [];
  const step = site.chain.find((one) => one.args.length > 0 && isSender(reading, one)) ?? last;
  if (!isSender(reading, step) || mayStore(reading, step)) return [];
  const given = givenTo(reading, step.args, frame);
  const named = new Map([...settersOf(reading, site.chain, frame), ...given.named]);
  const bags: readonly Result[] = [
    { kind: 'object', type: null, entries: named, open: given.hidden, at: null },
    ...given.positional.flatMap((one) => insideOf(one) ?? []),
  ];
  if (!bags.some((bag) => holds(bag, PROMPT)) || bags.some((bag) => holds(bag, STORED))) return [];
  const models = modelsOf(reading, { ...given, named }, { shape: 'other', path: SENDS });
  if (models.length === 0 || !models.every(({ id }) => id !== null)) return [];
  const parameters = readParameters(bags, false);
  const { durationSeconds, resolution, aspectRatio, generateAudio, others } = parameters;
  const asked = [durationSeconds, resolution, aspectRatio, generateAudio];
  const isVideo =
    asked.some((value) => value !== null && value !== 'dynamic') || Object.keys(others).length > 0;
  const computed = bags.some((bag) => holds(bag, VIDEO_FIELD));
  if (!isVideo && !computed && !isOfVideos(step)) return [];
  return models.map((model) =>
    makeRoute({
      place: placeOf(reading, site),
      shape: 'other',
      model,
      all: models,
      parameters,
      claim: surfaceOf(reading, step, model),
    }),
  );
}

/** `client.video.generateAndWait(…)`: the part of a client that makes videos. */
const isOfVideos = ({ callee }: CallExpression): boolean =>
  chainNames(callee)
    .slice(1, -1)
    .some((name) => /^videos?$/i.test(name));

/** What makes a body of a request: the call that sends it is another. */
const MAKES_BODY = /(?:Body|Content|Entity|Json|JSON|Form|Request|Builder)$/;

/** Objects and modules that keep rows. */
const STORE =
  /(?:^|[^a-z])(?:db|database|prisma|drizzle|supabase|convex|mongoose|sequelize|knex|firestore|dao|repo(?:sitory|s)?|stores?|models?|schemas?|tables?|queries|mutations?|entit(?:y|ies)|actions?)(?![a-z])|(?:Repository|Repo|Store|Dao|Table)$/;

/**
 * Whether a call that creates something may only keep a row: on a store, from a module of one, or a bare function of
 * the project that no client's package gives.
 */
function mayStore({ evaluator, surfaces }: Reading, { callee }: CallExpression): boolean {
  if (!/^_?create/i.test(calledName(callee))) return false;
  const names = chainNames(callee).slice(0, -1);
  if (names.some((name) => STORE.test(name))) return true;
  const root = chainNames(callee)[0] ?? '';
  const from = evaluator.scope.bindingsOf(root, callee.start)[0]?.value;
  if (from?.kind === 'import' && STORE.test(from.source)) return true;
  const claim = callee.kind === 'name' ? surfaces.ofClient(callee) : null;
  return claim !== null && claim !== 'foreign' && claim.surface === 'unknown';
}

function isSender({ evaluator }: Reading, { callee, made }: CallExpression): boolean {
  const name = calledName(callee);
  return (
    !made &&
    !/(?:Request|Params|Config|Options|Input|Body|Args|Response|Builder)$/.test(name) &&
    SENDS.test(name) &&
    !SENDS_NOTHING.test(name) &&
    !MAKES_BODY.test(chainNames(callee).at(-2) ?? '') &&
    evaluator.scope.functionOf(callee) === null
  );
}

/** Whether an object has a key of a kind, itself or in what a request puts into it. */
function holds(value: Result, kind: RegExp, depth = 0): boolean {
  if (depth > 3) return false;
  return optionsOf(value).some(
    (option) =>
      option.kind === 'object' &&
      [...option.entries].some(
        ([key, entry]) =>
          kind.test(key) || (!ROW.test(key) && !isScalar(entry) && holds(entry, kind, depth + 1)),
      ),
  );
}

function surfaceOf({ surfaces, catalog }: Reading, step: CallExpression, model: NamedModel): SurfaceClaim {
  const own = ownClaim(catalog, model);
  if (own.surface !== 'unknown' && isByPrefix(own)) return own;
  const claim = surfaces.ofClient(step.callee);
  return claim === 'foreign' ? UNKNOWN_SURFACE : claim;
}
