import { emptyContent } from '../../oci/empty.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { type JsonNode, stringAt, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const emptyDigests: readonly string[] = Object.values(emptyContent.digests);

const message = wording('Image config is {}, without a platform and `rootfs`. For an artifact, use the type {type}.');

/** An image config has at least a platform and `rootfs`, so it is never `{}`. */
export const imageConfigEmpty: DocumentRule = {
  meta: {
    id: 'image-config-empty',
    title: 'Image config is empty',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: ['manifest-config-unique-image-id'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['config.mediaType', 'config.digest', 'config.size', 'layer.mediaType'],
  *check(document) {
    const config = valueOf(document.root, 'config');
    const type = stringAt(config, 'mediaType');
    if (config === undefined || (type !== mediaTypes.config && type !== mediaTypes.dockerConfig)) return;
    const node = emptyNodeOf(config);
    // Without an image layer it is an artifact with the wrong config type, which is another mistake.
    if (node === undefined || !layersOf(document).some(({ type = '' }) => isImageLayerType(type))) return;
    const details = { clause: 'manifest-config-unique-image-id' };
    yield findingAtValue(node, message({ type: emptyContent.mediaType }), details);
  },
};

function emptyNodeOf(config: JsonNode): JsonNode | undefined {
  if (emptyDigests.includes(stringAt(config, 'digest') ?? '')) return valueOf(config, 'digest');
  const size = valueOf(config, 'size');
  return writtenOf(size) === String(emptyContent.size) ? size : undefined;
}
