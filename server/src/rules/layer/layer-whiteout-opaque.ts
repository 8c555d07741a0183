import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** Whiteouts of single names rather than of whole folders (image-spec layer.md, "Opaque Whiteout"). */
export const layerWhiteoutOpaque: ContentRule = {
  meta: {
    id: 'layer-whiteout-opaque',
    title: 'Opaque whiteout',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'strict',
    clauses: ['layer-explicit-whiteouts', 'layer-opaque-name'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ['opaque-whiteout', 'other-whiteout'], signal)) {
      const opaque = layer.written.position === 0 ? undefined : layer.found.get('opaque-whiteout');
      const other = layer.found.get('other-whiteout');
      if (opaque !== undefined) {
        const message = `Opaque whiteout: ${remarkedText(opaque)}. Use explicit whiteouts.`;
        yield findingInLayer(layer, message, { clause: 'layer-explicit-whiteouts' });
      } else if (other !== undefined) {
        const message = `Not an opaque whiteout: ${remarkedText(other)}. The name is ".wh..wh..opq".`;
        yield findingInLayer(layer, message, { clause: 'layer-opaque-name', severity: 'hint' });
      }
    }
  },
};
