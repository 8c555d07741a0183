import { type JsonMember, objectOf, parentOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Surroundings } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { isForeignTo } from '../support/foreign-members.ts';
import type { OddMember } from '../support/known-members.ts';
import { knownVariantOf, memberMeantBy } from '../support/member-typos.ts';
import { inSentence } from '../support/schema-message.ts';
import { wording } from '../support/wording.ts';

const message = wording('Unknown property {name} in this {thing}. Readers ignore it.');

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
    messages: { default: message },
  },
  checkOddMember(odd, around) {
    return isToldBetter(odd, around) ? undefined : findingOf(odd.member, odd.shape.thing);
  },
};

/** Whether another rule has a better message about the name. */
function isToldBetter(odd: OddMember, { kind }: Surroundings): boolean {
  const { member, shape } = odd;
  if (shape.byName.has(member.name) || knownVariantOf(odd) !== undefined || memberMeantBy(odd) !== undefined)
    return true;
  return parentOf(objectOf(member)) === undefined && isForeignTo(kind, member.name);
}

function findingOf(member: JsonMember, thing: string): Finding {
  return findingAtName(member, message({ name: inBackticks(member.name), thing: inSentence(thing) }), {
    clause: 'descriptor-new-fields',
  });
}
