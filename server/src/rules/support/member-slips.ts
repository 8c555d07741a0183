import type { SchemaMember } from '../../schema/schema-at.ts';
import { memberOf, objectOf } from '../../syntax/tree.ts';
import { editDistance } from './edit-distance.ts';
import { foldCase, type OddMember, plainOf } from './known-members.ts';

/** The known name that an unknown one differs from only in case. */
export function knownVariantOf({ member, shape }: OddMember): string | undefined {
  return shape.byFolded.get(foldCase(member.name));
}

/** Longer names are no slip of the pen, and comparing them would cost time. */
const longestName = 40;

/** What other formats and tools call the same thing. */
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

/** The known name that is nearest, is not written in the object itself, and is near enough to be meant. */
export function memberMeantBy({ member: written, shape }: OddMember): SchemaMember | undefined {
  const { name } = written;
  if (name.length > longestName || name.length < 3 || shape.byName.has(name)) return undefined;
  // A difference in case alone is another rule's.
  if (shape.byFolded.has(foldCase(name))) return undefined;
  const plain = plainOf(name);
  const other = otherNames.get(plain)?.find((known) => shape.byName.has(known));
  if (other !== undefined)
    return memberOf(objectOf(written), other) === undefined ? shape.byName.get(other) : undefined;
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
