import { renameMember } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonMember, type JsonNode, memberOf, membersOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { knownVariantOf } from '../support/member-slips.ts';

/**
 * Names count exactly. Go's decoder folds case, so a document with a variant of a known name means one thing to it and
 * another to everybody else.
 */
export const memberNameCase: DocumentRule = {
  meta: {
    id: 'member-name-case',
    title: 'Property name has the wrong case',
    kinds: 'any',
    severity: 'error',
    profile: 'recommended',
    clauses: ['unknown-property-accepted'],
    fixable: true,
  },
  checkOddMember(odd) {
    const { member, shape } = odd;
    if (shape.byName.has(member.name)) return isRepeated(member) ? undefined : escaped(member);
    const known = knownVariantOf(odd);
    return known === undefined ? undefined : variant(objectOf(member), member, known);
  },
};

/** Then another rule says so: one of the two goes anyway. */
function isRepeated(member: JsonMember): boolean {
  const object = objectOf(member);
  if (memberOf(object, member.name) !== member) return true;
  return membersOf(object).some((other) => other !== member && other.name === member.name);
}

function escaped(member: JsonMember): Finding {
  const message = `\`${member.name}\` is written with escapes, which text search misses. Write it plainly.`;
  return findingAtName(member, message, {
    severity: 'warning',
    fixes: [{ title: `Rename to ${member.name}`, edits: [renameMember(member, member.name)], isSafe: true }],
  });
}

function variant(object: JsonNode, member: JsonMember, known: string): Finding {
  const hasBoth = memberOf(object, known) !== undefined;
  const who = hasBoth
    ? 'Go takes the later of the two, other readers ignore this one.'
    : 'Go accepts it, other readers ignore it.';
  const fix = { title: `Rename to ${known}`, edits: [renameMember(member, known)], isSafe: false };
  return {
    ...findingAtName(member, `${inBackticks(member.name)} differs from \`${known}\` only in case. ${who}`),
    ...(hasBoth ? {} : { missing: [known], missingFrom: pointerOf(object), fixes: [fix] }),
  };
}
