// Starts the reader as a process of its own: what a grammar takes in memory and time is not the editor's, and V8's
// flags are its own as well.
import { fork } from 'node:child_process';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { StartedReader } from './readerClient.ts';

/** Starts the bundle at an absolute path. */
export function startReaderProcess(bundle: string): StartedReader {
  const child = fork(bundle, [], {
    // Electron is Node when it is told so; an inspector of the editor is not for its child.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  // Whoever waits for an answer learns of it by the end.
  child.on('error', () => connection.dispose());
  child.on('exit', () => connection.dispose());
  return { connection, end: () => void child.kill() };
}
