import { emptyContent } from '../../oci/empty.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { type JsonNode, stringAt, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

const emptyDigests: readonly string[] = Object.values(emptyContent.digests);

/** An image's config names at least its platform and its layers, so it is never `{}`. */
export const imageConfigEmpty: DocumentRule = {
  meta: {
    id: 'image-config-empty',
    title: 'Image config is empty',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: ['manifest-config-unique-image-id'],
    fixable: false,
  },
  reads: ['mediaType', 'digest', 'size'],
  *check(document) {
    const config = valueOf(document.root, 'config');
    const type = stringAt(config, 'mediaType');
    if (config === undefined || (type !== mediaTypes.config && type !== mediaTypes.dockerConfig)) return;
    const node = emptyNodeOf(config);
    // Without a layer of an image it is an artifact with the wrong type of config, which is another mistake.
    if (node === undefined || !layersOf(document).some(({ type = '' }) => isImageLayerType(type))) return;
    const message = `Image config is {}, without a platform and \`rootfs\`. For an artifact, use the type ${emptyContent.mediaType}.`;
    yield findingAtValue(node, message, { clause: 'manifest-config-unique-image-id' });
  },
};

function emptyNodeOf(config: JsonNode): JsonNode | undefined {
  if (emptyDigests.includes(stringAt(config, 'digest') ?? '')) return valueOf(config, 'digest');
  const size = valueOf(config, 'size');
  return writtenOf(size) === String(emptyContent.size) ? size : undefined;
}
