import type { SchemaMember } from '../schema/schema-at.ts';
import { renameMember } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { type JsonMember, type JsonNode, memberOf, membersOf } from '../syntax/tree.ts';
import { editDistance } from './edit-distance.ts';
import { findingAtName, quoted } from './finding.ts';
import { type Shape, visitKnownObjects } from './known-members.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** Longer names are no slip of the pen, and comparing them would cost time. */
const longestName = 40;

/** Unknown names are welcome, so a slip in a known one goes unnoticed: "did you mean". */
export const memberNameMisspelt: DocumentRule = {
  meta: {
    id: 'member-name-misspelt',
    title: 'No member has a name that is almost a known one',
    kinds: 'any',
    severity: 'warning',
    profile: 'recommended',
    clauses: ['unknown-property-accepted'],
    fixable: true,
  },
  check(document) {
    const findings: Finding[] = [];
    visitKnownObjects(document, (object, shape) => {
      for (const member of membersOf(object)) {
        const known = shape.byName.has(member.name) ? undefined : meantBy(member.name, object, shape);
        if (known !== undefined) findings.push(findingOf(object, member, known, shape));
      }
    });
    return findings;
  },
};

/** The known name that is nearest, is not written in the object itself, and is near enough to be meant. */
function meantBy(name: string, object: JsonNode, { byName }: Shape): SchemaMember | undefined {
  if (name.length > longestName || name.length < 3) return undefined;
  const plain = plainOf(name);
  let best: SchemaMember | undefined;
  let bestDistance = 3;
  for (const [known, member] of byName) {
    // A difference in case alone is another rule's.
    if (known.toLowerCase() === name.toLowerCase() || memberOf(object, known) !== undefined) continue;
    const limit = known.length <= 4 ? 1 : 2;
    const distance = editDistance(plain, plainOf(known), limit);
    if (distance <= limit && distance < bestDistance) [best, bestDistance] = [member, distance];
  }
  // Short names lie close together: `date` beside `data` is a name of its own unless something required is missing.
  return best !== undefined && (best.required || best.name.length > 4) ? best : undefined;
}

/** `media_type`, `media-type` and `MediaType` are all one. */
function plainOf(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

function findingOf(object: JsonNode, member: JsonMember, known: SchemaMember, { thing }: Shape): Finding {
  const details = {
    fixes: [{ title: `Write ${known.name}`, edits: [renameMember(member, known.name)], isSafe: false }],
  };
  const what = `${quoted(member.name)} is no known member of this ${lowerFirst(thing)}; did you mean \`${known.name}\`?`;
  if (!known.required) return findingAtName(member, `${what} Readers ignore names that they do not know.`, details);
  // In place of the schema's word on the missing member: one mistake, one finding.
  const finding = findingAtName(member, `${what} It is required, and missing here.`, { ...details, severity: 'error' });
  return { ...finding, missing: known.name, missingFrom: pointerOf(object) };
}

/** "Image manifest" within a sentence; "OCI layout" stays. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) && !title.startsWith('Docker') ? title[0]!.toLowerCase() + title.slice(1) : title;
}
