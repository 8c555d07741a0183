import { applySound, hasNewMistake, safeFixesOf } from '../features/safe-fixes.ts';
import { lint } from '../lint/lint.ts';
import { readDocument } from '../oci/document.ts';
import type { Fix } from '../rules/rule.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import type { Check } from './check.ts';
import { mostOfRule } from './checks.ts';

/** How much text is checked again for it, over all looks. In characters: a second or so. */
const mostChecked = 8_000_000;

/** The edits of all safe fixes that bring no new mistake, in the order of the text. */
export async function soundEditsOf({ document, findings, ofText, settings }: Check): Promise<readonly TextEdit[]> {
  const fixes = safeFixesOf(findings).fixes.filter(({ edits }) => edits.length > 0);
  // In a text that is no JSON much could not be seen before.
  if (document.json.faults.length > 0) return editsOf(fixes);
  const { text } = document.json;
  const attempt = (some: readonly Fix[]): readonly TextEdit[] | undefined => {
    const edits = editsOf(some);
    const after = readDocument(document.uri, applyEdits(text, edits), document.hints);
    return hasNewMistake(ofText, lint(after, settings.rules, mostOfRule)) ? undefined : edits;
  };
  const looks = Math.min(100, Math.floor(mostChecked / Math.max(1, text.length)));
  return (await applySound(fixes, attempt, looks)) ?? [];
}

function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start);
}
