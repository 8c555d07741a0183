import { inSentence } from '../../schema/message.ts';
import type { SchemaMember } from '../../schema/schema-at.ts';
import { renameMember } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonMember, type JsonNode, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import type { Shape } from '../support/known-members.ts';
import { memberMeantBy } from '../support/member-slips.ts';

/** Unknown names are welcome, so a slip in a known one goes unnoticed: "did you mean". */
export const memberNameMisspelled: DocumentRule = {
  meta: {
    id: 'member-name-misspelled',
    title: 'Misspelled property name',
    kinds: 'any',
    severity: 'warning',
    profile: 'recommended',
    clauses: ['unknown-property-accepted'],
    fixable: true,
  },
  checkOddMember(odd) {
    const known = memberMeantBy(odd);
    return known && findingOf(objectOf(odd.member), odd.member, known, odd.shape);
  },
};

function findingOf(object: JsonNode, member: JsonMember, known: SchemaMember, { thing }: Shape): Finding {
  const details = {
    fixes: [{ title: `Rename to ${known.name}`, edits: [renameMember(member, known.name)], isSafe: false }],
  };
  const what = `Unknown property ${inBackticks(member.name)} in this ${inSentence(thing)}. Did you mean \`${known.name}\`?`;
  const finding = known.required
    ? findingAtName(member, `${what} It is required.`, { ...details, severity: 'error' })
    : findingAtName(member, what, details);
  // In place of another rule's word on the missing member: one mistake, one finding.
  return { ...finding, missing: [known.name], missingFrom: pointerOf(object) };
}
