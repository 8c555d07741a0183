import type { OciDocument } from '../oci/document.ts';
import type { Marks } from '../rules/support/descriptor-part-members.ts';
import { marksOf } from '../rules/support/descriptor-parts.ts';
import { inheriting } from '../syntax/kept.ts';
import { childrenOf, membersOf } from '../syntax/tree.ts';
import type { Key, PlannedRule } from './plan.ts';

/** Which rules had findings about a document as a whole, and what that depends on. */
interface Outcome {
  readonly key: Key;
  readonly frame: readonly unknown[];
  readonly marks: Marks;
  /** The rules that had findings, by their order in the plan. */
  readonly speaking: ReadonlySet<number>;
}

const outcomes = inheriting<Outcome>();

/** Rules that had no findings in the last version and need not be asked again. */
export interface Quiet {
  isQuiet(planned: PlannedRule): boolean;
  /** Remembers, for the next version, which rules had findings in this one. */
  keep(speaking: ReadonlySet<number>): void;
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
    keep: (speaking) => outcomes.keep(root, { key, frame, marks, speaking }),
  };
}

const restless: Quiet = { isQuiet: () => false, keep: () => {} };

/** Whether nothing has changed in what a rule reads of descriptors. */
export function readsTheSame({ reads }: PlannedRule['rule'], before: Marks, now: Marks): boolean {
  return reads?.every((member) => before[member] === now[member]) === true;
}

/** The content outside of descriptors: the other members, and the length of each list of descriptors. */
function frameOf({ root, row }: OciDocument): readonly unknown[] {
  const described = new Set(row?.descriptors.map(({ member }) => member));
  return membersOf(root).flatMap(({ name, value }): readonly unknown[] =>
    value !== undefined && described.has(name) ? [name, value.type, childrenOf(value).length] : [name, value],
  );
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at]);
}
