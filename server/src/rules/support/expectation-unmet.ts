import type { RuleMeta } from '../rule.ts';
import { wording } from './wording.ts';

export const unmetMessage = wording(
  'Expected finding {rule} is missing at {place}. Restore the mistake or remove the expectation.',
);

/** Reported for a document without an expected finding, so that a fixture does not lose its intentional mistake unnoticed. */
export const expectationUnmet: RuleMeta = {
  id: 'expectation-unmet',
  title: 'Expected finding is missing',
  kinds: 'any',
  severity: 'error',
  profile: 'spec',
  clauses: [],
  fixable: false,
  messages: { default: unmetMessage },
};
