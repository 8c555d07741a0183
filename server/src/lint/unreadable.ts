import type { OciDocument } from '../oci/document.ts';
import type { Finding } from '../rules/rule.ts';
import { type Fault, type FaultCode, losesText } from '../syntax/fault.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { spanOf } from '../syntax/tree.ts';

/**
 * Whether a finding may only follow from faults of the syntax: nobody knows what stands in a text that cannot be read. It is
 * no finding then, whatever the settings are. Undefined for a document in which everything can be read.
 */
export function unreadableIn(document: OciDocument): ((finding: Finding) => boolean) | undefined {
  const losses = document.json.faults.filter(({ code }) => losesText(code));
  if (losses.length === 0) return undefined;
  const derailedAt = derailedFrom(document, losses);
  return (finding) => finding.span.start >= derailedAt || isExplainedBy(losses, document, finding);
}

/** Within a value they stay: no name is lost by them. */
const withinValues: ReadonlySet<FaultCode> = new Set(['bad-number', 'bad-escape', 'control-character']);

/** Whether a fault stands in the text that the finding speaks of: the value, or the object that lacks a member. */
function isExplainedBy(losses: readonly Fault[], { root }: OciDocument, finding: Finding): boolean {
  const node = finding.missing === undefined ? undefined : nodeAt(root, finding.missingFrom ?? finding.pointer);
  const { start, end } = node === undefined ? finding.span : spanOf(node);
  return losses.some(
    (fault) => fault.start <= end && fault.end >= start && (node === undefined || !withinValues.has(fault.code)),
  );
}

/**
 * Where brackets no longer pair, what follows stands in another object or array than the one that was meant. Infinity for
 * a text in which they do.
 */
function derailedFrom({ json: { text, faults } }: OciDocument, losses: readonly Fault[]): number {
  const isDerailed = faults.some(
    ({ code, start }) => code === 'trailing-content' || (code === 'unexpected' && '[]{}:'.includes(text.charAt(start))),
  );
  return isDerailed ? Math.min(...losses.map(({ start }) => start)) : Number.POSITIVE_INFINITY;
}
