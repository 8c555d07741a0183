import type { OciDocument } from '../oci/document.ts';
import type { DocumentRule, Finding, RuleMeta } from '../rules/rule.ts';
import { type RuleSettings, severityOf } from '../rules/support/settings.ts';
import { isOfVersion } from '../rules/support/spec-versions.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import type { LintFinding } from './lint-finding.ts';
import { type Candidate, oneOfEachFault } from './one-fault.ts';
import { partFindings } from './parts.ts';
import { unfilledIn } from './placeholders.ts';
import { planFor } from './plan.ts';
import { shownFixes } from './shown-fixes.ts';
import { unreadableIn } from './unreadable.ts';

/**
 * Runs the document rules that apply. A document that is none of ours gets nothing. Findings come in the order of the text.
 * One fault, one finding: the most severe that speaks of it. Of each rule at most `most` are asked for.
 */
export function lint(
  document: OciDocument,
  settings: RuleSettings,
  most = Number.POSITIVE_INFINITY,
): readonly LintFinding[] {
  if (document.kind === undefined) return [];
  const candidates: Candidate[] = [];
  const isUnreadable = unreadableIn(document);
  const isUnfilled = unfilledIn(document);
  const plan = planFor(document.kind, settings);
  const ofParts = partFindings(document, plan, most);
  for (const { rule, isSilent, order } of plan.rules) {
    if (rule.check === undefined && ofParts[order]?.length === 0) continue;
    let count = 0;
    for (const finding of findingsOf(rule, document, ofParts[order])) {
      if (++count > most) break;
      if (rule !== jsonSyntax && isUnreadable?.(finding) === true) continue;
      if (isUnfilled?.(finding) === true) continue;
      if (!isOfVersion(finding, rule.meta, settings)) continue;
      const own = finding.severity ?? rule.meta.severity;
      candidates.push({ finding: toLintFinding(rule, finding, settings), own, isSilent });
    }
  }
  return inTextOrder(oneOfEachFault(candidates));
}

function* findingsOf(
  rule: DocumentRule,
  document: OciDocument,
  ofParts: readonly Finding[] | undefined,
): Iterable<Finding> {
  if (rule.check !== undefined) yield* rule.check(document);
  if (ofParts !== undefined) yield* ofParts;
}

export function toLintFinding(
  { meta }: { readonly meta: RuleMeta },
  finding: Finding,
  settings: RuleSettings,
): LintFinding {
  const severity = severityOf(meta, finding.severity, settings);
  const { fixes } = finding;
  return { ...finding, ...(fixes === undefined ? {} : { fixes: shownFixes(fixes) }), rule: meta, severity };
}

export function inTextOrder(findings: LintFinding[]): readonly LintFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
