import type { Connection } from 'vscode-languageserver';
import type { FileStat, Files } from '../content/files.ts';
import { type FileReadAnswer, fileRequests } from '../protocol.ts';

/** The files that only the editor can reach (virtual workspaces, the web), asked for through it. */
export function clientFiles(connection: Connection): Files {
  return {
    async stat(uri) {
      return (await connection.sendRequest<FileStat | null>(fileRequests.stat, { uri })) ?? undefined;
    },
    async list(uri) {
      return (await connection.sendRequest<string[] | null>(fileRequests.list, { uri })) ?? undefined;
    },
    async *read(uri, range = {}, signal) {
      signal?.throwIfAborted();
      const { base64 } = await connection.sendRequest<FileReadAnswer>(fileRequests.read, { uri });
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      yield bytes.subarray(range.start ?? 0, range.end);
    },
  };
}

/** Files by URI scheme: those that the front end reads by itself, and the rest through the editor. */
export function filesByScheme(
  own: Files | undefined,
  schemesReadByClient: readonly string[],
  client: Files | undefined,
): Files {
  const nowhere: Files = { stat: async () => undefined, list: async () => undefined, read: emptyRead };
  const filesFor = (uri: string): Files => {
    const scheme = uri.slice(0, uri.indexOf(':'));
    if (client !== undefined && (schemesReadByClient.includes(scheme) || schemesReadByClient.includes('*')))
      return client;
    return scheme === 'file' ? (own ?? nowhere) : nowhere;
  };
  return {
    stat: (uri) => filesFor(uri).stat(uri),
    list: (uri) => filesFor(uri).list(uri),
    read: (uri, range, signal) => filesFor(uri).read(uri, range, signal),
  };
}

async function* emptyRead(): AsyncIterable<Uint8Array> {}
