import { hasTraits } from '../../oci/kinds.ts';
import { itemsOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { isForeignLayer } from '../support/docker-types.ts';
import { findingAtSpan, findingAtValue, headOf } from '../support/finding.ts';

/** Foreign layers are not in the registry: clients fetch them from `urls` (distribution, docs/spec/manifest-v2-2.md). */
export const layerForeign: DocumentRule = {
  meta: {
    id: 'layer-foreign',
    title: 'Foreign layer',
    kinds: ['docker-manifest', 'manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType', 'urls'],
  *check(document) {
    for (const { node, mediaType, type = '', urls } of layersOf(document)) {
      // OCI's own, non-distributable, may be in the registry all the same.
      if (!isForeignLayer(type) || mediaType === undefined) continue;
      if (itemsOf(urls).length === 0) {
        const message = 'Foreign layer without `urls`: clients cannot fetch it. Add `urls`, or change the media type.';
        yield findingAtSpan(node, headOf(node), message);
      } else if (hasTraits(document.kind, 'docker')) {
        const message = 'Foreign layers are deprecated, and many tools do not copy them. Include the layer instead.';
        yield findingAtValue(mediaType, message, { severity: 'information' });
      }
    }
  },
};
