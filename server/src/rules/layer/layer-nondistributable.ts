import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';

const mark = 'application/vnd.oci.image.layer.nondistributable.v1.tar';

/** Layers that may not be distributed are deprecated (image-spec layer.md, "Non-Distributable Layers", SHOULD NOT). */
export const layerNondistributable: DocumentRule = {
  meta: {
    id: 'layer-nondistributable',
    title: 'Non-distributable layer',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['media-type-nondistributable', 'layer-nondistributable-not-produced', 'layer-nondistributable-tagged'],
    fixable: true,
  },
  reads: ['mediaType'],
  checkDescriptor({ mediaType, type }) {
    if (mediaType === undefined || !type?.startsWith(mark)) return;
    const plain = type.replace('.nondistributable', '');
    const message = `Non-distributable layers are deprecated, and many tools do not push them. Use "${plain}".`;
    return findingAtValue(mediaType, message, {
      clause: 'media-type-nondistributable',
      fixes: [{ title: `Change to ${plain}`, edits: [replaceValue(mediaType, JSON.stringify(plain))], isSafe: false }],
    });
  },
};
