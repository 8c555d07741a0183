import { type Compression, compressionHeadSize, compressionOf } from '../content/compression.ts';
import { bytesOf, type Content } from '../content/content-store.ts';
import { isFileSystemLayerType } from '../oci/facts/image-layers.ts';
import { valueOf } from '../syntax/tree.ts';
import { findingAtValue, quoted } from './finding.ts';
import type { ContentRule } from './rule.ts';
import { contentOf } from './target-documents.ts';

/** A layer is packed as its media type says (image-spec layer.md, "Distributable format"). */
export const layerCompression: ContentRule = {
  meta: {
    id: 'layer-compression',
    title: 'A layer is compressed as its media type says',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    if (reading.depth === 'sizes') return;
    for (const target of reading.targets) {
      const stated = statedCompressionOf(target.value.mediaType);
      // Bytes that are not the promised ones have a finding of their own.
      const content = target.verdict.state === 'other-content' ? undefined : contentOf(target);
      if (stated === undefined || content === undefined || content.size === 0) continue;
      const actual = compressionOf(await headOf(content, signal).catch(() => new Uint8Array()));
      if (actual === stated) continue;
      const { mediaType } = target.value;
      const message = `The media type ${quoted(mediaType)} says ${namesOf[stated]}, but the content is ${namesOf[actual]}: who goes by the type cannot unpack it. Name the type that it has, or pack it as it says.`;
      yield findingAtValue(valueOf(target.written.node, 'mediaType')!, message);
    }
  },
};

const namesOf: Readonly<Record<Compression, string>> = {
  gzip: 'gzip',
  zstd: 'zstd',
  bzip2: 'bzip2',
  xz: 'xz',
  none: 'not compressed',
};

/** What a file system layer's type says of its compression; undefined for other types, encrypted layers among them. */
function statedCompressionOf(mediaType: string): Compression | undefined {
  if (!isFileSystemLayerType(mediaType)) return undefined;
  if (/\.tar[+.]gzip$/.test(mediaType)) return 'gzip';
  if (/\.tar[+.]zstd$/.test(mediaType)) return 'zstd';
  return /\.tar$/.test(mediaType) ? 'none' : undefined;
}

function headOf(content: Content, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const end = Math.min(content.size, compressionHeadSize);
  return bytesOf({ ...content, size: end }, signal);
}
