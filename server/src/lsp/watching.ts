import { type Connection, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { baselineFileName } from '../config/baseline.ts';
import { expectSuffix } from '../config/expectations.ts';
import { configFileName } from '../config/lint-config.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';

/** Files that affect others. */
const watched = [
  '**/oci-layout',
  '**/index.json',
  '**/blobs/**',
  '**/*.{tar,tgz,tar.gz,tar.zst,oci}',
  `**/${configFileName}`,
  `**/${baselineFileName}`,
  `**/*${expectSuffix}`,
];

/** Watches folders and files as far as the client reports changes. Starts when the client is ready. */
export function followFiles(
  connection: Connection,
  service: Service,
  abilities: Abilities,
  folders: Set<string>,
  changed: (uris: readonly string[]) => void,
): () => void {
  const tell = (uris: readonly string[], haveComeOrGone: boolean): void => {
    service.filesChanged(uris, haveComeOrGone);
    changed(uris);
  };
  connection.onDidChangeWatchedFiles(({ changes }) =>
    tell(
      changes.map(({ uri }) => uri),
      changes.some(({ type }) => type !== FileChangeType.Changed),
    ),
  );
  return () => {
    if (abilities.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        tell([], true);
      });
    if (!abilities.registersWatchers) return;
    const watchers = watched.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
}
