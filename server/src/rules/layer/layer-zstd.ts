import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { compressionOf } from '../../oci/facts/media-types.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'zstd layers are optional for clients: Docker before 23.0 and umoci 0.4 reject them. Use gzip.',
);

/** Readers SHOULD support zstd layers, and MUST support gzip (manifest.md, `layers`). */
export const layerZstd: DocumentRule = {
  meta: {
    id: 'layer-zstd',
    title: 'Layer is compressed with zstd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'hint',
    profile: 'portable',
    clauses: ['manifest-layers-zstd-optional'],
    fixable: false,
    messages: { default: message },
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
      yield findingAtValue(mediaType, message, { clause: 'manifest-layers-zstd-optional' });
    }
  },
};
