import type { DocumentRule } from '../rule.ts';
import { wording } from '../support/wording.ts';

const message = wording('Nested deeper than 10,000 levels, which Go does not decode.');

/** Go's encoding/json stops at 10,000 levels ("exceeded max depth"). */
export const jsonDepth: DocumentRule = {
  meta: {
    id: 'json-depth',
    title: 'Document is nested too deeply',
    kinds: 'any',
    severity: 'error',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: [],
  *check({ json }) {
    const fault = json.faults.find(({ code }) => code === 'too-deep');
    if (fault === undefined) return;
    yield { span: { start: fault.start, end: fault.end }, pointer: '', message };
  },
};
