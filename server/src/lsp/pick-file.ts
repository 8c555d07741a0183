import {
  type CancellationToken,
  type Connection,
  MessageType,
  ShowMessageNotification,
  ShowMessageRequest,
  type ShowMessageRequestParams,
} from 'vscode-languageserver';
import type { Service } from '../service/service-types.ts';

/**
 * Asks the user to pick one of the files next to a document, for clients without a file dialog. Returns its URI;
 * undefined if dismissed. `pointer`: the descriptor that it is for.
 */
export async function pickFile(
  connection: Connection,
  service: Service,
  uri: string,
  pointer: string | undefined,
  token: CancellationToken,
): Promise<string | undefined> {
  const { choices, isCut } = await service.fileChoices(uri, pointer);
  if (choices.length === 0) {
    const message = 'No other file in this folder.';
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    return undefined;
  }
  const cut = isCut ? ` Showing the first ${choices.length}.` : '';
  const params: ShowMessageRequestParams = {
    type: MessageType.Info,
    message: `Select the file to describe.${cut}`,
    actions: choices.map(({ title }) => ({ title })),
  };
  const answer = await connection.sendRequest(ShowMessageRequest.type, params, token);
  return choices.find(({ title }) => title === answer?.title)?.uri;
}
