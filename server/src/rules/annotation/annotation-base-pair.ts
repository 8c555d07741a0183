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
    title: 'The name of the base image comes with its digest',
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
      const message = `This names the base image without \`${digestKey}\`: what the name points to changes, so nobody can tell later which image it was.`;
      yield findingAtName(member, message, { clause: 'annotation-base-pair' });
    }
  },
};
