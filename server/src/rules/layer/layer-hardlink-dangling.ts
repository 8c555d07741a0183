import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Hard link precedes or lacks its target: {paths}. Pack the target first.');

/** Readers create a hard link as they read its entry, so its target has to exist. Higher layers may link to lower ones. */
export const layerHardlinkDangling: ContentRule = {
  meta: {
    id: 'layer-hardlink-dangling',
    title: 'Hard link to a file that is not there yet',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('dangling-link', reading, signal)) {
      if (layer.written.position !== 0) continue;
      yield findingInLayer(layer, message({ paths: layer.which }));
    }
  },
};
