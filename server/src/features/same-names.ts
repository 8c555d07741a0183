import { readDigest } from '../oci/digest.ts';
import type { Span } from '../syntax/span.ts';
import {
  itemsOf,
  type JsonNode,
  memberAbove,
  membersOf,
  nameSpanOf,
  objectOf,
  spanOf,
  stringOf,
} from '../syntax/tree.ts';
import { nodeAtOffset, objectsOf } from '../syntax/walk.ts';
import { touches } from './ranges.ts';

/** A string that names something outside the document. */
export interface WrittenName {
  readonly kind: 'digest' | 'type' | 'annotation';
  readonly text: string;
  /** The annotation's key. */
  readonly key?: string;
  /** The range without quotes. */
  readonly span: Span;
}

/** The name at an offset: a digest, a type, or an annotation value. On a property name, that of its value. */
export function nameAt(root: JsonNode | undefined, offset: number): WrittenName | undefined {
  const node = valueAtOffset(root, offset);
  return node && nameIn(node);
}

/** All strings of a document with the same name. */
export function* sameNames(root: JsonNode | undefined, name: WrittenName): Iterable<WrittenName> {
  for (const node of stringsOf(root)) {
    // A cheap check that excludes most strings.
    if (!stringOf(node)?.endsWith(name.text)) continue;
    const other = nameIn(node);
    if (other?.text === name.text && other.kind === name.kind && other.key === name.key) yield other;
  }
}

/** The value at an offset; on a property name, the property's value. */
export function valueAtOffset(root: JsonNode | undefined, offset: number): JsonNode | undefined {
  const node = nodeAtOffset(root, offset);
  const here = { start: offset, end: offset };
  const named = membersOf(node).find((member) => touches(nameSpanOf(member), here));
  return named?.value ?? node;
}

function nameIn(node: JsonNode): WrittenName | undefined {
  const text = stringOf(node);
  if (text === undefined || text === '') return undefined;
  const { start, end } = spanOf(node);
  const span = { start: start + 1, end: end - 1 };
  if (readDigest(text) !== undefined) return { kind: 'digest', text, span };
  const digest = digestIn(text);
  if (digest !== undefined && text.length === span.end - span.start)
    return { kind: 'digest', text: digest, span: { start: span.end - digest.length, end: span.end } };
  const member = memberAbove(node);
  if (member === undefined) return undefined;
  if (member.name === 'mediaType' || member.name === 'artifactType') return { kind: 'type', text, span };
  const above = memberAbove(objectOf(member))?.name;
  return above === 'annotations' || above === 'Labels'
    ? { kind: 'annotation', text, key: member.name, span }
    : undefined;
}

/** The digest at the end of an image reference. */
function digestIn(text: string): string | undefined {
  const digest = text.slice(text.lastIndexOf('@') + 1);
  return digest.length < text.length && readDigest(digest) !== undefined ? digest : undefined;
}

function* stringsOf(root: JsonNode | undefined): Iterable<JsonNode> {
  for (const object of objectsOf(root)) {
    for (const { value } of membersOf(object)) {
      if (value?.type === 'string') yield value;
      for (const item of itemsOf(value)) if (item.type === 'string') yield item;
    }
  }
}
