import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { URI } from 'vscode-uri';
import { version } from '../../package.json';
import { diskFiles } from './node/files.ts';
import { hashInThread } from './node/hash-thread.ts';
import { startNodeHash } from './node/hashing.ts';
import { endOfOutput } from './node/unwritable-output.ts';
import { mcpServer } from './tools/mcp.ts';
import { filesWithin } from './tools/open-files.ts';
import { runTool } from './tools/run-tool.ts';
import type { Host } from './workspace/host.ts';
import { readEditorSettings } from './workspace/settings.ts';

const given = process.argv.slice(process.argv.indexOf('--mcp') + 1).map((path) => URI.file(path).toString());
const rulePages = URI.file(join(__dirname, 'rules.json')).toString();
const settings = readEditorSettings(undefined);

/** Gives access to files on disk within the given folders only. */
function hostFor(folders: readonly string[]): Host {
  return {
    files: filesWithin(diskFiles, [...folders, rulePages]),
    startHash: startNodeHash,
    hashFile: hashInThread,
    folders: () => folders,
    openUris: () => [],
    openText: () => undefined,
    settingsOf: async () => settings,
    changed() {},
    warn() {},
  };
}

/** The folder with symbolic links resolved; undefined if it does not exist. */
function realFolder(uri: string): string | undefined {
  try {
    return URI.file(realpathSync(URI.parse(uri).fsPath)).toString();
  } catch {
    return undefined;
  }
}

const receive = mcpServer({
  version,
  given,
  send: (message) => process.stdout.write(`${JSON.stringify(message)}\n`),
  call(name, input, folders, signal) {
    const real = folders.flatMap((uri) => realFolder(uri) ?? []);
    return runTool(name, input, hostFor(real), rulePages, signal);
  },
});
process.stdout.on(
  'error',
  endOfOutput('oci-language-server', () => 0),
);
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.trim() !== '') receive(line);
});
