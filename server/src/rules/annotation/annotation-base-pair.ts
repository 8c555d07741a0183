import { memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const nameKey = 'org.opencontainers.image.base.name';
const digestKey = 'org.opencontainers.image.base.digest';

const message = wording('Base image has no digest. Add `org.opencontainers.image.base.digest`.');

/** The name of the base image comes with its digest (annotations.md, `org.opencontainers.image.base.name`, SHOULD). */
export const annotationBasePair: DocumentRule = {
  meta: {
    id: 'annotation-base-pair',
    title: 'Base image name without its digest',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'information',
    profile: 'spec',
    clauses: ['annotation-base-pair'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === nameKey,
  checkAnnotation({ member, text }) {
    // "scratch" has no digest.
    if (text === undefined || text === 'scratch' || memberOf(objectOf(member), digestKey) !== undefined) return;
    return findingAtName(member, message, { clause: 'annotation-base-pair' });
  },
};
