import type { OciDocument } from '../oci/document.ts';
import type { DocumentRule, Finding } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { isOfVersion } from '../rules/support/spec-versions.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { type Fault, type FaultCode, losesText } from '../syntax/fault.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { childrenOf, type JsonMember, type JsonNode, spanOf, stringOf } from '../syntax/tree.ts';

/** What is not said of a document: what only follows from a text that cannot be read, or is filled in later, or is of another version. */
export function leftOutOf(
  document: OciDocument,
  settings: RuleSettings,
): (finding: Finding, rule: DocumentRule) => boolean {
  const isUnreadable = unreadableIn(document);
  const isUnfilled = unfilledIn(document);
  return (finding, rule) =>
    (rule !== jsonSyntax && isUnreadable?.(finding) === true) ||
    isUnfilled?.(finding) === true ||
    !isOfVersion(finding, rule.meta, settings);
}

/**
 * Whether a finding may only follow from faults of the syntax: nobody knows what stands in a text that cannot be read. It is
 * no finding then, whatever the settings are. Undefined for a document in which everything can be read.
 */
function unreadableIn(document: OciDocument): ((finding: Finding) => boolean) | undefined {
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

/** A verb of Go's fmt, an action of text/template, a variable of a shell. */
const goPlaceholder = /%[-+# 0]*(?:\[\d+\])?(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*)?)?[A-Za-z]|\{\{|\$[{(A-Za-z_]/;

/** What a text for people leaves out or has them fill in. */
const textPlaceholder = /\.\.\.|…|<[^<>]{0,80}>|\{\{|\$[{(A-Za-z_]|\*\*\*|^x+$|:x+$/i;

/**
 * Whether a finding is about a value that is filled in only later, or about an object or array because of one. Undefined for
 * a document that stands in no template: in a file, or in a fence that states its media type.
 */
function unfilledIn({ passage, hints, root }: OciDocument): ((finding: Finding) => boolean) | undefined {
  if (passage === undefined || hints.fenced !== undefined) return undefined;
  const placeholder = passage.delimiter === undefined ? textPlaceholder : goPlaceholder;
  if (!placeholder.test(passage.text)) return undefined;
  return ({ pointer, missing }) => {
    if (pointer === '' || missing !== undefined) return false;
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    return placeholder.test(name) || holds(nodeAt(root, pointer), placeholder);
  };
}

/** Whether a value is a placeholder, or has one for a member or an item of its own. */
function holds(node: JsonNode | undefined, placeholder: RegExp): boolean {
  if (node === undefined) return false;
  if (node.type === 'string') return placeholder.test(stringOf(node) ?? '');
  return childrenOf(node).some((child) => isOrHas(child, placeholder));
}

function isOrHas(child: JsonNode | JsonMember, placeholder: RegExp): boolean {
  const value = child.type === 'member' ? child.value : child;
  return value?.type === 'string' && placeholder.test(stringOf(value) ?? '');
}
