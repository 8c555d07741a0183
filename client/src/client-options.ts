import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';

/**
 * The documents that the server is asked about: JSON of any scheme, what has a place in a layout whatever its language, and
 * texts in which documents stand.
 */
export const documentSelector = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'markdown' },
  { language: 'go', pattern: '**/*_test.go' },
  { pattern: '**/oci-layout' },
  { pattern: '**/blobs/{sha256,sha512,blake3}/*' },
];

/** What the client tells the server, and which documents it sends. `files`: those that the server cannot reach by itself. */
export function clientOptions(
  { extensionUri }: ExtensionContext,
  outputChannel: LogOutputChannel,
  files: InitializationOptions['files'] & string,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    syntaxErrorsReportedElsewhere: true,
    files,
    status: true,
    hasCommands: true,
    rulePages: Uri.joinPath(extensionUri, 'dist/rules.json').toString(),
  };
  return { documentSelector, outputChannel, initializationOptions };
}
