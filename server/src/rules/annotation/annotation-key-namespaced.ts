import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, quoted } from '../support/finding.ts';

/** `example.com/thing`: a domain, but not turned round. */
const forwardDomain = /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|sh|app|cloud|ai)(?:\/|$)/;

/** Keys are named by a domain turned round, so that nobody else's are the same (annotations.md, "Rules", SHOULD). */
export const annotationKeyNamespaced: DocumentRule = {
  meta: {
    id: 'annotation-key-namespaced',
    title: 'Annotation key is not in reverse-DNS notation',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['annotations-keys-namespaced', 'annotations-keys-reverse-domain'],
    fixable: false,
  },
  reads: ['annotations'],
  concernsKey: (key) => (isPlain(key) || forwardDomain.test(key)) && annotationInfoOf(key) === undefined,
  checkAnnotation({ member }) {
    const key = member.name;
    const message = isPlain(key)
      ? `Annotation key ${quoted(key)} is not namespaced. Use ${quoted(`com.example.${key}`)}.`
      : 'Annotation key should use reverse-DNS notation ("com.example.thing").';
    const clause = isPlain(key) ? 'annotations-keys-namespaced' : 'annotations-keys-reverse-domain';
    return findingAtName(member, message, { clause });
  },
};

function isPlain(key: string): boolean {
  return !key.includes('.');
}
