import type { BaseLanguageClient } from 'vscode-languageclient';

/** A running client, and how to stop it. */
export interface RunningClient {
  readonly client: BaseLanguageClient;
  stop(): Promise<void>;
}
