import type { Role } from '../../oci/kinds.ts';
import { isSameWritten } from '../../syntax/same.ts';
import { type DescriptorParts, descriptorMembers, type Marks, type ReadMember } from './descriptor-part-members.ts';

/** Most documents are never edited, so only what has changed has a mark of its own. */
class EditMarks implements Marks {
  constructor(
    private readonly origin: object,
    private readonly changed: ReadonlyMap<ReadMember, object>,
  ) {}

  of(read: ReadMember): object {
    return this.changed.get(read) ?? this.origin;
  }

  after(reads: readonly ReadMember[]): Marks {
    return new EditMarks(this.origin, new Map([...this.changed, ...reads.map((read) => [read, {}] as const)]));
  }
}

const unchanged: ReadonlyMap<ReadMember, object> = new Map();

/** Marks that equal no others. */
export function freshMarks(): Marks {
  return new EditMarks({}, unchanged);
}

/** The marks after an edit that replaced some descriptors. */
export function marksAfter(
  marks: Marks,
  removed: readonly DescriptorParts[],
  added: readonly DescriptorParts[],
): Marks {
  if (removed.length === 0 && added.length === 0) return marks;
  const [[from], [to]] = [removed, added];
  const isOne = removed.length === 1 && added.length === 1 && from?.role === to?.role;
  const members = descriptorMembers.filter((member) => !(isOne && isSameWritten(from?.[member], to?.[member])));
  const roles: ReadonlySet<Role> = new Set([...removed, ...added].map(({ role }) => role));
  return marks.after(members.flatMap((member) => [member, ...[...roles].map((role) => `${role}.${member}` as const)]));
}
