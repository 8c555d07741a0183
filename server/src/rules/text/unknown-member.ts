import { inSentence } from '../../schema/message.ts';
import { type JsonMember, objectOf, parentOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Surroundings } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { isForeignTo } from '../support/foreign-members.ts';
import type { OddMember } from '../support/known-members.ts';
import { knownVariantOf, memberMeantBy } from '../support/member-slips.ts';

/** New members SHOULD be proposed to the specification first (descriptor.md, "Properties"); readers must ignore them. */
export const unknownMember: DocumentRule = {
  meta: {
    id: 'unknown-member',
    title: 'Property is not in the specification',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['descriptor-new-fields'],
    fixable: false,
  },
  checkOddMember(odd, around) {
    return isToldBetter(odd, around) ? undefined : findingOf(odd.member, odd.shape.thing);
  },
};

/** Whether another rule says more about the name. */
function isToldBetter(odd: OddMember, { kind }: Surroundings): boolean {
  const { member, shape } = odd;
  if (shape.byName.has(member.name) || knownVariantOf(odd) !== undefined || memberMeantBy(odd) !== undefined)
    return true;
  return parentOf(objectOf(member)) === undefined && isForeignTo(kind, member.name);
}

function findingOf(member: JsonMember, thing: string): Finding {
  const message = `Unknown property ${inBackticks(member.name)} in this ${inSentence(thing)}. Readers ignore it.`;
  return findingAtName(member, message, { clause: 'descriptor-new-fields' });
}
