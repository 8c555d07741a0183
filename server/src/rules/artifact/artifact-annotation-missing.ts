import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingMissing, inBackticks } from '../support/finding.ts';
import { namedProfileOf } from '../support/named-profile.ts';
import { wording } from '../support/wording.ts';

const message = wording('{artifact} requires {key}.');

/** Annotations of the manifest that the specification of the artifact requires, by its profile (Notary Project, signature specification). */
export const artifactAnnotationMissing: DocumentRule = {
  meta: {
    id: 'artifact-annotation-missing',
    title: 'Artifact lacks an annotation that its specification requires',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check(document) {
    const { root } = document;
    const need = required.get(namedProfileOf(document)?.id ?? '');
    const annotations = valueOf(root, 'annotations');
    // The schema reports annotations that are no object.
    if (root === undefined || need === undefined || (annotations !== undefined && annotations.type !== 'object'))
      return;
    if (memberOf(annotations, need.key) !== undefined) return;
    const said = message({ key: inBackticks(need.key), artifact: need.artifact });
    yield annotations === undefined
      ? findingMissing(root, 'annotations', said)
      : findingMissing(annotations, need.key, said);
  },
};

const required: ReadonlyMap<string, { readonly key: string; readonly artifact: string }> = new Map([
  ['notation-signature', { key: 'io.cncf.notary.x509chain.thumbprint#S256', artifact: 'Notation' }],
]);
