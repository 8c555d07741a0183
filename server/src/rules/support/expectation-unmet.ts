import type { RuleMeta } from '../rule.ts';
import { wording } from './wording.ts';

export const unmetMessage = wording(
  '{rule} is expected at {place}, and finds nothing there. Break it again, or take back the expectation.',
);

/** Said of a document in which something is not wrong that should be: fixtures are to stay broken as they are. */
export const expectationUnmet: RuleMeta = {
  id: 'expectation-unmet',
  title: 'What is expected to be wrong is',
  kinds: 'any',
  severity: 'error',
  profile: 'spec',
  clauses: [],
  fixable: false,
  messages: { default: unmetMessage },
};
