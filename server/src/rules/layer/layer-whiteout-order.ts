import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';

/** Whiteouts come before the other entries of their folder (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutOrder: ContentRule = {
  meta: {
    id: 'layer-whiteout-order',
    title: 'Whiteout after its siblings',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'strict',
    clauses: ['layer-whiteout-first'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('late-whiteout', reading, signal)) {
      // There they do nothing, in whatever order.
      if (layer.written.position === 0) continue;
      const message = `Whiteout after its siblings: ${layer.which}. Whiteouts should come first.`;
      yield findingInLayer(layer, message);
    }
  },
};
