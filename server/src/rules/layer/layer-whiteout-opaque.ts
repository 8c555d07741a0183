import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** Whiteouts of single names rather than of whole folders (image-spec layer.md, "Opaque Whiteout"). */
export const layerWhiteoutOpaque: ContentRule = {
  meta: {
    id: 'layer-whiteout-opaque',
    title: 'Whiteouts name what they delete, rather than empty a folder',
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
        const message = `In this layer, the opaque whiteout ${remarkedText(opaque)} deletes all that lower layers have in its folder; a whiteout for each name should be written instead.`;
        yield findingInLayer(layer, message, { clause: 'layer-explicit-whiteouts' });
      } else if (other !== undefined) {
        const message = `In this layer, ${remarkedText(other)} is no opaque whiteout, whose name is \`.wh..wh..opq\`: some unpackers skip it, others delete what the rest of the name says.`;
        yield findingInLayer(layer, message, { clause: 'layer-opaque-name', severity: 'hint' });
      }
    }
  },
};
