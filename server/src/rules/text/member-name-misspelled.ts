import { inSentence } from '../../schema/message.ts';
import type { SchemaMember } from '../../schema/schema-at.ts';
import { renameMember } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonMember, type JsonNode, memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { editDistance } from '../support/edit-distance.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { foldCase, type OddMember, plainOf, type Shape } from '../support/known-members.ts';

/** Longer names are no slip of the pen, and comparing them would cost time. */
const longestName = 40;

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

/** The known name that is nearest, is not written in the object itself, and is near enough to be meant. */
export function memberMeantBy({ member: written, shape }: OddMember): SchemaMember | undefined {
  const { name } = written;
  if (name.length > longestName || name.length < 3 || shape.byName.has(name)) return undefined;
  // A difference in case alone is another rule's.
  if (shape.byFolded.has(foldCase(name))) return undefined;
  const plain = plainOf(name);
  let best: SchemaMember | undefined;
  let bestDistance = 3;
  for (const [known, member] of shape.plain) {
    const limit = Math.min(member.name.length <= 4 ? 1 : 2, bestDistance - 1);
    const distance = editDistance(plain, known, limit);
    if (distance > limit) continue;
    if (memberOf(objectOf(written), member.name) === undefined) [best, bestDistance] = [member, distance];
  }
  // Short names lie close together: `date` beside `data` is a name of its own unless something required is missing.
  return best !== undefined && (best.required || best.name.length > 4 || isReordered(plain, best)) ? best : undefined;
}

/** `adta`, `dataa` and `data ` have the letters of `data` and no other. */
function isReordered(plain: string, { name }: SchemaMember): boolean {
  const lettersOf = (text: string) => [...new Set(text)].sort().join('');
  return plain.length >= plainOf(name).length && lettersOf(plain) === lettersOf(plainOf(name));
}

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
