// The simulator without its server: a request in, an answer or a calamity out.

import { isLoopback } from '../network/loopback.ts';
import { SIMULATED_HEADER } from '../smoke/simulatedMark.ts';
import { type AnswerFault, type Fault, FaultScriptSchema, type SimulatedStep } from './faults.ts';
import { findAddress, plainPath, unserved } from './route.ts';
import {
  type Address,
  invalid,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
} from './surface.ts';
import { createWorld, type SimulatorOptions, type World } from './world.ts';

/** An answer and how it travels. */
export interface Delivery {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** `drop`: the connection ends without an answer; `cut-off`: in the middle of the body; `slow`: in small pieces. */
  readonly way: 'whole' | 'drop' | 'cut-off' | 'slow';
  /** How long a slow body takes, milliseconds of the simulator's clock. */
  readonly slowMs: number;
}

export interface Simulator {
  readonly world: World;
  handle(request: SimulatedRequest): Promise<Delivery>;
}

/** Where `redirect-away` points: a signed address on a host that no key was given for. */
const ELSEWHERE = 'https://videos.example.invalid/stolen.mp4?signature=planted';

/** A simulator of all endpoint families. Keys are asked for, any one is taken. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const world = createWorld(options);
  return { world, handle: (request) => handle(world, request) };
}

async function handle(world: World, asked: SimulatedRequest): Promise<Delivery> {
  const request = { ...asked, path: plainPath(asked.path) };
  if (request.path.startsWith('/_simulator')) return deliver(control(world, request));
  const found = findAddress(request);
  const note = (step: SimulatedStep | 'other', status: number | null, fault: string | null) =>
    world.note({
      at: world.options.clock.now(),
      step,
      method: request.method,
      path: request.path,
      status,
      fault,
    });
  if (found === null) {
    note('other', 404, null);
    return deliver(unserved(request));
  }
  const { surface, address, parts } = found;
  const fault = address.step === 'other' ? undefined : world.faults.answer(address.step);
  if (fault?.fault === 'redirect-away') {
    note(address.step, 302, fault.fault);
    return deliver({ status: 302, headers: { location: ELSEWHERE }, body: new Uint8Array() });
  }
  const refusal = fault === undefined ? null : refusalOf(fault);
  const answer =
    refusal === null ? await answerOf(world, surface, address, parts, request) : surface.refuse(refusal);
  const delivery = fault === undefined ? deliver(answer) : strike(deliver(answer), fault);
  note(address.step, delivery.way === 'drop' ? null : delivery.status, fault?.fault ?? null);
  return delivery;
}

async function answerOf(
  world: World,
  surface: SimulatedSurface,
  address: Address,
  parts: readonly string[],
  request: SimulatedRequest,
): Promise<SimulatedAnswer> {
  try {
    if (request.unreadable === true) throw invalid('The body of the request cannot be read.');
    if (!address.open && !surface.admits(request)) throw new Refused(surface.stranger);
    return await address.answer(request, parts, world);
  } catch (error) {
    if (error instanceof Refused) return surface.refuse(error.refusal);
    throw error;
  }
}

/** Faults that stand in the place of the answer: nothing is accepted. */
function refusalOf(fault: Fault): Refusal | null {
  switch (fault.fault) {
    case 'rate-limited':
      return {
        status: 429,
        code: 'RESOURCE_EXHAUSTED',
        message: 'Resource has been exhausted (e.g. check quota).',
        retrySeconds: fault.seconds ?? 2,
      };
    case 'overloaded':
      return {
        status: 503,
        code: 'UNAVAILABLE',
        message: 'The model is overloaded. Please try again later.',
      };
    case 'internal':
      return { status: 500, code: 'INTERNAL', message: 'An internal error has occurred.' };
    case 'bad-request':
      return { status: 400, code: 'INVALID_ARGUMENT', message: 'Request contains an invalid argument.' };
    case 'forbidden':
      return { status: 403, code: 'PERMISSION_DENIED', message: 'The caller does not have permission.' };
    default:
      return null;
  }
}

/** Faults that strike an answer on its way: what it speaks of has happened. */
function strike(delivery: Delivery, fault: Fault & { readonly fault: AnswerFault }): Delivery {
  const bytes = new TextEncoder();
  switch (fault.fault) {
    case 'lost-answer':
      return { ...delivery, way: 'drop' };
    case 'cut-off':
      return { ...delivery, way: 'cut-off' };
    case 'slow-bytes':
      return { ...delivery, way: 'slow', slowMs: (fault.seconds ?? 30) * 1000 };
    case 'bad-gateway':
      return {
        ...delivery,
        status: 502,
        headers: { ...delivery.headers, 'content-type': 'text/html' },
        body: bytes.encode('<html><body><h1>502 Bad Gateway</h1></body></html>'),
      };
    case 'malformed-json':
      return {
        ...delivery,
        body: delivery.body.subarray(0, Math.max(1, Math.floor(delivery.body.length / 2))),
      };
    default:
      return delivery;
  }
}

/** A page in a browser cannot send it to another origin, nor ask by another name than this machine's. */
const CONTROL_HEADER = 'x-veo-simulator';

/** `GET /_simulator` shows speed, jobs and log; `POST /_simulator/faults` adds faults, with the header of controls. */
function control(world: World, request: SimulatedRequest): SimulatedAnswer {
  const { host } = request.headers;
  if (
    host !== undefined &&
    !isLoopback(URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '')
  )
    return { status: 403, body: { error: { message: 'Controls answer on this machine only.' } } };
  if (request.method === 'POST' && request.headers[CONTROL_HEADER] === undefined)
    return {
      status: 403,
      body: { error: { message: `Controls need the header ${CONTROL_HEADER}: control.` } },
    };
  if (request.method === 'GET' && request.path === '/_simulator') {
    const { speed } = world.options.clock;
    const state = { simulated: true, speed, jobs: [...world.jobs.values()], log: world.log };
    return { status: 200, body: JSON.parse(JSON.stringify(state)) };
  }
  if (request.method === 'POST' && request.path === '/_simulator/faults') {
    const script = FaultScriptSchema.safeParse(request.body);
    if (!script.success) return { status: 400, body: { error: { message: script.error.message } } };
    world.faults.add(script.data);
    return { status: 200, body: { added: script.data.length } };
  }
  return {
    status: 404,
    body: { error: { message: 'There are GET /_simulator and POST /_simulator/faults.' } },
  };
}

function deliver(answer: SimulatedAnswer): Delivery {
  const raw = answer.body instanceof Uint8Array;
  const body =
    answer.body instanceof Uint8Array ? answer.body : new TextEncoder().encode(JSON.stringify(answer.body));
  const type = raw ? 'application/octet-stream' : 'application/json; charset=utf-8';
  return {
    status: answer.status,
    headers: { 'content-type': type, ...answer.headers, [SIMULATED_HEADER]: 'true' },
    body,
    way: 'whole',
    slowMs: 0,
  };
}
