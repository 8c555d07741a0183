import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { documentRules } from '../rules/index.ts';
import type { DocumentRule, Finding, RuleMeta, Severity } from '../rules/rule.ts';
import { appliesTo, isOn, type RuleSettings, severityOf } from '../rules/support/settings.ts';
import { isOfVersion, messageWithVersion } from '../rules/support/spec-versions.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { schema } from '../rules/text/schema.ts';
import { encodingFaults, type Fault, losesText } from '../syntax/fault.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { spanOf } from '../syntax/tree.ts';

/** A finding with the rule that made it and the severity that it has under the settings. */
export interface LintFinding extends Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

/**
 * Runs the document rules that apply. A document that is none of ours gets nothing. Findings come in the order of the text.
 * One mistake, one finding: what follows from a fault of the syntax or from a finding made before is left out. Of each rule
 * at most `most` are asked for.
 */
export function lint(
  document: OciDocument,
  settings: RuleSettings,
  most = Number.POSITIVE_INFINITY,
): readonly LintFinding[] {
  if (document.kind === undefined) return [];
  const found: LintFinding[] = [];
  const spoken = new Set<string>();
  const losses = document.json.faults.filter(({ code }) => losesText(code));
  const derailedAt = derailedFrom(document, losses);
  for (const { rule, isSilenced } of rulesFor(document.kind, settings)) {
    let count = 0;
    for (const finding of rule.check(document)) {
      if (++count > most) break;
      const key = memberKeyOf(finding);
      if ((rule === schema || finding.missing !== undefined) && spoken.has(key)) continue;
      if (rule !== jsonSyntax && finding.span.start >= derailedAt) continue;
      if (losses.length > 0 && rule !== jsonSyntax && isExplainedBy(losses, document, finding)) continue;
      spoken.add(key);
      if (!isSilenced && isOfVersion(finding, rule.meta, settings)) found.push(toLintFinding(rule, finding, settings));
    }
  }
  return inTextOrder(found);
}

/** What keeps a text from being JSON, whatever its kind; that it is too large to be read to its end does not. */
export function lintSyntax(document: OciDocument, settings: RuleSettings): readonly LintFinding[] {
  const isJson = document.json.faults.every(({ code }) => encodingFaults.has(code) || code === 'too-many-values');
  if (isJson || !isOn(jsonSyntax.meta, settings)) return [];
  return inTextOrder([...jsonSyntax.check(document)].map((finding) => toLintFinding(jsonSyntax, finding, settings)));
}

interface PlannedRule {
  readonly rule: DocumentRule;
  /** A rule that the user turned off still speaks for its place, or the schema would say the same in its stead. */
  readonly isSilenced: boolean;
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
    .map((rule) => ({ rule, isSilenced: settings.levels.get(rule.meta.id) === 'off' }))
    .filter(({ rule, isSilenced }) => isSilenced || isOn(rule.meta, settings));
  byKind.set(kind, rules);
  return rules;
}

/** Whether a fault stands in the text that the finding speaks of: the value, or the object that lacks a member. */
function isExplainedBy(losses: readonly Fault[], { root }: OciDocument, finding: Finding): boolean {
  const node = finding.missing === undefined ? undefined : nodeAt(root, finding.missingFrom ?? finding.pointer);
  const { start, end } = node === undefined ? finding.span : spanOf(node);
  return losses.some((fault) => fault.start <= end && fault.end >= start);
}

/**
 * Where brackets no longer pair, what follows stands in another object or array than the one that was meant. Infinity for
 * a text in which they do.
 */
function derailedFrom({ json: { text, faults } }: OciDocument, losses: readonly Fault[]): number {
  const isDerailed = faults.some(
    ({ code, start }) =>
      (code === 'trailing-content' && losses.length > 0) || (code === 'unexpected' && '[]{}:'.includes(text[start]!)),
  );
  return isDerailed ? Math.min(...losses.map(({ start }) => start)) : Number.POSITIVE_INFINITY;
}

export function toLintFinding(
  { meta }: { readonly meta: RuleMeta },
  finding: Finding,
  settings: RuleSettings,
): LintFinding {
  const severity = severityOf(meta, finding.severity, settings);
  return { ...finding, message: messageWithVersion(finding), rule: meta, severity };
}

/** What a finding speaks of: a member's value, or the absence of a member. */
function memberKeyOf({ pointer, missing, missingFrom }: Finding): string {
  return missing === undefined ? pointer : `${missingFrom ?? pointer}/${missing} is missing`;
}

export function inTextOrder(findings: LintFinding[]): readonly LintFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
