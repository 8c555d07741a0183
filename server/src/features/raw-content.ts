import { type Compression, compressionHeadSize, compressionOf } from '../content/archive/compression.ts';
import { TooLarge } from '../content/archive/too-large.ts';
import { bytesOf, type Content } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { code } from './markdown.ts';
import { humanSize } from './sizes.ts';

/** Layers up to this size are decompressed for a hover card. Bytes. */
const maxUnpacked = 8 * 1024 * 1024;

/**
 * Describes content that is not an OCI document, for a hover card: compression and entries of an archive, text, or
 * bytes.
 */
export async function rawContentLinesOf(
  content: Content,
  contents: Contents,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const head = await headOf(content, signal);
  if (head.length === 0) return ['- empty'];
  const compression = compressionOf(head.subarray(0, compressionHeadSize));
  const archive = await archiveLinesOf(content, compression, contents, signal);
  if (archive !== undefined) return archive;
  if (compression !== 'none') return [`- ${compression}`];
  const text = textOf(head);
  return text === undefined ? hexDump(head) : [`- ${code(text, 120)}`];
}

function headOf(content: Content, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const size = Math.min(content.size, 256);
  return bytesOf({ ...content, size }, signal).catch(() => new Uint8Array());
}

/** Undefined if it is not an archive. */
async function archiveLinesOf(
  content: Content,
  compression: Compression,
  contents: Contents,
  signal: AbortSignal | undefined,
): Promise<readonly string[] | undefined> {
  const packing = compression === 'none' ? 'uncompressed' : compression;
  if (content.size > maxUnpacked) return compression === 'none' ? undefined : [`- ${packing}, too large to inspect`];
  try {
    const archive = await contents.archiveOf(content, compression, signal);
    if (archive === undefined) return undefined;
    const { names, count, size, isWhole } = archive;
    const more = isWhole ? '' : 'more than ';
    const diffId = isWhole ? await contents.hashUncompressed('sha256', content, compression, signal) : undefined;
    const rest = count - names.length;
    return [
      `- ${packing}, ${more}${humanSize(size)}${compression === 'none' ? '' : ' uncompressed'}`,
      ...(diffId === undefined ? [] : [`- DiffID ${code(`sha256:${diffId.hex}`)}`]),
      `- ${more}${count} ${count === 1 ? 'entry' : 'entries'}${count === 0 ? '' : ':'}`,
      ...names.map((name) => `  - ${code(name, 80)}`),
      ...(rest > 0 ? [`  - and ${isWhole ? '' : 'at least '}${rest} more`] : []),
    ];
  } catch (error) {
    signal?.throwIfAborted();
    return [`- ${packing}, ${error instanceof TooLarge ? error.message : 'cannot be decompressed'}`];
  }
}

/** Decodes UTF-8 text without control characters. The last character may be truncated. */
export function textOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes).replace(/\ufffd{1,3}$/, '');
  return /[\ufffd\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
}

const rowSize = 16;
const maxRows = 4;

/** A hex dump of the first bytes, for a code block that it cannot close. */
function hexDump(bytes: Uint8Array): readonly string[] {
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, rowSize * maxRows); at += rowSize) {
    const row = [...bytes.subarray(at, at + rowSize)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = row.map((byte) => (byte > 0x20 && byte < 0x7f && byte !== 0x60 ? String.fromCharCode(byte) : '.'));
    rows.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(rowSize * 3 - 1)}  ${text.join('')}`);
  }
  return ['```text', ...rows, '```'];
}
