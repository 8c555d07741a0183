import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** Layers hold no sparse files (image-spec layer.md, "File Attributes"). */
export const layerSparseFiles: ContentRule = {
  meta: {
    id: 'layer-sparse-files',
    title: 'A layer has no sparse files',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-sparse'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ['sparse'], signal)) {
      const which = remarkedText(layer.found.get('sparse')!);
      const message = `In this layer, ${which} is packed as a sparse file, which not every unpacker knows: pack it whole, without \`--sparse\`.`;
      yield findingInLayer(layer, message);
    }
  },
};
