import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Sparse file in layer: {paths}. Repack it without --sparse.');

/** Layers must not contain sparse files (image-spec layer.md, "File Attributes"). */
export const layerSparseFiles: ContentRule = {
  meta: {
    id: 'layer-sparse-files',
    title: 'Layer contains sparse files',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-sparse'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('sparse', reading, signal)) {
      yield findingInLayer(layer, message({ paths: layer.which }));
    }
  },
};
