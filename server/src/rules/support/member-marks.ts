import { isSameWritten } from '../../syntax/same.ts';
import {
  type DescriptorMember,
  type DescriptorParts,
  descriptorMembers,
  type Marks,
} from './descriptor-part-members.ts';

/** Marks that equal no others. */
export function freshMarks(): Marks {
  return marksFrom(() => ({}));
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
  return marksFrom((member) => (isOne && isSameWritten(from?.[member], to?.[member]) ? marks[member] : {}));
}

function marksFrom(markOf: (member: DescriptorMember) => object): Marks {
  return Object.fromEntries(descriptorMembers.map((member) => [member, markOf(member)])) as Record<
    DescriptorMember,
    object
  >;
}
