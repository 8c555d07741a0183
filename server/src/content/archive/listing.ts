import { whiteoutOf } from '../../oci/whiteouts.ts';
import { counted, grouped } from '../../protocol/counted.ts';
import { layerTypeOf } from '../layer/layer-type.ts';
import { modeText, timeText } from '../layer/mode-text.ts';
import type { ByteReader } from './byte-reader.ts';
import { readTar, type TarEntry, textOfPath } from './tar.ts';
import { detailsOf } from './tar-details.ts';
import { blockSize } from './tar-header.ts';

/**
 * Lists an archive's entries for display, one per line; undefined if it is not an archive. Rejects only on read errors.
 */
export async function listingOf(reader: ByteReader, maxEntries: number): Promise<readonly string[] | undefined> {
  const lines: string[] = [];
  let count = 0;
  let end = '';
  for await (const part of readTar(reader)) {
    if ('fault' in part) {
      if (part.fault === 'no-header' && part.at === 0) return undefined;
      end = `The archive cannot be read beyond byte ${grouped(part.at)}.`;
    } else if (count++ < maxEntries) lines.push(lineOf(part));
  }
  if (count === 0 && end === '' && reader.position() < blockSize) return undefined;
  const rest = count > maxEntries ? [`and ${grouped(count - maxEntries)} more`] : [];
  return [counted(count, 'entry', 'entries'), '', ...lines, ...rest, ...(end ? [end] : [])];
}

/** Same format as `tar -tv`, plus a note for whiteouts. */
function lineOf(entry: TarEntry): string {
  const text = textOfPath(entry.path);
  const { mode, uid, gid, owner, mtime, link, device } = detailsOf(entry);
  const type = layerTypeOf(entry);
  const isWhiteout = whiteoutOf(text.slice(text.lastIndexOf('/') + 1)) !== undefined;
  const [user, group] = owner.split(':');
  const size = type === 'file' && !isWhiteout ? grouped(entry.size) : device;
  return [
    isWhiteout ? 'whiteout  ' : modeText(type, mode || 0),
    textOfPath(`${user || uid}:${group || gid}`).padEnd(11),
    size.padStart(15),
    timeText(Number(mtime)).padEnd(19),
    link === '' ? text : `${text} ${type === 'link' ? '→' : '⇒ hard link to'} ${textOfPath(link)}`,
  ].join('  ');
}
