import { ConfigurationTarget, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { changeSettingRequest, type SettingChange } from '../../server/src/protocol.ts';

/** Changes a setting for the server at the user's request. */
export function answerSettingRequests(client: BaseLanguageClient): void {
  client.onRequest(changeSettingRequest, async ({ name, value }: SettingChange) => {
    await workspace.getConfiguration('ociManifests').update(name, value, ConfigurationTarget.Global);
    return null;
  });
}
