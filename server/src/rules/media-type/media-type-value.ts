import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('`mediaType` must be {type}.');

/** When a document states its media type, it is the type of its kind (MUST). */
export const mediaTypeValue: DocumentRule = {
  meta: {
    id: 'media-type-value',
    title: 'mediaType is that of another kind',
    kinds: [
      'index',
      'manifest',
      'docker-manifest',
      'docker-manifest-list',
      'artifact-manifest',
      'oras-artifact-manifest',
    ],
    severity: 'error',
    profile: 'spec',
    clauses: ['index-media-type-value', 'manifest-media-type-value'],
    fixable: true,
    messages: { default: message },
  },
  reads: [],
  *check({ root, kind, row }) {
    const node = valueOf(root, 'mediaType');
    const written = stringOf(node);
    if (node === undefined || written === undefined || row?.mediaTypes.includes(written) !== false) return;
    const [mediaType] = row.mediaTypes;
    const clause = hasTraits(kind, 'oci', 'is-image') ? { clause: `${kind}-media-type-value` } : {};
    yield findingAtValue(node, message({ type: JSON.stringify(mediaType) }), {
      ...clause,
      covers: ['const'],
      fixes: [
        {
          title: `Set mediaType to ${mediaType}`,
          edits: [replaceValue(node, JSON.stringify(mediaType))],
          isSafe: false,
        },
      ],
    });
  },
};
