import { isSameWritten } from '../../syntax/same.ts';
import {
  type DescriptorMember,
  type DescriptorParts,
  descriptorMembers,
  type Marks,
} from './descriptor-part-members.ts';

/** Marks that equal no others. */
export function freshMarks(): Marks {
  return marksAfter(undefined, everyBit);
}

/** The members that an edit that replaced some descriptors may have changed, as bits. */
export function changedBits(removed: readonly DescriptorParts[], added: readonly DescriptorParts[]): number {
  const [[from], [to]] = [removed, added];
  if (from === undefined && to === undefined) return 0;
  if (removed.length !== 1 || added.length !== 1 || from?.role !== to?.role) return everyBit;
  return bitsWhere((member) => !isSameWritten(from?.[member], to?.[member]));
}

/** The marks after members have changed. */
export function marksAfter(marks: Marks | undefined, changed: number): Marks {
  if (marks !== undefined && changed === 0) return marks;
  const after: Partial<Record<DescriptorMember, object>> = {};
  descriptorMembers.forEach((member, at) => {
    after[member] = (marks !== undefined && (changed & (1 << at)) === 0 && marks[member]) || {};
  });
  return after as Marks;
}

/** The members whose marks differ, as bits. */
export function bitsBetween(before: Marks, now: Marks): number {
  return before === now ? 0 : bitsWhere((member) => before[member] !== now[member]);
}

function bitsWhere(holds: (member: DescriptorMember) => boolean): number {
  let bits = 0;
  for (let at = 0; at < descriptorMembers.length; at++) {
    const member = descriptorMembers[at];
    if (member !== undefined && holds(member)) bits |= 1 << at;
  }
  return bits;
}

export const everyBit = bitsWhere(() => true);
