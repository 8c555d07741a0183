import { valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, headOf } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Docker schema 1 is obsolete. Rebuild the image as OCI. Nothing else was checked.');

/** Docker's first manifest schema is recognized, but not checked. */
export const dockerSchema1: DocumentRule = {
  meta: {
    id: 'docker-schema1',
    title: 'Docker schema 1 manifest',
    kinds: ['docker-schema1'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    if (root === undefined) return;
    const version = valueOf(root, 'schemaVersion');
    yield version === undefined ? { span: headOf(root), pointer: '', message } : findingAtValue(version, message);
  },
};
