import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Clients older than image-spec 1.1 ignore `artifactType` of an index.');

/** `artifactType` on an index is new in version 1.1 of the specification. */
export const indexArtifactType: DocumentRule = {
  meta: {
    id: 'index-artifact-type',
    title: 'artifactType of an index is ignored by older clients',
    kinds: ['index'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: [],
  *check({ root }) {
    const member = memberOf(root, 'artifactType');
    if (member === undefined) return;
    yield findingAtName(member, message);
  },
};
