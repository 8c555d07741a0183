import { memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { annotationsOf } from '../support/written-annotations.ts';

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
  *check(document) {
    for (const { member, text } of annotationsOf(document, [nameKey])) {
      // Nothing has no digest either.
      if (text === 'scratch' || memberOf(objectOf(member), digestKey) !== undefined) continue;
      const message = `Base image has no digest. Add \`${digestKey}\`.`;
      yield findingAtName(member, message, { clause: 'annotation-base-pair' });
    }
  },
};
