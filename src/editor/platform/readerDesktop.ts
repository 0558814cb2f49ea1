// The process that reads requests, on the desktop.
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import { compileGrammarsOnce } from '../../workspace/grammarTier.ts';
import { serveReads } from '../../workspace/reader/serveReads.ts';

compileGrammarsOnce();
// An editor that has gone away asks nothing any more.
process.on('disconnect', () => process.exit());
serveReads(createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process)));
