import type { OciDocument } from './oci/document.ts';
import { documentRules } from './rules/index.ts';
import type { DocumentRule, Finding, RuleMeta, Severity } from './rules/rule.ts';
import { schema } from './rules/schema.ts';
import { appliesTo, isOn, type RuleSettings, severityOf } from './rules/settings.ts';

/** A finding with the rule that made it and the severity that it has under the settings. */
export interface LintFinding extends Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

/**
 * Runs the document rules that apply. A document that is none of ours gets nothing. Findings come in the order of the text;
 * the schema's are left out where another rule speaks of the same member.
 */
export function lint(document: OciDocument, settings: RuleSettings): readonly LintFinding[] {
  if (document.kind === undefined) return [];
  const found: LintFinding[] = [];
  const spoken = new Set<string>();
  for (const rule of documentRules) {
    if (!appliesTo(rule, document.kind) || !isOn(rule.meta, settings)) continue;
    for (const finding of rule.check(document)) {
      if (rule === schema && spoken.has(memberKeyOf(finding))) continue;
      spoken.add(memberKeyOf(finding));
      found.push(toLintFinding(rule, finding, settings));
    }
  }
  return inTextOrder(found);
}

function toLintFinding({ meta }: DocumentRule, finding: Finding, settings: RuleSettings): LintFinding {
  return { ...finding, rule: meta, severity: severityOf(meta, finding.severity, settings) };
}

/** What a finding speaks of: a member's value, or the absence of a member. */
function memberKeyOf({ pointer, missing, missingFrom }: Finding): string {
  return missing === undefined ? pointer : `${missingFrom ?? pointer}/${missing} is missing`;
}

function inTextOrder(findings: LintFinding[]): readonly LintFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
