import type { OciDocument } from '../oci/document.ts';
import type { Finding, RuleMeta } from '../rules/rule.ts';
import type { IsNewer } from '../rules/support/spec-versions.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { type Fault, type FaultCode, losesText } from '../syntax/fault.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { childrenOf, type JsonMember, type JsonNode, spanOf, stringOf } from '../syntax/tree.ts';

/**
 * Returns a predicate for findings to suppress: those caused by unparsable text, by placeholders, or by a different
 * spec version.
 */
export function leftOutOf(
  document: OciDocument,
  isNewer: IsNewer | undefined,
): (finding: Finding, rule: { readonly meta: RuleMeta }) => boolean {
  const isUnreadable = unreadableIn(document);
  const isUnfilled = unfilledIn(document);
  return (finding, rule) =>
    (rule !== jsonSyntax && isUnreadable?.(finding) === true) ||
    isUnfilled?.(finding) === true ||
    isNewer?.(finding, rule.meta) === true;
}

/**
 * Whether a finding may only be the result of syntax errors, because unparsable text might contain anything. Such
 * findings are suppressed regardless of settings. Undefined if everything was parsed.
 */
function unreadableIn(document: OciDocument): ((finding: Finding) => boolean) | undefined {
  const losses = document.json.faults.filter(({ code }) => losesText(code));
  if (losses.length === 0) return undefined;
  const derailedAt = derailedFrom(document, losses);
  return (finding) => finding.span.start >= derailedAt || isExplainedBy(losses, document, finding);
}

/** Faults within a value do not hide any names. */
const withinValues: ReadonlySet<FaultCode> = new Set(['bad-number', 'bad-escape', 'control-character']);

/**
 * Whether there is a fault in the text that the finding is about: the value, or the object with the missing property.
 */
function isExplainedBy(losses: readonly Fault[], { root }: OciDocument, finding: Finding): boolean {
  const node = finding.missing === undefined ? undefined : nodeAt(root, finding.missingFrom ?? finding.pointer);
  const { start, end } = node === undefined ? finding.span : spanOf(node);
  return losses.some(
    (fault) => fault.start <= end && fault.end >= start && (node === undefined || !withinValues.has(fault.code)),
  );
}

/**
 * The offset from which brackets do not match, so that values may belong to another container than intended. Infinity
 * if all match.
 */
function derailedFrom({ json: { text, faults } }: OciDocument, losses: readonly Fault[]): number {
  const isDerailed = faults.some(
    ({ code, start }) => code === 'trailing-content' || (code === 'unexpected' && '[]{}:'.includes(text.charAt(start))),
  );
  return isDerailed ? Math.min(...losses.map(({ start }) => start)) : Number.POSITIVE_INFINITY;
}

/** A Go fmt verb, a text/template action, or a shell variable. */
const goPlaceholder = /%[-+# 0]*(?:\[\d+\])?(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*)?)?[A-Za-z]|\{\{|\$[{(A-Za-z_]/;

/** Ellipses and placeholders in documentation. */
const textPlaceholder = /\.\.\.|…|<[^<>]{0,80}>|\{\{|\$[{(A-Za-z_]|\*\*\*|^x+$|:x+$/i;

/**
 * Whether a finding is about a placeholder value, or about an object or array that contains one. Undefined for
 * documents that are not templates: files, and fences with a media type.
 */
function unfilledIn({ embedded, hints, root }: OciDocument): ((finding: Finding) => boolean) | undefined {
  if (embedded === undefined || hints.fenced !== undefined) return undefined;
  const placeholder = embedded.delimiter === undefined ? textPlaceholder : goPlaceholder;
  if (!placeholder.test(embedded.text)) return undefined;
  return ({ pointer, missing }) => {
    if (pointer === '' || missing !== undefined) return false;
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    return placeholder.test(name) || holds(nodeAt(root, pointer), placeholder);
  };
}

/** Whether a value is a placeholder or has one as a direct child. */
function holds(node: JsonNode | undefined, placeholder: RegExp): boolean {
  if (node === undefined) return false;
  if (node.type === 'string') return placeholder.test(stringOf(node) ?? '');
  return childrenOf(node).some((child) => isOrHas(child, placeholder));
}

function isOrHas(child: JsonNode | JsonMember, placeholder: RegExp): boolean {
  const value = child.type === 'member' ? child.value : child;
  return value?.type === 'string' && placeholder.test(stringOf(value) ?? '');
}
