import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { compressionOf } from '../../oci/facts/media-types.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** Readers SHOULD know zstd layers, and MUST know gzip (manifest.md, `layers`). */
export const layerZstd: DocumentRule = {
  meta: {
    id: 'layer-zstd',
    title: 'Image layers are not compressed with zstd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'hint',
    profile: 'portable',
    clauses: ['manifest-layers-zstd-optional'],
    fixable: false,
  },
  *check(document) {
    for (const { type, mediaType } of layersOf(document)) {
      if (type === undefined || !isFileSystemLayerType(type) || compressionOf(type) !== 'zstd') continue;
      const message =
        'This layer is compressed with zstd, which readers need not know: Docker before 23.0, umoci 0.4 and oci-image-tool refuse it. gzip is read everywhere.';
      yield findingAtValue(mediaType!, message, { clause: 'manifest-layers-zstd-optional' });
    }
  },
};
