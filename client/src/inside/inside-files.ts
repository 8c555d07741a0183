import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  archiveScheme,
  type FileStatResult,
  type InsideEntry,
  type InsideFile,
  insideRequests,
  layerScheme,
} from '../../../server/src/protocol.ts';

const types: Readonly<Record<FileStatResult['type'], FileType>> = {
  file: FileType.File,
  folder: FileType.Directory,
  link: FileType.SymbolicLink,
  other: FileType.Unknown,
};

/** Serves the contents of archives and layers as files, which the server reads. `client` returns the current client. */
export function registerInsideFiles(client: () => BaseLanguageClient): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const ask = <T>(request: string, uri: Uri): Promise<T> =>
    client().sendRequest<T>(request, { uri: client().code2ProtocolConverter.asUri(uri) });

  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    async stat(uri): Promise<FileStat> {
      const found = await ask<FileStatResult | null>(insideRequests.stat, uri);
      if (found === null) throw FileSystemError.FileNotFound(uri);
      return { type: types[found.type], size: found.size, mtime: found.mtime, ctime: found.mtime };
    },
    async readDirectory(uri) {
      const found = await ask<readonly InsideEntry[] | null>(insideRequests.list, uri);
      if (found === null) throw FileSystemError.FileNotFound(uri);
      return found.map(([name, type]) => [name, types[type]]);
    },
    async readFile(uri) {
      const found = await ask<InsideFile | null>(insideRequests.read, uri);
      if (found === null) throw FileSystemError.FileNotFound(uri);
      if (found.base64 === undefined) throw FileSystemError.Unavailable(found.problem ?? uri);
      return Uint8Array.from(atob(found.base64), (character) => character.charCodeAt(0));
    },
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };

  /** Rereads open files of an archive that was rewritten. */
  function archiveChanged({ path }: Uri): void {
    const open = workspace.textDocuments.map(({ uri }) => uri);
    const inside = open.filter((uri) => schemes.includes(uri.scheme) && uri.path.startsWith(`${path}/`));
    if (inside.length > 0) changed.fire(inside.map((uri) => ({ type: FileChangeType.Changed, uri })));
  }

  const watcher = workspace.createFileSystemWatcher('**/*.{tar,tgz,tar.gz,tar.zst,oci}');
  const options = { isCaseSensitive: true, isReadonly: true };
  return Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(archiveChanged),
    watcher.onDidCreate(archiveChanged),
    ...schemes.map((scheme) => workspace.registerFileSystemProvider(scheme, provider, options)),
  );
}

const schemes: readonly string[] = [archiveScheme, layerScheme];

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}
