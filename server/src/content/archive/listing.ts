import { whiteoutOf } from '../../oci/whiteouts.ts';
import type { ByteReader } from './byte-reader.ts';
import { readTar, type TarEntry, textOfPath } from './tar.ts';
import { blockSize } from './tar-header.ts';

/** An archive's entries as people read them, a line each; undefined for what is no archive. Rejects only when reading does. */
export async function listingOf(reader: ByteReader, maxEntries: number): Promise<readonly string[] | undefined> {
  const lines: string[] = [];
  let count = 0;
  let end = '';
  for await (const part of readTar(reader)) {
    if ('fault' in part) {
      if (part.fault === 'no-header' && part.at === 0) return undefined;
      end = `The archive cannot be read beyond byte ${part.at.toLocaleString('en-US')}.`;
    } else if (count++ < maxEntries) lines.push(lineOf(part));
  }
  if (count === 0 && end === '' && reader.position() < blockSize) return undefined;
  const rest = count > maxEntries ? [`and ${(count - maxEntries).toLocaleString('en-US')} more`] : [];
  return [
    `${count.toLocaleString('en-US')} ${count === 1 ? 'entry' : 'entries'}`,
    '',
    ...lines,
    ...rest,
    ...(end ? [end] : []),
  ];
}

/** What a type flag means (POSIX pax, ustar interchange format). */
const types: Readonly<Record<string, string>> = {
  '1': 'hard link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'pipe',
};

function lineOf({ path, type, size }: TarEntry): string {
  const text = textOfPath(path);
  const isDeleting = whiteoutOf(text.slice(text.lastIndexOf('/') + 1)) !== undefined;
  const what = isDeleting ? 'whiteout' : (types[type] ?? size.toLocaleString('en-US'));
  return `${what.padStart(15)}  ${text}`;
}
