// The simulator behind a real HTTP server on loopback.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopback } from '../network/loopback.ts';
import { type Json, parseJson } from '../smoke/json.ts';
import { createSimulator, type Simulator } from './core.ts';
import type { SimulatedRequest } from './surface.ts';
import { answerPreflight, send } from './wire.ts';
import type { SimulatorOptions } from './world.ts';

const KEEP_ALIVE_MS = 65_000;

export interface RunningSimulator extends Simulator {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a simulator. Port 0 takes a free one. It listens to this machine only. */
export async function startSimulator(options: SimulatorOptions, port = 0): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  const server = createServer((request, response) => {
    serve(simulator, originOf(server), request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  // Pollers come back after 5 to 15 s: a connection that ends just then is a flaw that no surface has.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...simulator,
    origin: originOf(server),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

async function serve(
  simulator: Simulator,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    answerPreflight(request, response);
    return;
  }
  const url = new URL(`${origin}${(request.url ?? '/').replace(/^[^/]*:\/\/[^/]*/, '')}`);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const delivery = await simulator.handle({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    ...(await readBody(request, headers['content-type'] ?? '')),
    origin: askedOrigin(headers.host, origin),
  });
  await send(delivery, simulator.world.options.clock, request, response);
}

/** Addresses in answers name this machine as the client does: `localhost` stays `localhost`. */
function askedOrigin(host: string | undefined, origin: string): string {
  const asked = `http://${host}`;
  return URL.canParse(asked) && isLoopback(new URL(asked).hostname) ? new URL(asked).origin : origin;
}

type Body = Pick<SimulatedRequest, 'body' | 'unreadable'>;

async function readBody(request: IncomingMessage, type: string): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: undefined };
  const body = type.startsWith('multipart/form-data')
    ? await fieldsOf(bytes, type)
    : parseJson(bytes.toString());
  return body === undefined ? { body, unreadable: true } : { body };
}

/** The fields of a form; a file is told by its size. */
async function fieldsOf(bytes: Buffer, type: string): Promise<Json | undefined> {
  const answer = new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  const form = await answer.formData().catch(() => null);
  if (form === null) return undefined;
  const fields: Record<string, Json> = {};
  form.forEach((value, name) => {
    fields[name] = typeof value === 'string' ? value : `[file of ${value.size} bytes]`;
  });
  return fields;
}
