import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Whiteout after its siblings: {paths}. Whiteouts should come first.');

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
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('late-whiteout', reading, signal)) {
      // Whiteouts have no effect there, in whatever order.
      if (layer.written.position === 0) continue;
      yield findingInLayer(layer, message({ paths: layer.which }));
    }
  },
};
