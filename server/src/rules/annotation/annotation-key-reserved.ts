import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { DocumentRule } from '../rule.ts';
import { annotationKeyMeantBy } from '../support/annotation-key-typos.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const reserved = 'org.opencontainers.';

const message = wording('The {prefix} prefix is reserved for OCI specifications. Use your own domain.');

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
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey(key) {
    if (!`${key}.`.startsWith(reserved) || annotationInfoOf(key) !== undefined) return false;
    // annotation-key-misspelled reports typos.
    return annotationKeyMeantBy(key) === undefined;
  },
  checkAnnotation({ member }) {
    const isImage = member.name.startsWith(`${reserved}image.`);
    const prefix = isImage ? 'org.opencontainers.image.' : reserved;
    const clause = isImage ? 'annotations-prefix-image-reserved' : 'annotations-prefix-oci-reserved';
    return findingAtName(member, message({ prefix: quoted(prefix) }), { clause });
  },
};
