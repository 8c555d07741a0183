import { valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, headOf } from '../support/finding.ts';

/** Docker's first manifest schema is recognised, and nothing of it is checked. */
export const dockerSchema1: DocumentRule = {
  meta: {
    id: 'docker-schema1',
    title: 'Docker schema 1 manifest',
    kinds: ['docker-schema1'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    if (root === undefined) return;
    const message = 'Docker schema 1 is obsolete. Rebuild the image as OCI. Nothing else was checked.';
    const version = valueOf(root, 'schemaVersion');
    yield version === undefined ? { span: headOf(root), pointer: '', message } : findingAtValue(version, message);
  },
};
