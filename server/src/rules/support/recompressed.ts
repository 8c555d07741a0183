import { compressionHeadSize, compressionOf } from '../../content/archive/compression.ts';
import { bytesOf, type Content } from '../../content/stores/content-store.ts';
import type { Target } from '../../content/stores/targets.ts';
import { readDigest } from '../../oci/digest.ts';
import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading } from '../rule.ts';
import { targetDocumentOf } from './target-documents.ts';

/** A sentence about a recompressed layer: its digest differs, but its DiffID is still that of the config. */
export async function packedAnewText(
  { written }: Target,
  content: Content,
  reading: ContentReading,
  signal?: AbortSignal,
): Promise<string> {
  if (written.role !== 'layer') return '';
  const config = reading.targets.find((target) => target.written.role === 'config');
  const document = config && (await targetDocumentOf(config, reading, signal));
  const diffIds = itemsOf(valueOf(valueOf(document?.root, 'rootfs'), 'diff_ids'));
  const diffId = readDigest(stringOf(diffIds[written.position]));
  if (diffId === undefined) return '';
  try {
    const head = await bytesOf({ ...content, size: Math.min(content.size, compressionHeadSize) }, signal);
    const { contents } = reading;
    const unpacked = await contents.hashUncompressed(diffId.algorithm, content, compressionOf(head), signal);
    if (unpacked?.hex !== diffId.encoded) return '';
    return ' The DiffID matches: the layer was recompressed.';
  } catch {
    signal?.throwIfAborted();
    return '';
  }
}
