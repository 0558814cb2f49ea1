// Notes every request that a server of this process is asked, whatever it answers: proof of what was sent, and of what was not.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** One request as it came in. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** The requests to one server so far, oldest first. */
export interface AskedLog {
  readonly requests: readonly Asked[];
  /** How many of them would be billed: the ones that ask for a video. */
  submits(): number;
  stop(): void;
}

const CHANNEL = 'http.server.request.start';
const SUBMIT = /(?::predictLongRunning|\/videos|\/video\/generations)$/;

/** Listens to the server at an origin such as `http://127.0.0.1:1234`. */
export function listenAt(origin: string): AskedLog {
  const port = Number(new URL(origin).port);
  const requests: Asked[] = [];
  const note = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.socket.localPort !== port) return;
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, authorization: headers.authorization });
  };
  subscribe(CHANNEL, note);
  return {
    requests,
    submits: () => requests.filter(({ method, path }) => method === 'POST' && SUBMIT.test(path)).length,
    stop: () => unsubscribe(CHANNEL, note),
  };
}
