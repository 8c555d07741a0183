import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

/** `artifactType` on an index is new in version 1.1 of the specification. */
export const indexArtifactType: DocumentRule = {
  meta: {
    id: 'index-artifact-type',
    title: 'An index has no `artifactType`, which readers from before 1.1 ignore',
    kinds: ['index'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    const member = memberOf(root, 'artifactType');
    if (member === undefined) return;
    const message =
      '`artifactType` on an index is new in image-spec 1.1. Readers from before pass over it, and registries from before list the index among referrers without a type.';
    yield findingAtName(member, message);
  },
};
