import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { isOn, severityOf } from '../rules/support/settings.ts';
import { unknownDocument, unknownDocumentFinding } from '../rules/support/unknown-document.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { losesText } from '../syntax/fault.ts';
import type { LintFinding } from './lint-finding.ts';
import { toLintFinding } from './to-lint-finding.ts';

/** In a text that is not JSON at all, every word is an error. The first ones are enough. */
const maxMistakes = 20;

/** Findings in a document that the user named but that is not an OCI document or not JSON. */
export function lintUnknown(document: OciDocument, settings: RuleSettings): readonly LintFinding[] {
  const { root, json, hints } = document;
  const isBroken = root === undefined || json.faults.some(({ code }) => code !== 'too-many-values' && losesText(code));
  // Blobs can be anything, for example layers.
  if (isBroken && hints.isBlob !== true && isOn(jsonSyntax.meta, settings)) {
    const maxPerRule = root?.type === 'object' || root?.type === 'array' ? maxMistakes : 1;
    const findings = [...jsonSyntax.check(document)].slice(0, maxPerRule);
    return findings.map((finding) => toLintFinding(jsonSyntax, finding, settings));
  }
  if (!isOn(unknownDocument, settings)) return [];
  const finding = unknownDocumentFinding(document);
  return [{ ...finding, rule: unknownDocument, severity: severityOf(unknownDocument, finding.severity, settings) }];
}
