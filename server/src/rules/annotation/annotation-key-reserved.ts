import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { annotatedKinds, annotationsByKey } from '../support/written-annotations.ts';
import { annotationKeyMeantBy } from './annotation-key-misspelled.ts';

const reserved = 'org.opencontainers.';

/** `org.opencontainers` belongs to the OCI specifications (annotations.md, "Rules", MUST NOT). */
export const annotationKeyReserved: DocumentRule = {
  meta: {
    id: 'annotation-key-reserved',
    title: 'Annotation key under a reserved prefix',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotations-prefix-oci-reserved', 'annotations-prefix-image-reserved'],
    fixable: false,
  },
  *check(document) {
    for (const [key, annotations] of annotationsByKey(document)) {
      if (!`${key}.`.startsWith(reserved) || annotationInfoOf(key) !== undefined) continue;
      // A slip in a known key is said to be one.
      if (annotationKeyMeantBy(key) !== undefined) continue;
      const isImage = key.startsWith(`${reserved}image.`);
      const prefix = isImage ? 'org.opencontainers.image.' : reserved;
      const message = `The "${prefix}" prefix is reserved for OCI specifications. Use your own domain.`;
      const clause = isImage ? 'annotations-prefix-image-reserved' : 'annotations-prefix-oci-reserved';
      for (const { member } of annotations) yield findingAtName(member, message, { clause });
    }
  },
};
