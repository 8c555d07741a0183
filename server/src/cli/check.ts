import type { Contents } from '../content/stores/contents.ts';
import { inTextOrder, type LintFinding, lint, lintSyntax } from '../lint/lint.ts';
import { lintContent } from '../lint/lint-content.ts';
import { isOn, severityOf } from '../rules/support/settings.ts';
import { unknownDocument, unknownDocumentFinding } from '../rules/support/unknown-document.ts';
import type { Options } from './options.ts';
import type { Source } from './source.ts';

/** Everything that there is to say of a document under its settings, in the order of the text. */
export async function check(
  { document, settings, isNamed, isOfLayout = false }: Source,
  { verify }: Pick<Options, 'verify'>,
  contents: Contents,
): Promise<readonly LintFinding[]> {
  const { rules } = settings;
  if (document.kind !== undefined) {
    // What an example points at is nowhere.
    if (document.passage !== undefined) return lint(document, rules);
    const question = { contents, depth: verify ? 'all' : 'sizes', isLayoutChecked: isOfLayout } as const;
    const ofContent = await lintContent(document, rules, question);
    return ofContent.length === 0 ? lint(document, rules) : inTextOrder([...lint(document, rules), ...ofContent]);
  }
  if (!isNamed) return [];
  const syntax = lintSyntax(document, rules);
  if (syntax.length > 0 || !isOn(unknownDocument, rules)) return syntax;
  const finding = unknownDocumentFinding(document);
  return [{ ...finding, rule: unknownDocument, severity: severityOf(unknownDocument, finding.severity, rules) }];
}
