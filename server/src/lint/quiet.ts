import type { OciDocument } from '../oci/document.ts';
import type { Marks } from '../rules/support/descriptor-part-members.ts';
import { marksOf } from '../rules/support/descriptor-parts.ts';
import { bitsBetween, everyBit } from '../rules/support/member-marks.ts';
import { inheriting } from '../syntax/kept.ts';
import { childrenOf, isEscaped, membersOf } from '../syntax/tree.ts';
import type { Key, PlannedRule } from './plan.ts';

/** Which rules had findings about a document as a whole, and what that depends on. */
interface Outcome {
  readonly key: Key;
  readonly frame: readonly unknown[];
  readonly marks: Marks;
  /** The rules that had findings, by their order in the plan. */
  readonly speaking: ReadonlySet<number>;
  /** Whether rules had findings in parts outside of descriptors. */
  readonly hasOwnFindings: boolean;
}

const outcomes = inheriting<Outcome>();

/** Rules that had no findings in the last version and need not be asked again. */
export interface Quiet {
  isQuiet(planned: PlannedRule): boolean;
  /** Whether the parts outside of descriptors had no findings and have not changed. */
  readonly areOwnPartsQuiet: boolean;
  /** Remembers, for the next version, where findings were in this one. */
  keep(speaking: ReadonlySet<number>, hasOwnFindings: boolean): void;
}

export function quietIn(document: OciDocument, key: Key): Quiet {
  const { root } = document;
  // Syntax faults may change what anything means.
  if (root?.type !== 'object' || document.json.faults.length > 0) return restless;
  const frame = frameOf(document);
  const marks = marksOf(document);
  const known = outcomes.of(root);
  const last = known?.key === key && isSame(known.frame, frame) ? known : undefined;
  const changed = last === undefined ? everyBit : bitsBetween(last.marks, marks);
  return {
    isQuiet: ({ reads, order }) => last !== undefined && isUnchanged(reads, changed) && !last.speaking.has(order),
    areOwnPartsQuiet: last?.hasOwnFindings === false,
    keep: (speaking, hasOwnFindings) => outcomes.keep(root, { key, frame, marks, speaking, hasOwnFindings }),
  };
}

const restless: Quiet = { isQuiet: () => false, areOwnPartsQuiet: false, keep: () => {} };

/** Whether nothing has changed in what a rule reads of descriptors. A rule that does not say so always runs. */
export function isUnchanged(reads: number | undefined, changed: number): boolean {
  return reads !== undefined && (reads & changed) === 0;
}

/**
 * The content outside of descriptors: the other members, and the length of each list of descriptors. If a list has
 * anything else than descriptors, the list itself.
 */
function frameOf({ root, row, descriptors }: OciDocument): readonly unknown[] {
  const members = membersOf(root);
  const propertyOf = (name: string) => row?.descriptors.find(({ member }) => member === name);
  let expectedCount = 0;
  for (const { name, value } of members) {
    const property = propertyOf(name);
    if (property !== undefined)
      expectedCount += value?.type === 'array' && property.isArray ? childrenOf(value).length : 1;
  }
  const areDescriptors = expectedCount === descriptors.length;
  const frame: unknown[] = [];
  for (const member of members) {
    const { name, value } = member;
    frame.push(name, isEscaped(member));
    if (areDescriptors && value !== undefined && propertyOf(name)) frame.push(value.type, childrenOf(value).length);
    else frame.push(value);
  }
  return frame;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
