// How an answer travels by HTTP: whole or in part, to browsers too, and in the broken ways of the fault script.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../smoke/types.ts';
import type { Delivery } from './core.ts';

const SLOW_PIECES = 20;

/** What lets pages in a browser call the simulator. Its own controls are not for them. */
const FOR_BROWSERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
  'access-control-expose-headers': '*, authorization',
  'access-control-max-age': '600',
};

/** Answers a browser's question whether it may ask. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers['access-control-request-headers'];
  const headers = asked === undefined ? {} : { 'access-control-allow-headers': asked };
  response.writeHead(204, { ...browserHeaders(request), ...headers }).end();
}

/** Sends a delivery in its way. */
export async function send(
  delivery: Delivery,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (delivery.way === 'drop') {
    request.socket.destroy();
    return;
  }
  const { status, headers, body } = partOf(delivery, request);
  response.writeHead(status, {
    ...browserHeaders(request),
    ...headers,
    'content-length': body.length,
    // Its own time, which may run faster: clients compare it with the times of jobs.
    date: new Date(clock.now()).toUTCString(),
  });
  if (delivery.way === 'whole' || request.method === 'HEAD') {
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  await sendInPieces(delivery, body, clock, request, response);
}

async function sendInPieces(
  { way, slowMs }: Delivery,
  body: Uint8Array,
  clock: Clock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const piece = Math.ceil(body.length / SLOW_PIECES);
  for (let index = 0; index < SLOW_PIECES; index += 1) {
    if (way === 'cut-off' && index === SLOW_PIECES / 2) {
      request.socket.destroy();
      return;
    }
    response.write(body.subarray(index * piece, (index + 1) * piece));
    await clock.sleep(slowMs / SLOW_PIECES);
  }
  response.end();
}

type Part = Pick<Delivery, 'status' | 'headers' | 'body'>;

/** The part of a video that a player asks for by `Range`; of several parts the first. */
function partOf({ status, headers, body }: Delivery, request: IncomingMessage): Part {
  if (status !== 200 || headers['content-type'] !== 'video/mp4') return { status, headers, body };
  const ranged = { ...headers, 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d*)-(\d*)/.exec(request.headers.range ?? '');
  if (range === null || (range[1] === '' && range[2] === '')) return { status, headers: ranged, body };
  const [, first = '', last = ''] = range;
  const start = first === '' ? Math.max(0, body.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1);
  if (start > end) {
    return {
      status: 416,
      headers: { ...ranged, 'content-range': `bytes */${body.length}` },
      body: new Uint8Array(),
    };
  }
  const where = { 'content-range': `bytes ${start}-${end}/${body.length}` };
  return { status: 206, headers: { ...ranged, ...where }, body: body.subarray(start, end + 1) };
}

function browserHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return request.url?.startsWith('/_simulator') === true ? {} : FOR_BROWSERS;
}
