import type { SchemaMember } from '../../schema/schema-at.ts';
import { renameMember } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonMember, type JsonNode, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import type { Shape } from '../support/known-members.ts';
import { memberMeantBy } from '../support/member-typos.ts';
import { inSentence } from '../support/schema-message.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  required: 'Unknown property {name} in this {thing}. Did you mean `{known}`? It is required.',
  optional: 'Unknown property {name} in this {thing}. Did you mean `{known}`?',
});

/** Unknown names are valid, so nobody else notices a typo in a known one. */
export const memberNameMisspelled: DocumentRule = {
  meta: {
    id: 'member-name-misspelled',
    title: 'Misspelled property name',
    kinds: 'any',
    severity: 'warning',
    profile: 'recommended',
    clauses: ['unknown-property-accepted'],
    fixable: true,
    messages,
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
  const values = { name: inBackticks(member.name), thing: inSentence(thing), known: known.name };
  const finding = known.required
    ? findingAtName(member, messages.required(values), { ...details, severity: 'error' })
    : findingAtName(member, messages.optional(values), details);
  // Replaces another rule's finding about the missing member: one mistake, one finding.
  return { ...finding, missing: [known.name], missingFrom: pointerOf(object) };
}
