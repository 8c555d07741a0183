import { Disposable, EventEmitter, type FileDecoration, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type BlobLabel, layerScheme, viewRequests } from '../../../server/src/protocol.ts';

/** Says beside the name of a blob, wherever files are listed, what its layout calls it. */
export function decorateBlobs(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changed.event,
    async provideFileDecoration(uri: Uri): Promise<FileDecoration | undefined> {
      if (!uri.path.includes('/blobs/') || uri.scheme === layerScheme) return undefined;
      const question = { uri: client.code2ProtocolConverter.asUri(uri) };
      const found = await client.sendRequest<BlobLabel | null>(viewRequests.label, question);
      return found === null ? undefined : { badge: found.badge, tooltip: found.label, propagate: false };
    },
  });
  const watcher = workspace.createFileSystemWatcher('**/{oci-layout,index.json}');
  const refresh = (): void => changed.fire(undefined);
  return Disposable.from(
    changed,
    provider,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
  );
}
