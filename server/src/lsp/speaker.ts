import {
  type ApplyWorkspaceEditParams,
  type Connection,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';

/** Messages and edits that the server sends on its own initiative. */
export interface Speaker {
  say(type: MessageType, message: string): void;
  /** Has the editor apply an edit, and shows an error if it does not. */
  applyEdit(params: ApplyWorkspaceEditParams): Promise<boolean>;
}

export function createSpeaker(connection: Connection): Speaker {
  const say = (type: MessageType, message: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  return {
    say,
    async applyEdit(params) {
      const { applied, failureReason } = await connection.workspace.applyEdit(params);
      if (!applied)
        say(MessageType.Warning, `The editor rejected the edit${failureReason ? `: ${failureReason}` : '.'}`);
      return applied;
    },
  };
}
