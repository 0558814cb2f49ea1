// The simulator behind a real HTTP server on loopback.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Json, parseJson } from '../json.ts';
import { createSimulator, type Delivery, type Simulator } from './core.ts';
import type { SimulatorOptions } from './world.ts';

export interface RunningSimulator extends Simulator {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  close(): Promise<void>;
}

const SLOW_PIECES = 20;

/** Starts a simulator. Port 0 takes a free one. It listens to this machine only. */
export async function startSimulator(options: SimulatorOptions, port = 0): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  const server = createServer((request, response) => {
    serve(simulator, originOf(server), request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
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
  const url = new URL(request.url ?? '/', origin);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const body = await readBody(request, headers['content-type'] ?? '');
  const delivery = await simulator.handle({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    origin,
  });
  await send(simulator, delivery, request, response);
}

async function readBody(request: IncomingMessage, type: string): Promise<Json | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  if (!type.startsWith('multipart/form-data')) return parseJson(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, Json> = {};
  form.forEach((value, name) => {
    fields[name] = typeof value === 'string' ? value : `[file of ${value.size} bytes]`;
  });
  return fields;
}

async function send(
  simulator: Simulator,
  delivery: Delivery,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (delivery.way === 'drop') {
    request.socket.destroy();
    return;
  }
  response.writeHead(delivery.status, { ...delivery.headers, 'content-length': delivery.body.length });
  if (delivery.way === 'whole') {
    response.end(delivery.body);
    return;
  }
  const { clock } = simulator.world.options;
  const piece = Math.ceil(delivery.body.length / SLOW_PIECES);
  for (let index = 0; index < SLOW_PIECES; index += 1) {
    if (delivery.way === 'cut-off' && index === SLOW_PIECES / 2) {
      request.socket.destroy();
      return;
    }
    response.write(delivery.body.subarray(index * piece, (index + 1) * piece));
    await clock.sleep(delivery.slowMs / SLOW_PIECES);
  }
  response.end();
}
