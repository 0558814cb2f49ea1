// The worker that reads requests, in a browser.
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { serveReads } from '../../workspace/reader/serveReads.ts';

declare const self: DedicatedWorkerGlobalScope;

serveReads(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
