import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Owner or group ID above 65,535: {paths}. Rootless engines usually cannot map it.');

/** Rootless engines map as many IDs as /etc/subuid grants, which is 65,536 by default, and cannot unpack files of others. */
export const layerOwnerUnmapped: ContentRule = {
  meta: {
    id: 'layer-owner-unmapped',
    title: 'Owner in a layer is out of the usual range',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('large-id', reading, signal))
      yield findingInLayer(layer, message({ paths: layer.which }));
  },
};
