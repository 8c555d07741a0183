import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { isOn, severityOf } from '../rules/support/settings.ts';
import { unknownDocument, unknownDocumentFinding } from '../rules/support/unknown-document.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { losesText } from '../syntax/fault.ts';
import { toLintFinding } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';

/** A text that is not JSON at all has a mistake in every word: the first tells as much. */
const mostMistakes = 20;

/** What there is to say of a document that somebody named and that is of no kind: it is not JSON, or not one of ours. */
export function lintUnknown(document: OciDocument, settings: RuleSettings): readonly LintFinding[] {
  const { root, json, hints } = document;
  const isBroken = root === undefined || json.faults.some(({ code }) => code !== 'too-many-values' && losesText(code));
  // Blobs hold anything: layers, for one.
  if (isBroken && hints.isBlob !== true && isOn(jsonSyntax.meta, settings)) {
    const most = root?.type === 'object' || root?.type === 'array' ? mostMistakes : 1;
    const findings = [...jsonSyntax.check(document)].slice(0, most);
    return findings.map((finding) => toLintFinding(jsonSyntax, finding, settings));
  }
  if (!isOn(unknownDocument, settings)) return [];
  const finding = unknownDocumentFinding(document);
  return [{ ...finding, rule: unknownDocument, severity: severityOf(unknownDocument, finding.severity, settings) }];
}
