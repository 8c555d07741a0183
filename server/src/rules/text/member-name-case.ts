import { renameMember } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonMember, type JsonNode, memberOf, membersOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { knownVariantOf } from '../support/member-typos.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  escaped: '`{name}` is written with escapes, which text search misses. Write it plainly.',
  only: '{name} differs from `{known}` only in case. Go accepts it, other readers ignore it.',
  both: '{name} differs from `{known}` only in case. Go takes the later of the two, other readers ignore this one.',
});

/**
 * Names are case-sensitive. Go's decoder folds case, so a document with a variant of a known name means one thing to Go and
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
    messages,
  },
  checkOddMember(odd) {
    const { member, shape } = odd;
    if (shape.byName.has(member.name)) return isRepeated(member) ? undefined : escaped(member);
    const known = knownVariantOf(odd);
    return known === undefined ? undefined : variant(objectOf(member), member, known);
  },
};

/** duplicate-names reports it: one of the two has to go anyway. */
function isRepeated(member: JsonMember): boolean {
  const object = objectOf(member);
  if (memberOf(object, member.name) !== member) return true;
  return membersOf(object).some((other) => other !== member && other.name === member.name);
}

function escaped(member: JsonMember): Finding {
  return findingAtName(member, messages.escaped({ name: member.name }), {
    severity: 'warning',
    fixes: [{ title: `Rename to ${member.name}`, edits: [renameMember(member, member.name)], isSafe: true }],
  });
}

function variant(object: JsonNode, member: JsonMember, known: string): Finding {
  const hasBoth = memberOf(object, known) !== undefined;
  const message = messages[hasBoth ? 'both' : 'only']({ name: inBackticks(member.name), known });
  const fix = { title: `Rename to ${known}`, edits: [renameMember(member, known)], isSafe: false };
  return {
    ...findingAtName(member, message),
    ...(hasBoth ? {} : { missing: [known], missingFrom: pointerOf(object), fixes: [fix] }),
  };
}
