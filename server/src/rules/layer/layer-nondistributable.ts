import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const mark = 'application/vnd.oci.image.layer.nondistributable.v1.tar';

const message = wording('Non-distributable layers are deprecated, and many tools do not push them. Use {type}.');

/** Non-distributable layers are deprecated (image-spec layer.md, "Non-Distributable Layers", SHOULD NOT). */
export const layerNondistributable: DocumentRule = {
  meta: {
    id: 'layer-nondistributable',
    title: 'Non-distributable layer',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['media-type-nondistributable', 'layer-nondistributable-not-produced', 'layer-nondistributable-tagged'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['mediaType'],
  checkDescriptor({ mediaType, type }) {
    if (mediaType === undefined || !type?.startsWith(mark)) return;
    const plain = type.replace('.nondistributable', '');
    return findingAtValue(mediaType, message({ type: quoted(plain, 120) }), {
      clause: 'media-type-nondistributable',
      fixes: [{ title: `Change to ${plain}`, edits: [replaceValue(mediaType, JSON.stringify(plain))], isSafe: false }],
    });
  },
};
