import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { itemsOf, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Image has {count} layers. Docker without the containerd image store takes at most 125.');

/** `maxLayerDepth` of Docker (moby, daemon/internal/layer): 127 of some storage drivers, less two for a container's own. */
const maxLayers = 125;

/** The specification has no limit, and containerd reaches its own later. */
export const layerCount: DocumentRule = {
  meta: {
    id: 'layer-count',
    title: 'Image has too many layers for Docker',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    portableSeverity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check({ root }) {
    const layers = memberOf(root, 'layers');
    const count = itemsOf(layers?.value).length;
    if (layers === undefined || count <= maxLayers) return;
    const config = stringAt(valueOf(root, 'config'), 'mediaType') ?? '';
    if (hasTraits(kindOfMediaType(config), 'is-image-config')) yield findingAtName(layers, message({ count }));
  },
};
