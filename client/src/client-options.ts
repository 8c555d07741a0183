import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { suggestingNext } from './suggesting-next.ts';

/**
 * The documents to synchronize: JSON with any scheme, files that belong to a layout in any language, and texts with
 * embedded documents.
 */
export const documentSelector = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'markdown' },
  { language: 'go', pattern: '**/*_test.go' },
  { pattern: '**/oci-layout' },
  { pattern: '**/blobs/{sha256,sha512,blake3}/*' },
];

/**
 * The initialization options and the documents to synchronize. `files` says which files the server cannot access
 * itself.
 */
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
  return {
    documentSelector,
    outputChannel,
    initializationOptions,
    middleware: { provideCompletionItem: suggestingNext },
  };
}
