import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { startPortableHash } from './content/hashing.ts';
import { gatedConnection } from './lsp/gate.ts';
import { startServer } from './lsp/server.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), gatedConnection()), {
  startHash: startPortableHash,
  version,
});
