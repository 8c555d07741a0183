import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Whiteout follows the path that it deletes: {paths}. Docker deletes it from this layer, too.');

/** A whiteout deletes from lower layers only, but unpackers that apply entries in order delete from its own layer, too. */
export const layerWhiteoutOwn: ContentRule = {
  meta: {
    id: 'layer-whiteout-own',
    title: 'Whiteout of a path of the same layer',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('whiteout-after-own', reading, signal)) {
      // Whiteouts of the first layer have a finding of their own.
      if (layer.written.position !== 0) yield findingInLayer(layer, message({ paths: layer.which }));
    }
  },
};
