import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';

/** A hard link is made as its entry is read: what it links to has to be there. Higher layers may link to lower ones. */
export const layerHardlinkDangling: ContentRule = {
  meta: {
    id: 'layer-hardlink-dangling',
    title: 'Hard link to a file that is not there yet',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('dangling-link', reading, signal)) {
      if (layer.written.position !== 0) continue;
      yield findingInLayer(layer, `Hard link precedes or lacks its target: ${layer.which}. Pack the target first.`);
    }
  },
};
