import { foreignConfigOf } from '../../oci/foreign-documents.ts';
import type { DocumentRule } from '../rule.ts';
import { headOf } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('This is {format}, not an image config.');

/** A known document in place of an image config. No other rule checks it. */
export const configForeign: DocumentRule = {
  meta: {
    id: 'config-foreign',
    title: 'Image config is a document of another format',
    kinds: ['foreign-config'],
    severity: 'error',
    profile: 'spec',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    const form = foreignConfigOf(root);
    if (root === undefined || form === undefined) return;
    yield { span: headOf(root), pointer: '', message: message({ format: form.title }) };
  },
};
