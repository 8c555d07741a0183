import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';

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
  },
  reads: ['mediaType'],
  *check({ root }) {
    const node = valueOf(valueOf(root, 'subject'), 'mediaType');
    const type = stringOf(node);
    const info = type === undefined ? undefined : mediaTypeInfoOf(type);
    // A type that nobody knows may well be some manifest's.
    if (node === undefined || info === undefined || info.places.includes('subject')) return;
    const message = '`subject` must be a manifest or index.';
    yield findingAtValue(node, message, { clause: 'manifest-subject-names-manifest' });
  },
};
