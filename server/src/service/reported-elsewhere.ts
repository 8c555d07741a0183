import type { LintFinding } from '../lint/lint-finding.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import type { OpenDocument } from '../workspace/open-document.ts';

/**
 * Whether the editor reports the same by itself: syntax errors in JSON documents, and in `jsonc` documents all but the
 * comments, which that language allows and JSON does not. Their fixes are offered all the same. Of empty documents VS Code
 * says nothing.
 */
export function isReportedElsewhere(
  { rule, span }: LintFinding,
  { settings, languageId, document }: OpenDocument,
): boolean {
  if (!settings.isSyntaxElsewhere || rule !== jsonSyntax.meta || document?.json.text === '') return false;
  if (languageId === 'jsonc') return document?.json.text[span.start] !== '/';
  return languageId === 'json';
}
