import { contentReader, streamReader } from '../content/archive/byte-reader.ts';
import { listingOf } from '../content/archive/listing.ts';
import { canUncompress, uncompressed } from '../content/archive/uncompressed.ts';
import { readSmallFile } from '../content/files.ts';
import { isContent } from '../content/stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { inOneLine } from '../features/markdown.ts';
import { actualCompressionOf } from '../rules/support/layer-packing.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import { formatJson } from '../syntax/format.ts';
import type { Host } from '../workspace/host.ts';

/**
 * A document or file formatted with one member or item per line, or the listing of an archive; undefined if it does not
 * exist or is too large.
 */
export async function formattedText(uri: string, { openText }: Host, contents: Contents): Promise<string | undefined> {
  const open = openText(uri)?.getText();
  if (open !== undefined) return formatJson(open);
  const listed = await listedText(uri, contents).catch(() => undefined);
  if (listed !== undefined) return listed;
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize).catch(() => undefined);
  return bytes && formatJson(decodeDocument(bytes).text);
}

/** Limits for listing an archive: entries, and decompressed bytes. */
const maxEntries = 20_000;
const maxUnpacked = 512 * 1024 * 1024;

/** The entries of a layer, one per line; undefined if it is not an archive. */
async function listedText(uri: string, { files }: Contents): Promise<string | undefined> {
  const content = await fileContentOf(files, uri);
  if (!isContent(content)) return undefined;
  const compression = await actualCompressionOf(content);
  if (!canUncompress(compression)) return undefined;
  // For uncompressed archives, only the headers are read.
  const reader =
    compression === 'none' ? contentReader(content) : streamReader(uncompressed(content, compression), maxUnpacked);
  try {
    const lines = await listingOf(reader, maxEntries);
    return lines && `${lines.map((line) => inOneLine(line, 4200)).join('\n')}\n`;
  } finally {
    await reader.close();
  }
}
