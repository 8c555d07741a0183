import { toDigestText } from '../../oci/descriptor.ts';
import { itemsOf, placeOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { targetDocumentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'Layer has the DiffID of layer {index}, but another digest. Some tools upload only one of them.',
);

/** Tools that know layers by their DiffIDs take both for one, and the registry misses the other (go-containerregistry). */
export const layerRepacked: ContentRule = {
  meta: {
    id: 'layer-repacked',
    title: 'Two layers have the same content, packed differently',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const config = reading.targets.find(({ written }) => written.role === 'config');
    const document = config && (await targetDocumentOf(config, reading, signal));
    const diffIds = itemsOf(valueOf(valueOf(document?.root, 'rootfs'), 'diff_ids')).map(stringOf);
    const layers = reading.targets.filter(({ written }) => written.role === 'layer');
    const first = new Map<string, (typeof layers)[number]>();
    for (const layer of layers) {
      const diffId = diffIds[layer.written.position];
      const twin = diffId === undefined ? undefined : first.get(diffId);
      if (diffId !== undefined && twin === undefined) first.set(diffId, layer);
      if (twin === undefined || toDigestText(twin.value.digest) === toDigestText(layer.value.digest)) continue;
      yield findingAtValue(placeOf(layer.written.node, 'digest'), message({ index: twin.written.position }));
    }
  },
};
