import { fstatSync } from 'node:fs';
import { CliError, reasonOf } from './cli-error.ts';
import { maxSourceSize } from './source.ts';

/** Reads all of standard input. Throws a CliError if it is too large or cannot be read. */
export async function readStdin(): Promise<Uint8Array> {
  if (isFolder(0)) throw new CliError('cannot read standard input: is a folder');
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of process.stdin as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size > maxSourceSize) break;
    }
  } catch (error) {
    throw new CliError(`cannot read standard input: ${reasonOf(error)}`);
  }
  if (size <= maxSourceSize) return Buffer.concat(pieces);
  throw new CliError(`cannot read standard input: larger than ${maxSourceSize / 1024 / 1024} MiB`);
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}
