import { memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

const nameKey = 'org.opencontainers.image.base.name';
const digestKey = 'org.opencontainers.image.base.digest';

/** With the name of the base image goes its digest (annotations.md, `org.opencontainers.image.base.name`, SHOULD). */
export const annotationBasePair: DocumentRule = {
  meta: {
    id: 'annotation-base-pair',
    title: 'Base image name without its digest',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'information',
    profile: 'spec',
    clauses: ['annotation-base-pair'],
    fixable: false,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === nameKey,
  checkAnnotation({ member, text }) {
    // Nothing has no digest either.
    if (text === undefined || text === 'scratch' || memberOf(objectOf(member), digestKey) !== undefined) return;
    const message = `Base image has no digest. Add \`${digestKey}\`.`;
    return findingAtName(member, message, { clause: 'annotation-base-pair' });
  },
};
