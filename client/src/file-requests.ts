import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileReadAnswer, type FileRequest, type FileStatAnswer, fileRequests } from '../../server/src/protocol.ts';

/** Lets the server look at files that only the editor can reach. Absence is `null`. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(fileRequests.stat, ({ uri }: FileRequest) => unlessAbsent(() => statOf(uri)));
  client.onRequest(fileRequests.list, ({ uri }: FileRequest) => unlessAbsent(() => namesIn(uri)));
  client.onRequest(fileRequests.read, ({ uri }: FileRequest) => readWhole(uri));
}

async function statOf(uri: string): Promise<FileStatAnswer> {
  const { type, size, mtime } = await workspace.fs.stat(Uri.parse(uri));
  return { type: typeOf(type), size, mtime };
}

function typeOf(type: FileType): FileStatAnswer['type'] {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

async function namesIn(uri: string): Promise<string[]> {
  return (await workspace.fs.readDirectory(Uri.parse(uri))).map(([name]) => name);
}

async function readWhole(uri: string): Promise<FileReadAnswer> {
  const bytes = await workspace.fs.readFile(Uri.parse(uri));
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { base64: btoa(binary) };
}

async function unlessAbsent<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}
