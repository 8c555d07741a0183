import type { LintFinding } from '../lint/lint-finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { positionOfFirst } from '../syntax/search.ts';

/** Safe fixes that can be applied together, and their edits in source order. */
export interface SafeFixes {
  readonly fixes: readonly Fix[];
  readonly edits: readonly TextEdit[];
}

/**
 * Collects the first safe fix of each finding, each applied completely or not at all. Of fixes that overlap, the first
 * one wins. Remaining findings appear again when the changed text is checked.
 */
export function safeFixesOf(findings: readonly LintFinding[]): SafeFixes {
  const fixes: Fix[] = [];
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.find(({ isSafe }) => isSafe);
    if (fix === undefined || fix.edits.some((edit) => isTaken(edit, edits))) continue;
    if (fix.edits.length === 0 && !fix.isRewriting) continue;
    fixes.push(fix);
    for (const edit of fix.edits) edits.splice(positionOf(edit, edits), 0, edit);
  }
  return { fixes, edits };
}

/** Whether an edit overlaps existing edits or starts at the same offset, where their order would matter. */
function isTaken(edit: TextEdit, edits: readonly TextEdit[]): boolean {
  const at = positionOf(edit, edits);
  const [before, after] = [edits[at - 1], edits[at]];
  if (before !== undefined && before.end > edit.start) return true;
  return after !== undefined && (after.start === edit.start || after.start < edit.end);
}

/** The insertion index in a list of edits in source order. */
function positionOf({ start }: TextEdit, edits: readonly TextEdit[]): number {
  return positionOfFirst(edits, (edit) => edit.start < start);
}

/**
 * Applies as many fixes as possible without introducing new problems: all of them, or subsets found by bisection within
 * `maxLooks` attempts. `attempt`: applies fixes and returns the result, or undefined if it is not sound.
 */
export async function applySound<AFix, Outcome>(
  fixes: readonly AFix[],
  attempt: (fixes: readonly AFix[]) => Outcome | undefined | Promise<Outcome | undefined>,
  maxLooks = 100,
): Promise<Outcome | undefined> {
  let looks = 0;
  const look = async (some: readonly AFix[]): Promise<Outcome | undefined> =>
    some.length > 0 && looks++ < maxLooks ? attempt(some) : undefined;
  const soundOf = async (some: readonly AFix[]): Promise<readonly AFix[]> => {
    if ((await look(some)) !== undefined) return some;
    if (some.length < 2) return [];
    const half = some.length >> 1;
    return [...(await soundOf(some.slice(0, half))), ...(await soundOf(some.slice(half)))];
  };
  const all = await look(fixes);
  if (all !== undefined || fixes.length < 2) return all;
  const half = fixes.length >> 1;
  const [first, second] = [await soundOf(fixes.slice(0, half)), await soundOf(fixes.slice(half))];
  looks = 0;
  // Both halves may be sound separately but not together.
  return (await look([...first, ...second])) ?? (await look(first)) ?? (await look(second));
}

/**
 * Whether there are new errors or warnings, except those that a fix is known to leave. `hidesErrors`: whether the text
 * before had more schema errors than are listed, of which fixes bring others to light.
 */
export function hasNewMistake(
  before: readonly LintFinding[],
  after: readonly LintFinding[],
  hidesErrors: () => boolean,
): boolean {
  const known = new Set(before.flatMap((finding) => [findingKeyOf(finding), ...leftBy(finding)]));
  const fresh = after.filter((finding) => isMistake(finding) && !known.has(findingKeyOf(finding)));
  return fresh.some(({ rule }) => rule.id !== 'schema') || (fresh.length > 0 && !hidesErrors());
}

function leftBy({ pointer, fixes = [] }: LintFinding): readonly string[] {
  return fixes.flatMap(({ leaves = [] }) => leaves.map((id) => keyOf(id, pointer)));
}

function isMistake({ severity }: LintFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Identifies a finding across versions of a text. */
export function findingKeyOf({ rule, pointer, missing }: LintFinding): string {
  return keyOf(rule.id, pointer, missing);
}

function keyOf(rule: string, pointer: string, missing?: readonly string[]): string {
  return JSON.stringify([rule, pointer, missing]);
}
