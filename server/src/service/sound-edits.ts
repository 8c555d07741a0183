import { hasNewMistake, safeFixesOf, soundFixesOf } from '../features/safe-fixes.ts';
import { lint } from '../lint.ts';
import { readDocument } from '../oci/document.ts';
import type { Fix } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import type { Check } from './checks.ts';

/** Of each rule: no editor shows more. */
const most = 1000;

/** The edits of all safe fixes that bring no new mistake, in the order of the text. */
export async function soundEditsOf({ document, findings, ofText, settings }: Check): Promise<readonly TextEdit[]> {
  const fixes = safeFixesOf(findings).fixes.filter(({ edits }) => edits.length > 0);
  // In a text that is no JSON much could not be seen before.
  if (document.json.faults.length > 0) return editsOf(fixes);
  const sound = await soundFixesOf(fixes, (some) => {
    const text = applyEdits(document.json.text, editsOf(some));
    const after = readDocument(document.uri, text, document.hints);
    return !hasNewMistake(ofText, lint(after, settings.rules, most));
  });
  return editsOf(sound);
}

function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start);
}
