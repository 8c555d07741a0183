import { refNameKey } from '../../oci/annotation-keys.ts';
import { isTag, readImageReference } from '../../oci/image-reference.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** By custom a reference name is the tag that an image is pushed under (distribution-spec, "Pulling manifests"). */
export const refNameTag: DocumentRule = {
  meta: {
    id: 'ref-name-tag',
    title: 'Reference name is not a valid tag',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: ['dist-tag', 'layout-ref-name-free'],
    fixable: false,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, text, place }) {
    if (place !== 'index-entry' || value === undefined || text === undefined) return;
    // containerd writes full references here, tag and all.
    if (isTag(text) || readImageReference(text)?.host !== undefined) return;
    const message = `Not a valid tag: ${quoted(text)}. Use up to 128 letters, digits, _ . or -.`;
    return findingAtValue(value, message, { clause: 'dist-tag' });
  },
};
