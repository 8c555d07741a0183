import { atOnce } from '../content/turns.ts';
import type { OciDocument } from '../oci/document.ts';
import type { DocumentRule, Finding } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { leftOutOf } from './left-out.ts';
import type { LintFinding } from './lint-finding.ts';
import { type Candidate, oneOfEachFault } from './one-fault.ts';
import { FindingPacker, fewFindings, PackedFinding } from './packed-finding.ts';
import { partFindings } from './parts.ts';
import { keyOf, type PlannedRule, planFor } from './plan.ts';
import { quietIn } from './quiet.ts';
import { toLintFinding } from './to-lint-finding.ts';

/**
 * Runs the document rules. Foreign documents have no findings. Findings are in source order, and each fault is reported
 * once, by the most severe finding. `maxPerRule` limits the number of findings per rule.
 */
export function lint(
  document: OciDocument,
  settings: RuleSettings,
  maxPerRule = Number.POSITIVE_INFINITY,
): readonly LintFinding[] {
  return atOnce(linting(document, settings, maxPerRule));
}

/** The same with pauses: between rules, and between descriptors that are checked for the first time. */
export function* linting(
  document: OciDocument,
  settings: RuleSettings,
  maxPerRule = Number.POSITIVE_INFINITY,
): Generator<void, readonly LintFinding[]> {
  if (document.kind === undefined) return [];
  const candidates: Candidate[] = [];
  const plan = planFor(document.kind, settings);
  const key = keyOf(document, plan, maxPerRule);
  // A caller without a limit reads all findings of a version, once.
  const packer = maxPerRule === Number.POSITIVE_INFINITY ? new FindingPacker(settings) : undefined;
  const quiet = quietIn(document, key);
  const ofParts = yield* partFindings(document, plan, key, quiet.areOwnPartsQuiet, packer);
  const speaking = new Set<number>();
  const isLeftOut = leftOutOf(document, plan.isNewer);
  /** Takes findings up to the remaining capacity, which it returns. */
  const take = ({ rule, order, isSilent }: PlannedRule, findings: Iterable<Finding>, room: number): number => {
    let left = room;
    for (const finding of findings) {
      speaking.add(order);
      if (left-- === 0) return 0;
      if (isLeftOut(finding, rule)) continue;
      candidates.push(candidateOf(rule, packed(finding, rule), isSilent));
    }
    return left;
  };
  const packed = (finding: Finding, rule: DocumentRule): Finding =>
    packer !== undefined && candidates.length >= fewFindings ? packer.pack(rule, finding) : finding;
  const candidateOf = ({ meta }: DocumentRule, finding: Finding, isSilent: boolean): Candidate =>
    finding instanceof PackedFinding
      ? { finding, own: finding.given ?? meta.severity, isSilent }
      : { finding: toLintFinding({ meta }, finding, settings), own: finding.severity ?? meta.severity, isSilent };
  const { byOrder } = ofParts;
  for (const planned of byOrder.length === 0 ? plan.ofWhole : plan.rules) {
    const { rule, order } = planned;
    const ofWhole = quiet.isQuiet(planned) ? undefined : rule.check?.(document);
    const room = ofWhole === undefined ? maxPerRule : take(planned, ofWhole, maxPerRule);
    const found = byOrder[order];
    if (found !== undefined) take(planned, found, room);
    if (ofWhole !== undefined) yield;
  }
  quiet.keep(speaking, ofParts.hasOwn);
  return candidates.length === 0 ? none : inTextOrder(oneOfEachFault(candidates));
}

const none: readonly LintFinding[] = [];

export function inTextOrder(findings: LintFinding[]): readonly LintFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Merges findings about text and content in source order. */
export function together(ofText: readonly LintFinding[], ofContent: readonly LintFinding[]): readonly LintFinding[] {
  return ofContent.length === 0 ? ofText : inTextOrder([...ofText, ...ofContent]);
}
