import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';

/** Paths and links stay below the root. Docker refuses a layer with one that does not ("breakout"), others clamp it. */
export const layerPathOutside: ContentRule = {
  meta: {
    id: 'layer-path-outside',
    title: 'Path in a layer leads out of the root',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('outside', reading, signal))
      yield findingInLayer(layer, `Path or link leads out of the root: ${layer.which}. Keep it inside.`);
  },
};
