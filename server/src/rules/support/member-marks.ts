import { isSameWritten } from '../../syntax/same.ts';
import {
  type DescriptorMember,
  type DescriptorParts,
  type Marks,
  type ReadMember,
  readMembers,
} from './descriptor-part-members.ts';

/** The member of each, and its role if it is limited to one. */
const reads = readMembers.map((read) => {
  const [member, role] = read.split('.').reverse() as [DescriptorMember, string | undefined];
  return { read, member, role };
});

/** Marks that are not equal to any others. */
export function freshMarks(): Marks {
  return marksAfter(undefined, everyBit);
}

/** What an edit that replaced some descriptors may have changed, as bits. */
export function changedBits(removed: readonly DescriptorParts[], added: readonly DescriptorParts[]): number {
  const [[from], [to]] = [removed, added];
  if (from === undefined && to === undefined) return 0;
  if (removed.length !== 1 || added.length !== 1 || from?.role !== to?.role) return everyBit;
  return bitsWhere(
    ({ member, role }) => (role === undefined || role === from?.role) && !isSameWritten(from?.[member], to?.[member]),
  );
}

/** The marks after such a change. */
export function marksAfter(marks: Marks | undefined, changed: number): Marks {
  if (marks !== undefined && changed === 0) return marks;
  const after: Partial<Record<ReadMember, object>> = {};
  reads.forEach(({ read }, at) => {
    after[read] = (marks !== undefined && (changed & (1 << at)) === 0 && marks[read]) || {};
  });
  return after as Marks;
}

/** Which marks differ, as bits. */
export function bitsBetween(before: Marks, now: Marks): number {
  return before === now ? 0 : bitsWhere(({ read }) => before[read] !== now[read]);
}

function bitsWhere(holds: (one: (typeof reads)[number]) => boolean): number {
  let bits = 0;
  for (const [at, one] of reads.entries()) if (holds(one)) bits |= 1 << at;
  return bits;
}

export const everyBit = bitsWhere(() => true);
