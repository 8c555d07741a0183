import type { OciDocument } from '../oci/document.ts';
import type { Finding } from '../rules/rule.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { childrenOf, type JsonMember, type JsonNode, stringOf } from '../syntax/tree.ts';

/** A verb of Go's fmt, an action of text/template, a variable of a shell. */
const goPlaceholder = /%[-+# 0]*(?:\[\d+\])?(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*)?)?[A-Za-z]|\{\{|\$[{(A-Za-z_]/;

/** What a text for people leaves out or has them fill in. */
const textPlaceholder = /\.\.\.|…|<[^<>]{0,80}>|\{\{|\$[{(A-Za-z_]|\*\*\*|^x+$|:x+$/i;

/**
 * Whether a finding is about a value that is filled in only later, or about an object or array because of one. Undefined for
 * a document that stands in no template: in a file, or in a fence that states its media type.
 */
export function unfilledIn({ passage, hints, root }: OciDocument): ((finding: Finding) => boolean) | undefined {
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
