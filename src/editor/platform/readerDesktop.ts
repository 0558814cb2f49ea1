// The thread that reads requests, on the desktop.
import { parentPort } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { serveReads } from '../../workspace/reader/serveReads.ts';

if (parentPort !== null)
  serveReads(createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort)));
