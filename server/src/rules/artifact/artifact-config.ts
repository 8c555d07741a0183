import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { namedProfileOf } from '../support/named-profile.ts';

/** Tools that read one type of artifact look at its config, some of them before anything else. */
export const artifactConfig: DocumentRule = {
  meta: {
    id: 'artifact-config',
    title: 'Unexpected config type for this artifact type',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType'],
  *check(document) {
    const profile = namedProfileOf(document);
    const node = valueOf(valueOf(document.root, 'config'), 'mediaType');
    const type = stringOf(node);
    if (profile?.config === undefined || profile.config.length === 0 || node === undefined || type === undefined)
      return;
    // A typo in the type is a finding of its own; an image's config where there is no image, too.
    if (profile.config.includes(type) || meantBy(type, document.hints.ownTypes) !== undefined || isImageConfig(type))
      return;
    const message = `Unexpected config type in a ${profile.title}. Expected ${profile.config.slice(0, 3).join(' or ')}.`;
    yield findingAtValue(node, message);
  },
};

function isImageConfig(type: string): boolean {
  return type === 'application/vnd.oci.image.config.v1+json';
}
