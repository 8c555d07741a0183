import { applySound, hasNewMistake, safeFixesOf } from '../features/safe-fixes.ts';
import { lint } from '../lint/lint.ts';
import { readDocument } from '../oci/document.ts';
import type { Fix } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { hasUnlistedErrors } from '../schema/document-errors.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { maxFindings } from '../workspace/max-findings.ts';
import type { CheckedDocument } from '../workspace/open-document.ts';

/** Total characters to check again over all attempts: about a second. */
const maxChecked = 8_000_000;

/** The edits of all safe fixes that introduce no new mistakes, in source order. */
export async function soundEditsOf(
  { document, findings, ofText }: CheckedDocument,
  rules: RuleSettings,
): Promise<readonly TextEdit[]> {
  const fixes = safeFixesOf(findings).fixes.filter(({ edits }) => edits.length > 0);
  const { text } = document.json;
  const textFixesOf = (changed: string): readonly TextEdit[] => {
    const after = readDocument(document.uri, changed, document.hints);
    return editsOf(safeFixesOf(lint(after, rules, maxFindings)).fixes);
  };
  // If the text was not valid JSON, findings after the fix may not be new.
  if (document.json.faults.length > 0) return settles(text, editsOf(fixes), textFixesOf) ? editsOf(fixes) : [];
  const attempt = (some: readonly Fix[]): readonly TextEdit[] | undefined => {
    const edits = editsOf(some);
    const after = readDocument(document.uri, applyEdits(text, edits), document.hints);
    const isWorse = hasNewMistake(ofText, lint(after, rules, maxFindings), () => hasUnlistedErrors(document));
    return isWorse ? undefined : edits;
  };
  const looks = Math.min(100, Math.floor(maxChecked / Math.max(1, text.length)));
  return (await applySound(fixes, attempt, looks)) ?? [];
}

function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start);
}

/** A text that still changes after this many rounds will never converge. */
const maxRounds = 10;

/** Whether repeated fixing terminates, as opposed to fixes that undo each other. */
function settles(text: string, edits: readonly TextEdit[], editsIn: (text: string) => readonly TextEdit[]): boolean {
  const seen = new Set([text]);
  const rounds = Math.min(maxRounds, Math.floor(maxChecked / Math.max(1, text.length)));
  if (edits.length === 0) return true;
  let changed = applyEdits(text, edits);
  for (let round = 0; round < rounds; round++) {
    if (seen.has(changed)) return false;
    seen.add(changed);
    const next = editsIn(changed);
    if (next.length === 0) return true;
    changed = applyEdits(changed, next);
  }
  return false;
}
