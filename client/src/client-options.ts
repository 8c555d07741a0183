import { type LogOutputChannel, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';

/** Where the documents are that the server is asked about: whatever their scheme, but not what git shows of the past. */
export const documentSelector = ['json', 'jsonc'].flatMap((language) =>
  ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'memfs'].map((scheme) => ({
    language,
    scheme,
  })),
);

/** What the client tells the server, and which documents it sends. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  schemesReadByClient: readonly string[],
): LanguageClientOptions {
  const isSyntaxReported = workspace.getConfiguration('json').get('validate.enable') !== false;
  const initializationOptions: InitializationOptions = {
    syntaxErrorsReportedElsewhere: isSyntaxReported,
    schemesReadByClient,
  };
  return {
    documentSelector,
    outputChannel,
    initializationOptions,
  };
}
