import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { inTextOrder, lint } from './lint.ts';
import { type ContentQuestion, lintContent } from './lint-content.ts';
import type { LintFinding } from './lint-finding.ts';

/**
 * What the rules say of a document's text and of what it points at, in the order of the text. `most`: so many findings of the
 * text are enough. Rejects when cancelled.
 */
export async function lintWithContent(
  document: OciDocument,
  settings: RuleSettings,
  question: ContentQuestion,
  most?: number,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  return together(lint(document, settings, most), await lintContent(document, settings, question, signal));
}

/** Findings about a text and about what it points at, each in its order. */
export function together(ofText: readonly LintFinding[], ofContent: readonly LintFinding[]): readonly LintFinding[] {
  return ofContent.length === 0 ? ofText : inTextOrder([...ofText, ...ofContent]);
}
