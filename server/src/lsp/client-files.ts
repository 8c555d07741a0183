import type { Connection } from 'vscode-languageserver';
import { type FileStat, type Files, noFiles } from '../content/files.ts';
import { readBase64 } from '../oci/base64.ts';
import { type FileReadParams, type FileReadResult, fileRequests, type InitializationOptions } from '../protocol.ts';

/** Files that only the editor can access (virtual workspaces, web), requested through the client. */
export function clientFiles(connection: Connection): Files {
  return {
    async stat(uri) {
      const answer = await connection.sendRequest<unknown>(fileRequests.stat, { uri });
      return answered(answer, isStat, uri);
    },
    async list(uri) {
      const answer = await connection.sendRequest<unknown>(fileRequests.list, { uri });
      return answered(answer, areNames, uri);
    },
    async *read(uri, { start = 0, end = Number.MAX_SAFE_INTEGER } = {}, signal) {
      for (let at = start; at < end; ) {
        signal?.throwIfAborted();
        const params: FileReadParams = { uri, start: at, end: Math.min(end, at + pieceSize) };
        const piece = await readPiece(connection, params);
        if (piece.length > 0) yield piece;
        if (piece.length < params.end - at) return;
        at += piece.length;
      }
    },
  };
}

/** Messages of this size do not block others for long. Bytes. */
const pieceSize = 1024 * 1024;

async function readPiece(connection: Connection, params: FileReadParams): Promise<Uint8Array> {
  const answer = answered(await connection.sendRequest<unknown>(fileRequests.read, params), isPiece, params.uri);
  if (answer === undefined) throw new Error(`${params.uri} does not exist`);
  const { bytes } = readBase64(answer.base64) as { bytes?: Uint8Array };
  if (bytes === undefined || bytes.length > params.end - params.start) throw unusable(params.uri);
  return bytes;
}

/** Validates a response of the client; null becomes undefined. */
function answered<T>(answer: unknown, isRight: (answer: unknown) => answer is T, uri: string): T | undefined {
  if (answer === null || answer === undefined) return undefined;
  if (!isRight(answer)) throw unusable(uri);
  return answer;
}

function unusable(uri: string): Error {
  return new Error(`malformed response from the editor for ${uri}`);
}

const fileTypes: readonly unknown[] = ['file', 'folder', 'link', 'other'];

function isStat(answer: unknown): answer is FileStat {
  const { type, size, mtime } = answer as Partial<FileStat>;
  return fileTypes.includes(type) && Number.isSafeInteger(size) && Number(size) >= 0 && Number.isFinite(mtime);
}

function areNames(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((name) => typeof name === 'string');
}

function isPiece(answer: unknown): answer is FileReadResult {
  return typeof (answer as Partial<FileReadResult>).base64 === 'string';
}

/**
 * Chooses file access by URI scheme: directly from disk if available and permitted by the client, otherwise through the
 * client.
 */
export function filesByScheme(
  disk: Files | undefined,
  throughClient: InitializationOptions['files'],
  client: Files,
): Files {
  const others = throughClient === undefined ? noFiles : client;
  const onDisk = throughClient === 'all' ? client : (disk ?? others);
  const filesFor = (uri: string): Files => (uri.startsWith('file:') ? onDisk : others);
  return {
    stat: (uri) => filesFor(uri).stat(uri),
    list: (uri) => filesFor(uri).list(uri),
    read: (uri, range, signal) => filesFor(uri).read(uri, range, signal),
  };
}
