import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Whiteout in the first layer has no effect: {paths}.');

/** Whiteouts delete files of lower layers, so the lowest layer has none (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutBase: ContentRule = {
  meta: {
    id: 'layer-whiteout-base',
    title: 'Whiteout in the first layer',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-whiteout-lower-only'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ['explicit-whiteout', 'opaque-whiteout'], signal)) {
      if (layer.written.position !== 0) continue;
      const [one, ...others] = layer.found.values();
      if (one === undefined) continue;
      const count = others.reduce((sum, remarked) => sum + remarked.count, one.count);
      yield findingInLayer(layer, message({ paths: remarkedText({ first: one.first, count }) }));
    }
  },
};
