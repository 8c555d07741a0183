import type { OciDocument } from '../oci/document.ts';
import type { Marks } from '../rules/support/descriptor-part-members.ts';
import { marksOf } from '../rules/support/descriptor-parts.ts';
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
  return {
    isQuiet: ({ rule, order }) =>
      last !== undefined && !last.speaking.has(order) && readsTheSame(rule, last.marks, marks),
    areOwnPartsQuiet: last?.hasOwnFindings === false,
    keep: (speaking, hasOwnFindings) => outcomes.keep(root, { key, frame, marks, speaking, hasOwnFindings }),
  };
}

const restless: Quiet = { isQuiet: () => false, areOwnPartsQuiet: false, keep: () => {} };

/** Whether nothing has changed in what a rule reads of descriptors. */
export function readsTheSame({ reads }: PlannedRule['rule'], before: Marks, now: Marks): boolean {
  return reads?.every((member) => before.of(member) === now.of(member)) === true;
}

/**
 * The content outside of descriptors: the other members, and the length of each list of descriptors. If anything stands
 * in place of a descriptor that is not one, the list itself.
 */
function frameOf({ root, row, descriptors }: OciDocument): readonly unknown[] {
  const isList = new Map(row?.descriptors.map(({ member, isArray }) => [member, isArray]));
  const members = membersOf(root);
  let places = 0;
  for (const { name, value } of members) {
    if (isList.has(name)) places += value?.type === 'array' && isList.get(name) ? childrenOf(value).length : 1;
  }
  const areDescriptors = places === descriptors.length;
  return members.flatMap((member): readonly unknown[] => {
    const { name, value } = member;
    const content =
      areDescriptors && value !== undefined && isList.has(name) ? [value.type, childrenOf(value).length] : [value];
    return [name, isEscaped(member), ...content];
  });
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at]);
}
