import type { Remark } from '../../content/archive/layer-archive.ts';
import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'below-file': 'Parent of an entry is not a folder: {paths}. Unpacking fails.',
  'below-dead-link': 'Parent is a link to nothing in this layer: {paths}. Docker fails.',
  'unknown-type': 'Entry has an unknown type: {paths}. Docker and containerd cannot unpack it.',
  'folder-link': 'Hard link to a folder: {paths}. Unpacking fails.',
  'empty-link': 'Symbolic link has no target: {paths}. Unpacking fails.',
  'long-name': 'File name is longer than 255 bytes: {paths}. Unpacking fails.',
  'bad-capability': 'Invalid file capabilities: {paths}. Unpacking fails.',
  'long-target': 'Target of a symbolic link is longer than 4,095 bytes: {paths}. Unpacking fails.',
});

/** Entries that no file system can hold, or that unpackers do not know, stop the unpacking of the layer. */
export const layerEntryInvalid: ContentRule = {
  meta: {
    id: 'layer-entry-invalid',
    title: 'Layer has an entry that cannot be unpacked',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, remarks, signal)) {
      for (const [remark, found] of layer.found) {
        const message = remark in messages ? messages[remark as keyof typeof messages] : undefined;
        if (message !== undefined) yield findingInLayer(layer, message({ paths: remarkedText(found) }));
        // Only the first, because unpacking stops there.
        break;
      }
    }
  },
};

const remarks: readonly Remark[] = [
  'below-file',
  'below-dead-link',
  'unknown-type',
  'folder-link',
  'empty-link',
  'long-name',
  'long-target',
  'bad-capability',
];
