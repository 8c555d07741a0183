import { Disposable, EventEmitter, FileDecoration, ThemeColor, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type BlobLabel, layerScheme, viewRequests } from '../../../server/src/protocol.ts';
import { lineScheme } from './tree-item.ts';

/** Decorates blobs with their role in the layout wherever files are listed, and tree nodes with their state. */
export function decorate(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changed.event,
    async provideFileDecoration(uri: Uri): Promise<FileDecoration | undefined> {
      if (uri.scheme === lineScheme) return lineDecorations[uri.path.slice(1)];
      if (!uri.path.includes('/blobs/') || uri.scheme === layerScheme) return undefined;
      const params = { uri: client.code2ProtocolConverter.asUri(uri) };
      const found = await client.sendRequest<BlobLabel | null>(viewRequests.label, params);
      if (found === null) return undefined;
      return new FileDecoration(found.badge, found.label, found.isWrong ? wrongColor : undefined);
    },
  });
  const watcher = workspace.createFileSystemWatcher('**/{oci-layout,index.json,blobs/**}');
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

const wrongColor = new ThemeColor('list.errorForeground');

/** By the state of the node. */
const lineDecorations: Readonly<Record<string, FileDecoration>> = {
  right: new FileDecoration('✓', 'Verified'),
  wrong: new FileDecoration('✗', 'Differs', wrongColor),
  missing: new FileDecoration('!', 'Missing', new ThemeColor('list.warningForeground')),
};
