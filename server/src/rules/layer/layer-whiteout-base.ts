import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** Whiteouts delete what lower layers have, so that the lowest has none (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutBase: ContentRule = {
  meta: {
    id: 'layer-whiteout-base',
    title: 'Whiteout in the first layer',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-whiteout-lower-only'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ['explicit-whiteout', 'opaque-whiteout'], signal)) {
      if (layer.written.position !== 0) continue;
      const [one, ...others] = layer.found.values();
      if (one === undefined) continue;
      const count = others.reduce((sum, remarked) => sum + remarked.count, one.count);
      const which = remarkedText({ first: one.first, count });
      const message = `Whiteout in the first layer has no effect: ${which}.`;
      yield findingInLayer(layer, message);
    }
  },
};
