import type { Expectation } from '../config/expectations.ts';
import type { OciDocument } from '../oci/document.ts';
import { expectationUnmet, unmetMessage } from '../rules/support/expectation-unmet.ts';
import { headOf } from '../rules/support/finding.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { spanOf } from '../syntax/tree.ts';
import { inTextOrder } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';

/** Findings in a document that the user has accepted. */
export interface Accepted {
  /** Expected findings: not reported, but reported as missing if they do not occur. */
  readonly expected: readonly Expectation[];
  /** Known findings from the baseline: pointers by rule. */
  readonly known: ReadonlyMap<string, readonly string[]>;
}

export const nothingAccepted: Accepted = { expected: [], known: new Map() };

/** Removes expected and known findings, and adds a finding for each expectation that was not met. */
export function unaccepted(
  document: OciDocument,
  findings: readonly LintFinding[],
  { expected, known }: Accepted,
): readonly LintFinding[] {
  if (expected.length === 0 && known.size === 0) return findings;
  const found = new Set(findings.map(({ rule, pointer }) => keyOf(rule.id, pointer)));
  const expectedKeys = new Set(expected.map(({ rule, pointer }) => keyOf(rule, pointer)));
  const knownAt = new Map([...known].map(([rule, pointers]) => [rule, new Set(pointers)]));
  const left = findings.filter(
    ({ rule, pointer }) => !expectedKeys.has(keyOf(rule.id, pointer)) && !knownAt.get(rule.id)?.has(pointer),
  );
  // In a file with several documents, the expected finding may be in another one.
  if (document.embedded !== undefined) return left;
  const missed = expected.filter(({ rule, pointer }) => !found.has(keyOf(rule, pointer)));
  return inTextOrder([...left, ...missed.map((one) => missedFinding(document, one))]);
}

/** The expected findings, which are not reported. */
export function expectedOf(findings: readonly LintFinding[], { expected }: Accepted): readonly LintFinding[] {
  if (expected.length === 0) return [];
  const expectedKeys = new Set(expected.map(({ rule, pointer }) => keyOf(rule, pointer)));
  return findings.filter(({ rule, pointer }) => expectedKeys.has(keyOf(rule.id, pointer)));
}

function keyOf(rule: string, pointer: string): string {
  return `${rule} ${pointer}`;
}

function missedFinding({ root }: OciDocument, { rule, pointer }: Expectation): LintFinding {
  const node = nodeAt(root, pointer);
  const isLarge = node?.type === 'object' || node?.type === 'array';
  const span = node === undefined ? { start: 0, end: 1 } : isLarge ? headOf(node) : spanOf(node);
  const place = pointer === '' ? 'the document' : JSON.stringify(pointer);
  const message = unmetMessage({ rule: `\`${rule}\``, place });
  return { rule: expectationUnmet, severity: expectationUnmet.severity, span, pointer, message };
}
