import { writeSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { gatedConnection } from './lsp/gate.ts';
import { startServer } from './lsp/server.ts';
import { diskFilesInTurns } from './node/files-in-turns.ts';
import { watchFraming } from './node/framing.ts';
import { hashInThread } from './node/hash-thread.ts';
import { startNodeHash } from './node/hashing.ts';
import { replaceFile } from './node/replace-file.ts';
import { writeWholeMessages } from './node/whole-messages.ts';

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
  if (flags.includes('--stdio')) {
    watchFraming(process.stdin, end);
    writeWholeMessages(process.stdout);
  }
  startServer(createConnection(gatedConnection()), {
    files: diskFilesInTurns(),
    startHash: startNodeHash,
    hashFile: hashInThread,
    replaceFile,
    version,
  });
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
