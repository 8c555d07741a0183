import { isTag, readImageReference } from '../../oci/image-reference.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { annotationsOf, refName } from '../support/written-annotations.ts';

/** By custom a reference name is the tag that an image is pushed under (distribution-spec, "Pulling manifests"). */
export const refNameTag: DocumentRule = {
  meta: {
    id: 'ref-name-tag',
    title: 'A reference name can be a tag',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: ['dist-tag', 'layout-ref-name-free'],
    fixable: false,
  },
  *check(document) {
    for (const { value, text, place } of annotationsOf(document, [refName])) {
      // containerd writes full references here, tag and all.
      if (place !== 'index-entry' || isTag(text) || readImageReference(text)?.host !== undefined) continue;
      const message = `${quoted(text)} cannot be a tag, so tools that push by this name fail: a tag has letters, digits and _ . -, at most 128, and no . or - in front.`;
      yield findingAtValue(value, message, { clause: 'dist-tag' });
    }
  },
};
