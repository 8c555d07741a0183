import type { SchemaMember } from '../../schema/schema-at.ts';
import { memberOf, objectOf } from '../../syntax/tree.ts';
import { editDistance } from './edit-distance.ts';
import { foldCase, type OddMember, plainOf } from './known-members.ts';

/** The known name that an unknown name differs from only in case. */
export function knownVariantOf({ member, shape }: OddMember): string | undefined {
  return shape.byFolded().get(foldCase(member.name));
}

/** Longer names are not typos, and comparing them would take time. */
const longestName = 40;

/** The names of other formats and tools for the same property. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['blobs', ['layers']],
  ['fslayers', ['layers']],
  ['images', ['manifests']],
  ['blobsum', ['digest']],
  ['length', ['size']],
  ['contenttype', ['mediaType']],
  ['refers', ['subject']],
  ['arch', ['architecture']],
  ['environment', ['Env']],
  ['workdir', ['WorkingDir']],
]);

/** The nearest known name that is close enough to be meant and not in the object already. */
export function memberMeantBy({ member: written, shape }: OddMember): SchemaMember | undefined {
  const { name } = written;
  if (name.length > longestName || name.length < 3 || shape.byName.has(name)) return undefined;
  // member-name-case reports names that differ only in case.
  if (shape.byFolded().has(foldCase(name))) return undefined;
  const plain = plainOf(name);
  const other = otherNames.get(plain)?.find((known) => shape.byName.has(known));
  if (other !== undefined)
    return memberOf(objectOf(written), other) === undefined ? shape.byName.get(other) : undefined;
  let best: SchemaMember | undefined;
  let bestDistance = 3;
  for (const [known, member] of shape.plain()) {
    const limit = Math.min(member.name.length <= 4 ? 1 : 2, bestDistance - 1);
    const distance = editDistance(plain, known, limit);
    if (distance > limit) continue;
    if (memberOf(objectOf(written), member.name) === undefined) [best, bestDistance] = [member, distance];
  }
  // Short names are close to each other: `date` is not a typo for `data` unless something required is missing.
  return best !== undefined && (best.required || best.name.length > 4 || isReordered(plain, best)) ? best : undefined;
}

/** `adta`, `dataa` and `data ` have no other letters than `data`. */
function isReordered(plain: string, { name }: SchemaMember): boolean {
  const lettersOf = (text: string) => [...new Set(text)].sort().join('');
  return plain.length >= plainOf(name).length && lettersOf(plain) === lettersOf(plainOf(name));
}
