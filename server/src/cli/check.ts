import { type LintFinding, lint } from '../lint.ts';
import { isOn, severityOf } from '../rules/settings.ts';
import { unknownDocument, unknownDocumentFinding } from '../rules/unknown-document.ts';
import type { Options } from './options.ts';
import type { Source } from './source.ts';

/** Everything that there is to say of a document under its settings, in the order of the text. */
export async function check(
  { document, settings, isNamed }: Source,
  _options: Options,
): Promise<readonly LintFinding[]> {
  const { rules } = settings;
  if (document.kind !== undefined) return lint(document, rules);
  if (!isNamed || !isOn(unknownDocument, rules)) return [];
  const finding = unknownDocumentFinding(document);
  return [{ ...finding, rule: unknownDocument, severity: severityOf(unknownDocument, finding.severity, rules) }];
}
