import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Whiteout of overlayfs: {paths}. Layers need ".wh." files instead.');

/** overlayfs marks deletions with devices 0/0 and extended attributes, layers with files (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutOverlay: ContentRule = {
  meta: {
    id: 'layer-whiteout-overlay',
    title: 'Layer has whiteouts of overlayfs',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('overlay-whiteout', reading, signal))
      yield findingInLayer(layer, message({ paths: layer.which }));
  },
};
