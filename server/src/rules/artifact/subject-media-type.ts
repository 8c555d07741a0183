import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('`subject` must be a manifest or index.');

/** `subject` is the descriptor of another manifest (manifest.md and image-index.md, `subject`). */
export const subjectMediaType: DocumentRule = {
  meta: {
    id: 'subject-media-type',
    title: '`subject` is not a manifest or index',
    kinds: ['index', 'manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['manifest-subject-names-manifest', 'index-subject-is-descriptor'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check({ root }) {
    const node = valueOf(valueOf(root, 'subject'), 'mediaType');
    const type = stringOf(node);
    const info = type === undefined ? undefined : mediaTypeInfoOf(type);
    // An unknown type may well be that of a manifest.
    if (node === undefined || info === undefined || info.places.includes('subject')) return;
    yield findingAtValue(node, message, { clause: 'manifest-subject-names-manifest' });
  },
};
