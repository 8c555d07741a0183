import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { DocumentRule } from '../rule.ts';
import { annotationKeyMeantBy } from '../support/annotation-key-slips.ts';
import { findingAtName } from '../support/finding.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

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
  reads: ['annotations'],
  concernsKey(key) {
    if (!`${key}.`.startsWith(reserved) || annotationInfoOf(key) !== undefined) return false;
    // A slip in a known key is said to be one.
    return annotationKeyMeantBy(key) === undefined;
  },
  checkAnnotation({ member }) {
    const isImage = member.name.startsWith(`${reserved}image.`);
    const prefix = isImage ? 'org.opencontainers.image.' : reserved;
    const message = `The "${prefix}" prefix is reserved for OCI specifications. Use your own domain.`;
    const clause = isImage ? 'annotations-prefix-image-reserved' : 'annotations-prefix-oci-reserved';
    return findingAtName(member, message, { clause });
  },
};
