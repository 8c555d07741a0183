import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { documentRules } from '../rules/index.ts';
import type { DocumentRule, Finding, RuleMeta, Severity } from '../rules/rule.ts';
import { appliesTo, isOn, type RuleSettings, severityOf } from '../rules/support/settings.ts';
import { isOfVersion } from '../rules/support/spec-versions.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { type Candidate, oneOfEachFault } from './one-fault.ts';
import { unfilledIn } from './placeholders.ts';
import { unreadableIn } from './unreadable.ts';

/** A finding with the rule that made it and the severity that it has under the settings. */
export interface LintFinding extends Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

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
  for (const { rule, isSilent } of rulesFor(document.kind, settings)) {
    let count = 0;
    for (const finding of rule.check(document)) {
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

interface PlannedRule {
  readonly rule: DocumentRule;
  /** A rule that the user turned off still speaks for its faults, or the schema would say the same in its stead. */
  readonly isSilent: boolean;
}

const plans = new WeakMap<RuleSettings, Map<Kind, readonly PlannedRule[]>>();

/** The rules to run under settings, worked out once: the settings stay the same over many versions of a document. */
function rulesFor(kind: Kind, settings: RuleSettings): readonly PlannedRule[] {
  const byKind = plans.get(settings) ?? new Map<Kind, readonly PlannedRule[]>();
  plans.set(settings, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const rules = documentRules
    .filter((rule) => appliesTo(rule, kind))
    .map((rule) => ({ rule, isSilent: settings.levels.get(rule.meta.id) === 'off' }))
    .filter(({ rule, isSilent }) => isSilent || isOn(rule.meta, settings));
  byKind.set(kind, rules);
  return rules;
}

export function toLintFinding(
  { meta }: { readonly meta: RuleMeta },
  finding: Finding,
  settings: RuleSettings,
): LintFinding {
  const severity = severityOf(meta, finding.severity, settings);
  return { ...finding, rule: meta, severity };
}

export function inTextOrder(findings: LintFinding[]): readonly LintFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
