import { refNameKey } from '../../oci/annotation-keys.ts';
import { removeMember } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'Reference names only apply to entries of index.json. Use org.opencontainers.image.title here.',
);

/** A reference name counts only on the entries of a layout's `index.json` (annotations.md, SHOULD). */
export const refNamePlace: DocumentRule = {
  meta: {
    id: 'ref-name-place',
    title: 'Reference name outside index.json',
    kinds: ['index', 'manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layout-ref-name-place'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ member, place }, { hints, json }) {
    // An index that is not a blob may be the index.json of a layout.
    if (place === 'index-entry' && hints.isBlob !== true) return;
    const fixes = [{ title: 'Remove reference name', edits: [removeMember(json, member)], isSafe: false }];
    return findingAtName(member, message, { clause: 'layout-ref-name-place', fixes });
  },
};
