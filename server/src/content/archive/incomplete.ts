import type { ContentReads } from '../stores/content-reads.ts';
import type { Content } from '../stores/content-store.ts';
import { contentReader } from './byte-reader.ts';
import { compressionIn } from './content-compression.ts';
import { readTar } from './tar.ts';
import { TooLarge } from './too-large.ts';
import { BudgetSpent, canUncompress } from './uncompressed.ts';

/**
 * Whether content is only the beginning of a tar archive or of a gzip or zstd stream. False for other formats, which
 * do not tell. Meant for content that is known to be smaller than it was: damage of another kind counts, too.
 */
export async function isIncomplete(content: Content, reads: ContentReads, signal?: AbortSignal): Promise<boolean> {
  const compression = await compressionIn(content, signal);
  if (compression === 'none') return isCutTar(content, signal);
  if (!canUncompress(compression)) return false;
  try {
    await reads.hashUncompressed('sha256', content, compression, signal);
    return false;
  } catch (error) {
    signal?.throwIfAborted();
    return !(error instanceof TooLarge || error instanceof BudgetSpent);
  }
}

async function isCutTar(content: Content, signal: AbortSignal | undefined): Promise<boolean> {
  const reader = contentReader(content, signal);
  try {
    for await (const part of readTar(reader, { isStrict: true })) if ('fault' in part) return part.fault === 'cut-off';
    return false;
  } finally {
    await reader.close();
  }
}
