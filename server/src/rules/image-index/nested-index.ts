import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Nested index, which some clients do not follow. List its manifests here.');

/** Reading an index within an index is a SHOULD for implementations (image-index.md, `manifests`): some do not. */
export const nestedIndex: DocumentRule = {
  meta: {
    id: 'nested-index',
    title: 'Index lists another index',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'hint',
    profile: 'portable',
    clauses: ['index-nested-support-optional'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  checkDescriptor({ role, mediaType, type }, { isLayoutIndex }) {
    // In index.json of a layout, that is what a multi-platform image looks like.
    if (isLayoutIndex || role !== 'manifest' || mediaType === undefined) return;
    if (!hasTraits(kindOfMediaType(type), 'lists-manifests')) return;
    return findingAtValue(mediaType, message, { clause: 'index-nested-support-optional' });
  },
};
