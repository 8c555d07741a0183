import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Duplicate path in layer: {paths}. Keep one entry.');

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
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('duplicate', reading, signal)) {
      yield findingInLayer(layer, message({ paths: layer.which }));
    }
  },
};
