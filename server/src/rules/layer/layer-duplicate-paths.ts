import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';

/** A layer has one entry for each path (image-spec layer.md, "Distributable Format"). */
export const layerDuplicatePaths: ContentRule = {
  meta: {
    id: 'layer-duplicate-paths',
    title: 'Layer has duplicate paths',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layer-no-duplicate-paths'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('duplicate', reading, signal)) {
      const message = `Duplicate path in layer: ${layer.which}. Keep one entry.`;
      yield findingInLayer(layer, message);
    }
  },
};
