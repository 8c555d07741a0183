import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { compressionOf } from '../../oci/facts/media-types.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** Readers SHOULD know zstd layers, and MUST know gzip (manifest.md, `layers`). */
export const layerZstd: DocumentRule = {
  meta: {
    id: 'layer-zstd',
    title: 'Layer is compressed with zstd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'hint',
    profile: 'portable',
    clauses: ['manifest-layers-zstd-optional'],
    fixable: false,
  },
  reads: ['mediaType'],
  *check(document) {
    for (const { type, mediaType } of layersOf(document)) {
      if (
        mediaType === undefined ||
        type === undefined ||
        !isFileSystemLayerType(type) ||
        compressionOf(type) !== 'zstd'
      )
        continue;
      const message = 'zstd layers are optional for clients: Docker before 23.0 and umoci 0.4 reject them. Use gzip.';
      yield findingAtValue(mediaType, message, { clause: 'manifest-layers-zstd-optional' });
    }
  },
};
