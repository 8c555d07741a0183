import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

/** `example.com/thing`: a domain, but not reversed. */
const forwardDomain = /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|sh|app|cloud|ai)(?:\/|$)/;

const messages = wordings({
  plain: 'Annotation key {key} is not namespaced. Use {remedy}.',
  forward: 'Annotation key should use reverse-DNS notation ("com.example.thing").',
});

/** Keys start with a reversed domain, so that nobody else's are the same (annotations.md, "Rules", SHOULD). */
export const annotationKeyNamespaced: DocumentRule = {
  meta: {
    id: 'annotation-key-namespaced',
    title: 'Annotation key is not in reverse-DNS notation',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['annotations-keys-namespaced', 'annotations-keys-reverse-domain'],
    fixable: false,
    messages,
  },
  reads: ['annotations'],
  concernsKey: (key) => (isPlain(key) || forwardDomain.test(key)) && annotationInfoOf(key) === undefined,
  checkAnnotation({ member }) {
    const key = member.name;
    const message = isPlain(key)
      ? messages.plain({ key: quoted(key), remedy: quoted(`com.example.${key}`) })
      : messages.forward;
    const clause = isPlain(key) ? 'annotations-keys-namespaced' : 'annotations-keys-reverse-domain';
    return findingAtName(member, message, { clause });
  },
};

function isPlain(key: string): boolean {
  return !key.includes('.');
}
