import { renameMember } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { type JsonMember, type JsonNode, memberOf, membersOf, nameSpanOf } from '../syntax/tree.ts';
import { findingAtName, quoted } from './finding.ts';
import { type Shape, visitKnownObjects } from './known-members.ts';
import type { DocumentRule, Finding } from './rule.ts';

/**
 * Names count exactly. Go's decoder folds case, so a document with a variant of a known name means one thing to it and
 * another to everybody else.
 */
export const memberNameCase: DocumentRule = {
  meta: {
    id: 'member-name-case',
    title: 'Known names are written exactly: in their case and without escapes',
    kinds: 'any',
    severity: 'error',
    profile: 'recommended',
    clauses: ['unknown-property-accepted'],
    fixable: true,
  },
  check(document) {
    const findings: Finding[] = [];
    visitKnownObjects(document, (object, shape) => {
      for (const member of membersOf(object)) {
        const finding = findingFor(object, shape, member);
        if (finding !== undefined) findings.push(finding);
      }
    });
    return findings;
  },
};

function findingFor(object: JsonNode, { byName }: Shape, member: JsonMember): Finding | undefined {
  const { name } = member;
  if (byName.has(name)) {
    const { start, end } = nameSpanOf(member);
    return end - start === name.length + 2 ? undefined : escaped(member);
  }
  const folded = foldCase(name);
  for (const known of byName.keys()) {
    if (known.length === name.length && foldCase(known) === folded) return variant(object, member, known);
  }
  return undefined;
}

function escaped(member: JsonMember): Finding {
  const message = `This name spells \`${member.name}\` with escapes. JSON parsers see through it, tools that search the text do not; write it plainly.`;
  return findingAtName(member, message, {
    severity: 'warning',
    fixes: [{ title: `Write ${member.name}`, edits: [renameMember(member, member.name)], isSafe: true }],
  });
}

function variant(object: JsonNode, member: JsonMember, known: string): Finding {
  const hasBoth = memberOf(object, known) !== undefined;
  const who = hasBoth
    ? `Go's decoder reads it as \`${known}\` too, and of the two takes the later; other readers ignore it.`
    : `Go's decoder reads it as \`${known}\`, other readers ignore it.`;
  const fix = { title: `Write ${known}`, edits: [renameMember(member, known)], isSafe: false };
  return {
    ...findingAtName(member, `${quoted(member.name)} differs from \`${known}\` only in case. ${who}`),
    ...(hasBoth ? {} : { missing: known, missingFrom: pointerOf(object), fixes: [fix] }),
  };
}

/** Folds as Go's encoding/json does: ASCII case, and the two letters beyond ASCII that fold into it (ſ and the Kelvin sign). */
function foldCase(name: string): string {
  return name.toLowerCase().replaceAll('ſ', 's');
}
