import { refNameKey } from '../../oci/annotation-keys.ts';
import { isTag, readImageReference } from '../../oci/image-reference.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Not a valid tag: {name}. Use up to 128 letters, digits, _ . or -.');

/** By convention, a reference name is the tag that an image is pushed as (distribution-spec, "Pulling manifests"). */
export const refNameTag: DocumentRule = {
  meta: {
    id: 'ref-name-tag',
    title: 'Reference name is not a valid tag',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: ['dist-tag', 'layout-ref-name-free'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, text, place }) {
    if (place !== 'index-entry' || value === undefined || text === undefined) return;
    // containerd writes full references here, including the tag.
    if (isTag(text) || readImageReference(text)?.host !== undefined) return;
    return findingAtValue(value, message({ name: quoted(text) }), { clause: 'dist-tag' });
  },
};
