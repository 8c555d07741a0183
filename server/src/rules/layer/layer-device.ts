import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersRemarkedAs } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Device file: {paths}. Rootless engines leave it out or fail.');

/** Creating a device takes privileges that user namespaces do not have, and runtimes mount a `/dev` of their own. */
export const layerDevice: ContentRule = {
  meta: {
    id: 'layer-device',
    title: 'Layer has a device file',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersRemarkedAs('device', reading, signal))
      yield findingInLayer(layer, message({ paths: layer.which }));
  },
};
