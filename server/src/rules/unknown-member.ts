import { pointerOfMember } from '../syntax/pointer.ts';
import { type JsonMember, membersOf } from '../syntax/tree.ts';
import { ambiguousDocument } from './ambiguous-document.ts';
import { findingAtName, quoted } from './finding.ts';
import { visitKnownObjects } from './known-members.ts';
import { memberNameCase } from './member-name-case.ts';
import { memberNameMisspelt } from './member-name-misspelt.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** Rules that say more about an unknown name. */
const closer: readonly DocumentRule[] = [memberNameCase, memberNameMisspelt, ambiguousDocument];

/** New members SHOULD be proposed to the specification first (descriptor.md, "Properties"); readers must ignore them. */
export const unknownMember: DocumentRule = {
  meta: {
    id: 'unknown-member',
    title: 'Descriptors and manifests have only members of the specification',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['descriptor-new-fields'],
    fixable: false,
  },
  check(document) {
    const findings: Finding[] = [];
    let told: ReadonlySet<string> | undefined;
    visitKnownObjects(document, (object, { byName, thing }) => {
      for (const member of membersOf(object)) {
        if (byName.has(member.name)) continue;
        told ??= new Set(closer.flatMap((rule) => [...rule.check(document)].map(({ pointer }) => pointer)));
        if (!told.has(pointerOfMember(member))) findings.push(findingOf(member, thing));
      }
    });
    return findings;
  },
};

function findingOf(member: JsonMember, thing: string): Finding {
  const message = `${quoted(member.name)} is no member that the specification knows here. Readers ignore it; what you add to a ${thing.toLowerCase()} for yourself can stand in an annotation.`;
  return findingAtName(member, message, { clause: 'descriptor-new-fields' });
}
