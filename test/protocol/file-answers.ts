import { lstat, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { type FileParams, type FileReadParams, fileRequests } from '../../server/src/protocol.ts';

/** Answers file requests of the server like VS Code, from disk and from a folder with the scheme `memfs`. */
export function answerFileRequests(connection: ProtocolConnection, folder: string): void {
  const pathOf = (uri: string) => (uri.startsWith('memfs:') ? folder + uri.slice('memfs:'.length) : fileURLToPath(uri));

  connection.onRequest(fileRequests.stat, ({ uri }: FileParams) =>
    orNull(async () => {
      const stats = await lstat(pathOf(uri));
      const type = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other';
      return { type, size: stats.size, mtime: stats.mtimeMs };
    }),
  );
  connection.onRequest(fileRequests.list, ({ uri }: FileParams) => orNull(() => readdir(pathOf(uri))));
  connection.onRequest(fileRequests.read, ({ uri, start, end }: FileReadParams) =>
    orNull(async () => ({ base64: (await readFile(pathOf(uri))).subarray(start, end).toString('base64') })),
  );
}

async function orNull<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}
