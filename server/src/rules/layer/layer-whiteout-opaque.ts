import type { ContentRule } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  opaque: 'Opaque whiteout: {paths}. Use explicit whiteouts.',
  other: 'Name reserved for AUFS: {paths}. Only ".wh..wh..opq" is specified.',
});

/** Whiteouts should name single files rather than whole folders (image-spec layer.md, "Opaque Whiteout"). */
export const layerWhiteoutOpaque: ContentRule = {
  meta: {
    id: 'layer-whiteout-opaque',
    title: 'Opaque whiteout',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'strict',
    clauses: ['layer-explicit-whiteouts', 'layer-opaque-name'],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, ['opaque-whiteout', 'other-whiteout'], signal)) {
      const opaque = layer.written.position === 0 ? undefined : layer.found.get('opaque-whiteout');
      const other = layer.found.get('other-whiteout');
      if (opaque !== undefined) {
        const message = messages.opaque({ paths: remarkedText(opaque) });
        yield findingInLayer(layer, message, { clause: 'layer-explicit-whiteouts' });
      } else if (other !== undefined) {
        const message = messages.other({ paths: remarkedText(other) });
        yield findingInLayer(layer, message, { clause: 'layer-opaque-name', severity: 'hint' });
      }
    }
  },
};
