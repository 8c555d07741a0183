import { writeSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { gatedConnection } from './lsp/gate.ts';
import { startServer } from './lsp/server.ts';
import { diskFiles } from './node/files.ts';
import { watchFraming } from './node/framing.ts';
import { hashInThread } from './node/hash-thread.ts';
import { startNodeHash } from './node/hashing.ts';
import { replaceFile } from './node/replace-file.ts';
import { writeWholeMessages } from './node/whole-messages.ts';

const help = `oci-language-server: the language server of OCI Manifests

  --stdio      speak over standard input and output (for most editors)
  --node-ipc   speak over Node's channel to the parent process (for VS Code)
  --version    print the version
  --help       print this`;

const transports = /^--(?:stdio|node-ipc|socket=\d+|pipe=.+|clientProcessId=\d+)$/;
const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !transports.test(flag) && flag !== '--version' && flag !== '--help');

if (unknown !== undefined) refuse(`there is no option ${unknown}; see --help`);
else if (flags.includes('--help')) console.log(help);
else if (flags.includes('--version')) console.log(version);
else if (flags.length === 0) refuse('say how to speak: --stdio');
else {
  if (flags.includes('--stdio')) {
    watchFraming(process.stdin, end);
    writeWholeMessages(process.stdout);
  }
  startServer(createConnection(gatedConnection()), {
    files: diskFiles,
    startHash: startNodeHash,
    hashFile: hashInThread,
    replaceFile,
    version,
  });
}

/** What cannot be understood any more is better ended than left deaf. */
function end(why: string): void {
  writeSync(process.stderr.fd, `oci-language-server: ${why}\n`);
  process.exit(1);
}

function refuse(message: string): void {
  console.error(`oci-language-server: ${message}`);
  process.exitCode = 2;
}
