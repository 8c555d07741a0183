import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  type FileReadParams,
  type FileReadResult,
  type FileStatResult,
  fileRequests,
} from '../../server/src/protocol.ts';
import { toBase64 } from './base64.ts';

/**
 * Serves files to the server that only the editor can access. Returns `null` for a missing file, and an error for any
 * other failure.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  const bytesOf = fileReader();
  client.onRequest(fileRequests.stat, ({ uri }: FileParams) => unlessAbsent(() => statOf(Uri.parse(uri))));
  client.onRequest(fileRequests.list, ({ uri }: FileParams) => unlessAbsent(() => namesIn(Uri.parse(uri))));
  client.onRequest(fileRequests.read, ({ uri, start, end }: FileReadParams) =>
    unlessAbsent(async (): Promise<FileReadResult> => ({ base64: toBase64(await bytesOf(uri, start, end)) })),
  );
}

async function statOf(uri: Uri): Promise<FileStatResult> {
  const { type, size, mtime } = await workspace.fs.stat(uri);
  return { type: typeOf(type), size, mtime };
}

function typeOf(type: FileType): FileStatResult['type'] {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

async function namesIn(uri: Uri): Promise<string[]> {
  return (await workspace.fs.readDirectory(uri)).map(([name]) => name);
}

/** VS Code only reads whole files. Larger ones are refused because they would have to fit into memory several times. */
const largest = 256 * 1024 * 1024;

/** How long, in milliseconds, the last file is kept after it was last requested. */
const patience = 10_000;

/** In bytes. Rereading a smaller file costs less than a stat. */
const small = 1024 * 1024;

/** Reads ranges of files. A large file is read in many ranges, so the last one is cached. */
function fileReader(): (uri: string, start: number, end: number) => Promise<Uint8Array> {
  let held: { readonly uri: string; readonly mtime: number; readonly bytes: Uint8Array } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return async (uri, start, end) => {
    const { size, mtime } = await workspace.fs.stat(Uri.parse(uri));
    const isHeld = held?.uri === uri && held.mtime === mtime && held.bytes.length === size;
    const bytes = isHeld && held !== undefined ? held.bytes : await readWhole(Uri.parse(uri), size);
    if (bytes.length > small) {
      held = { uri, mtime, bytes };
      clearTimeout(timer);
      timer = setTimeout(() => (held = undefined), patience);
    }
    return bytes.subarray(start, end);
  };
}

async function readWhole(uri: Uri, size: number): Promise<Uint8Array> {
  if (size > largest) throw FileSystemError.Unavailable(`${uri} is too large to be read through the editor`);
  return workspace.fs.readFile(uri);
}

async function unlessAbsent<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof FileSystemError && absences.has(error.code)) return null;
    throw error;
  }
}

/** A scheme without a provider also means that the file is missing. */
const absences: ReadonlySet<string> = new Set(['FileNotFound', 'FileNotADirectory', 'FileIsADirectory']);
