import type { BaseLanguageClient } from 'vscode-languageclient';

/** A client that runs, and how to end it. */
export interface RunningClient {
  readonly client: BaseLanguageClient;
  stop(): Promise<void>;
}
