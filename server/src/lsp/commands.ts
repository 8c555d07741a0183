import type { CancellationToken, Connection, ExecuteCommandParams } from 'vscode-languageserver';
import { describeFileCommand, updateSizeCommand, verifyCommand } from '../protocol.ts';
import type { Service } from '../service.ts';
import type { Guard } from './guard.ts';

type Command = (uri: string, pointer: string, token: CancellationToken, fileUri: string) => Promise<void>;

/** The commands behind lenses: carried out here, so that they work in every editor. */
export function carryOut(
  connection: Connection,
  service: Service,
  guard: Guard,
  everythingChanged: () => void,
): (params: ExecuteCommandParams, token: CancellationToken) => Promise<null> {
  const commands: Readonly<Record<string, Command>> = {
    async [describeFileCommand](uri, pointer, _token, fileUri) {
      const edit = await service.describeFile(uri, pointer, fileUri);
      if (edit !== undefined) await connection.workspace.applyEdit(edit);
    },

    async [updateSizeCommand](uri, pointer) {
      const edit = await service.updateSize(uri, pointer);
      if (edit !== undefined) await connection.workspace.applyEdit(edit);
    },

    async [verifyCommand](uri, pointer, token) {
      const progress = await connection.window.createWorkDoneProgress();
      const control = new AbortController();
      for (const one of [token, progress.token]) one.onCancellationRequested(() => control.abort());
      progress.begin('Verifying content', 0, undefined, true);
      let shown = 0;
      const onProgress = (done: number, all: number): void => {
        const percent = Math.floor((100 * done) / Math.max(all, 1));
        if (percent === shown) return;
        shown = percent;
        progress.report(percent);
      };
      try {
        await service.verify(uri, pointer, { signal: control.signal, onProgress });
      } catch (error) {
        if (!control.signal.aborted) throw error;
      } finally {
        progress.done();
        everythingChanged();
      }
    },
  };

  return ({ command, arguments: [uri, pointer, fileUri] = [] }, token) =>
    guard(async () => {
      await commands[command]?.(String(uri), String(pointer), token, String(fileUri));
      return null;
    }, null);
}
