import type { Severity } from '../rules/rule.ts';
import type { LintFinding } from './lint-finding.ts';

/** A finding that competes with others for the same faults. */
export interface Candidate {
  readonly finding: LintFinding;
  /** The rule's default severity, regardless of settings. */
  readonly own: Severity;
  /** The rule is off: it reports nothing, but still claims its faults, so that no other rule reports them instead. */
  readonly isSilent: boolean;
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * Keeps one finding per fault: the most severe, and among equals the first. A rule whose level was set or that is off
 * still claims its faults, so that no other rule reports them instead. Findings about garbled text are dropped if the
 * garbling is reported with at least the same severity. Nothing else is suppressed.
 */
export function oneOfEachFault(candidates: readonly Candidate[]): LintFinding[] {
  const loudest = loudestByFault(candidates);
  const garbling = garblingByPointer(candidates);
  const kept: LintFinding[] = [];
  for (const candidate of candidates) {
    if (candidate.isSilent) continue;
    const left = leftOf(candidate, loudest);
    if (left !== undefined && !isGarbled(left, garbling)) kept.push(left);
  }
  return kept;
}

function isGarbled(finding: LintFinding, garbling: ReadonlyMap<string, readonly LintFinding[]>): boolean {
  return garbling.size > 0 && garbling.get(finding.pointer)?.some((other) => garbles(other, finding)) === true;
}

function loudestByFault(candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const loudest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { finding, isSilent } = candidate;
    // A rule that is off claims the misspelled member that it points at, but not the resulting missing property.
    if (isUncontested(finding) || (isSilent && finding.missingFrom !== undefined)) continue;
    for (const fault of faultsOf(finding)) {
      const other = loudest.get(fault);
      if (other === undefined || rankOf(other) < rankOf(candidate)) loudest.set(fault, candidate);
    }
  }
  return loudest;
}

function rankOf({ finding, own }: Candidate): number {
  return ranks[finding.missingFrom === undefined ? own : finding.severity];
}

/** The part of a finding whose faults no other finding has claimed. */
function leftOf(candidate: Candidate, loudest: ReadonlyMap<string, Candidate>): LintFinding | undefined {
  const { finding } = candidate;
  if (isUncontested(finding)) return finding;
  const isTaken = (fault: string) => loudest.get(fault) !== candidate;
  if (valueFaultsOf(finding).some(isTaken)) return undefined;
  const { missing = [] } = finding;
  const taken = missing.filter((name) => isTaken(missingFault(finding, name)));
  if (taken.length === 0) return finding;
  if (taken.length === missing.length || finding.without === undefined) return undefined;
  return { ...finding, ...finding.without(new Set(taken)) };
}

/** Most findings do not compete with others. */
function isUncontested({ covers, missing }: LintFinding): boolean {
  return covers === undefined && missing === undefined;
}

function faultsOf(finding: LintFinding): readonly string[] {
  return [...valueFaultsOf(finding), ...(finding.missing ?? []).map((name) => missingFault(finding, name))];
}

function valueFaultsOf({ pointer, covers = [] }: LintFinding): readonly string[] {
  return covers.map((keyword) => `${keyword} ${pointer}`);
}

function missingFault({ pointer, missingFrom = pointer }: LintFinding, name: string): string {
  return `${missingFrom}/${name} is missing`;
}

function garblingByPointer(candidates: readonly Candidate[]): ReadonlyMap<string, readonly LintFinding[]> {
  const garbling = new Map<string, LintFinding[]>();
  for (const { finding, isSilent } of candidates) {
    if (isSilent || finding.garbles !== true) continue;
    const same = garbling.get(finding.pointer);
    if (same === undefined) garbling.set(finding.pointer, [finding]);
    else same.push(finding);
  }
  return garbling;
}

function garbles(garbling: LintFinding, { rule, severity, span }: LintFinding): boolean {
  const overlaps = garbling.span.start <= span.end && garbling.span.end >= span.start;
  return rule !== garbling.rule && overlaps && ranks[garbling.severity] >= ranks[severity];
}
