import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';

/** Layers hold no sparse files (image-spec layer.md, "File Attributes"). */
export const layerSparseFiles: ContentRule = {
  meta: {
    id: 'layer-sparse-files',
    title: 'Layer contains sparse files',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-sparse'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('sparse', reading, signal)) {
      const message = `Sparse file in layer: ${layer.which}. Repack it without --sparse.`;
      yield findingInLayer(layer, message);
    }
  },
};
