import { pointerOfMember } from '../syntax/pointer.ts';
import { type JsonMember, type JsonNode, membersOf, nameSpanOf } from '../syntax/tree.ts';
import { objectsOf } from '../syntax/walk.ts';
import { findingAtName, quoted } from './finding.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** No object has two members of one name (image-spec considerations.md, "JSON"; RFC 7493 section 2.3). */
export const duplicateNames: DocumentRule = {
  meta: {
    id: 'duplicate-names',
    title: 'No object has two members of one name',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: ['json-duplicate-names', 'annotations-keys-unique'],
    fixable: false,
  },
  *check({ root }) {
    let room = mostPointers;
    for (const object of objectsOf(root)) {
      for (const finding of checkObject(object)) {
        yield finding;
        room -= finding.pointer.length;
        if (room < 0) return;
      }
    }
  },
};

/**
 * A pointer is as long as the names that lead to it: those of a hostile document, deep or with a name of a megabyte, would
 * take far more room than its text. In characters.
 */
const mostPointers = 10_000_000;

function* checkObject(object: JsonNode): Iterable<Finding> {
  const members = membersOf(object);
  if (members.length < 2 || !mayRepeat(members)) return;
  const firsts = new Map<string, JsonMember>();
  for (const member of members) {
    const first = firsts.get(member.name);
    if (first === undefined) firsts.set(member.name, member);
    else yield findingOf(first, member);
  }
}

/** Small objects are the rule: comparing a few names is cheaper than a set for each of thousands of objects. */
function mayRepeat(members: readonly JsonMember[]): boolean {
  if (members.length > 8) return true;
  for (let i = 1; i < members.length; i++) {
    for (let j = 0; j < i; j++) if (members[i]!.name === members[j]!.name) return true;
  }
  return false;
}

function findingOf(first: JsonMember, repeated: JsonMember): Finding {
  return findingAtName(
    repeated,
    `${quoted(repeated.name)} is written twice in this object. Most readers take the last, some the first, and strict ones refuse the document; keep one.`,
    {
      clause: 'json-duplicate-names',
      related: [{ span: nameSpanOf(first), pointer: pointerOfMember(first), message: 'The first one is here.' }],
    },
  );
}
