import type { LintFinding } from '../lint.ts';
import type { Fix } from '../rules/rule.ts';
import type { TextEdit } from '../syntax/edit.ts';

/** Safe fixes that can be applied at once, and their edits in the order of the text. */
export interface SafeFixes {
  readonly fixes: readonly Fix[];
  readonly edits: readonly TextEdit[];
}

/**
 * The first safe fix of each finding, whole or not at all: of those that would change the same place, the first one. What
 * is left over shows again when the changed text is checked.
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

/** Whether an edit overlaps one of others that lie apart, or starts where one does, so that their order would matter. */
function isTaken(edit: TextEdit, edits: readonly TextEdit[]): boolean {
  const at = positionOf(edit, edits);
  const [before, after] = [edits[at - 1], edits[at]];
  if (before !== undefined && before.end > edit.start) return true;
  return after !== undefined && (after.start === edit.start || after.start < edit.end);
}

/** Where an edit belongs among edits in the order of the text. */
function positionOf({ start }: TextEdit, edits: readonly TextEdit[]): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
