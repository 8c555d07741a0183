import type { Contents } from '../content/stores/contents.ts';
import { lint } from '../lint/lint.ts';
import { lintBlob } from '../lint/lint-blob.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { lintUnknown } from '../lint/lint-unknown.ts';
import { lintWithContent } from '../lint/lint-with-content.ts';
import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';

export interface Checked {
  readonly document: OciDocument;
  readonly rules: RuleSettings;
  /** Whether it is reported whatever it is. */
  readonly isNamed: boolean;
  /** Whether the layout around it is looked at, too. */
  readonly isOfLayout: boolean;
  /** Whether what it points at is read whole. */
  readonly verify: boolean;
}

/** Everything that there is to say of a document under its settings, in the order of the text. */
export async function check(
  { document, rules, isNamed, isOfLayout, verify }: Checked,
  contents: Contents,
): Promise<readonly LintFinding[]> {
  if (document.kind !== undefined) {
    // What an example points at is nowhere.
    if (document.passage !== undefined) return lint(document, rules);
    const question = { contents, depth: verify ? 'all' : 'sizes', isLayoutChecked: isOfLayout } as const;
    return lintWithContent(document, rules, question);
  }
  if (isOfLayout && document.hints.isBlob === true && verify) return lintBlob(document, rules, contents);
  return isNamed ? lintUnknown(document, rules) : [];
}
