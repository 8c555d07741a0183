import { writeSync } from 'node:fs';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { type Gate, gatedConnection } from './lsp/gate.ts';
import { LineReader, LineWriter } from './lsp/line.ts';
import { startServer } from './lsp/server.ts';
import { diskFilesInTurns } from './node/files-in-turns.ts';
import { hashInThread } from './node/hash-thread.ts';
import { startNodeHash } from './node/hashing.ts';
import { replaceFile } from './node/replace-file.ts';
import { standardLine } from './node/standard-line.ts';
import { endOfOutput } from './node/unwritable-output.ts';

const help = `oci-language-server is the language server of OCI Manifests.

Usage: oci-language-server --stdio

  --stdio      communicate over standard input and output (most editors)
  --node-ipc   communicate over Node.js IPC (VS Code)
  --version    print the version
  --help       print this help`;

const transports = /^--(?:stdio|node-ipc|socket=\d+|pipe=.+|clientProcessId=\d+)$/;
const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !transports.test(flag) && flag !== '--version' && flag !== '--help');

if (unknown !== undefined) refuse(`unknown option ${unknown}. See --help.`);
else if (flags.includes('--help')) console.log(help);
else if (flags.includes('--version')) console.log(version);
else if (flags.length === 0) refuse('a transport is required, for example --stdio');
else {
  const gate = gatedConnection();
  startServer(flags.includes('--stdio') ? connectionOverStdio(gate) : createConnection(gate), {
    files: diskFilesInTurns(),
    startHash: startNodeHash,
    hashFile: hashInThread,
    replaceFile,
    version,
  });
}

function connectionOverStdio(gate: Gate): Connection {
  const status = (): number => (gate.isShutDown ? 0 : 1);
  const line = standardLine(end, endOfOutput('oci-language-server', status));
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(status()));
  // Keeps console output out of the message stream.
  for (const name of ['log', 'info', 'debug', 'dir', 'trace'] as const) console[name] = console.error;
  return createConnection(new LineReader(line.in), new LineWriter(line.out), gate);
}

/** The connection can no longer be trusted: exit rather than keep running without answering. */
function end(why: string): void {
  writeSync(process.stderr.fd, `oci-language-server: ${why}\n`);
  process.exit(1);
}

function refuse(message: string): void {
  console.error(`oci-language-server: ${message}`);
  process.exitCode = 2;
}
