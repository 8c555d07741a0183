import { kindOfMediaType } from '../../oci/kinds.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';

const message = 'Nested index, which some clients do not follow. List its manifests here.';

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
  },
  *check(document) {
    for (const [type, descriptors] of descriptorsByType(document)) {
      const kind = kindOfMediaType(type);
      if (kind !== 'index' && kind !== 'docker-manifest-list') continue;
      // In a layout that is how a multi-platform image stands in index.json.
      if (isLayoutIndex(document)) return;
      for (const { role, mediaType } of descriptors) {
        if (role === 'manifest') yield findingAtValue(mediaType!, message, { clause: 'index-nested-support-optional' });
      }
    }
  },
};
