import type { Hover, Range } from 'vscode-languageserver-types';
import type { Contents } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import { readBase64 } from '../oci/base64.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { membersOf as schemaMembersOf, thingAt } from '../schema/schema-at.ts';
import { specLinkOf } from '../schema/spec-links.ts';
import { pathOf } from '../syntax/pointer.ts';
import type { Span } from '../syntax/span.ts';
import {
  type JsonMember,
  type JsonNode,
  memberAbove,
  membersOf,
  nameSpanOf,
  objectOf,
  spanOf,
  stringOf,
} from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { contentCardOf } from './content-card.ts';
import { factHoverOf } from './fact-hovers.ts';
import { layerCardOf, layerLinesOf } from './layer-card.ts';
import { layerInConfig, layerInManifest } from './layer-relations.ts';
import { inOneLine, specParts } from './markdown.ts';
import { toRange, touches } from './ranges.ts';
import { textOf } from './raw-content.ts';

/**
 * Hover at an offset. On values and brackets of a descriptor: facts about the value and the card of the referenced
 * content. On property names: the specification's description.
 */
export async function hoverOf(document: OciDocument, offset: number, contents: Contents): Promise<Hover | undefined> {
  const { root, kind, json, hints } = document;
  if (kind === undefined) return undefined;
  const layer = isOnName(root, offset) ? undefined : await layerInConfig(document, offset, contents);
  if (layer !== undefined)
    return markdown(await layerCardOf(layer, contents), toRange(json.lines, spanAround(root, offset)));
  const member = memberAtOffset(root, offset);
  if (member === undefined) {
    const bracket = bracketAt(root, offset);
    if (bracket === undefined) return undefined;
    const written = document.descriptors.find(({ node }) => node === bracket.of);
    const card = written && (await cardOf(document, written, contents));
    return card === undefined ? undefined : markdown(card, toRange(json.lines, bracket.span));
  }
  const isOnValue = offset > nameSpanOf(member).end;
  const written = isOnValue ? descriptorOf(document, member) : undefined;
  const card = written && (await cardOf(document, written, contents));
  const fact = factHoverOf(member, isOnValue, hints.ownTypes);
  const parts = [fact, card, written && dataTextOf(member)].filter((part) => part !== undefined);
  return parts.length === 0
    ? memberHoverOf(document, member, offset)
    : markdown(parts.join('\n\n---\n\n'), toRange(json.lines, spanAt(member, offset)));
}

function markdown(value: string, range: Range): Hover {
  return { contents: { kind: 'markdown', value }, range };
}

/** Properties that identify the content. */
const tellingMembers: ReadonlySet<string> = new Set(['digest', 'size', 'mediaType', 'data']);

/** Properties that describe the content. */
const partMembers: ReadonlySet<string | undefined> = new Set(['platform', 'annotations']);

/** The descriptor that contains a member, directly or in its platform or annotations. */
function descriptorOf(document: OciDocument, member: JsonMember): WrittenDescriptor | undefined {
  const find = (object: JsonNode) => document.descriptors.find(({ node }) => node === object);
  const object = objectOf(member);
  const own = find(object);
  if (own !== undefined) return tellingMembers.has(member.name) || member.name === 'artifactType' ? own : undefined;
  const above = memberAbove(object);
  return above !== undefined && partMembers.has(above.name) ? find(objectOf(above)) : undefined;
}

/** Maximum length of text in a card, in characters. */
const maxText = 1000;

/** Decoded embedded text in a code block that the text cannot close; undefined for other content. */
function dataTextOf(member: JsonMember): string | undefined {
  if (member.name !== 'data') return undefined;
  const { bytes } = readBase64(stringOf(member.value) ?? '') as { readonly bytes?: Uint8Array };
  const text = bytes && textOf(bytes.subarray(0, maxText));
  if (!text) return undefined;
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const lines = text.split(/\r\n?|\n/).map((line) => inOneLine(line, maxText));
  return [fence, ...lines, ...(bytes.length > maxText ? ['…'] : []), fence].join('\n');
}

/** The card of a descriptor's content; undefined if the descriptor is incomplete. */
async function cardOf(
  document: OciDocument,
  written: WrittenDescriptor,
  contents: Contents,
): Promise<string | undefined> {
  if (written.value === undefined) return undefined;
  const target = await readTarget(written, document.uri, contents, 'small');
  const card = await contentCardOf(target, contents, document.hints.ownTypes);
  const layer = await layerInManifest(document, written, contents);
  return [card, ...(layer === undefined ? [] : [layerLinesOf(layer).join('\n')])].join('\n\n');
}

function isOnName(root: JsonNode | undefined, offset: number): boolean {
  const span = { start: offset, end: offset };
  return membersOf(nodeAtOffset(root, offset)).some((member) => touches(nameSpanOf(member), span));
}

function spanAround(root: JsonNode | undefined, offset: number): Span {
  const node = nodeAtOffset(root, offset);
  return node === undefined ? { start: offset, end: offset } : spanOf(node);
}

/** The bracket of an object at an offset. */
function bracketAt(
  root: JsonNode | undefined,
  offset: number,
): { readonly of: JsonNode; readonly span: Span } | undefined {
  const of = nodeAtOffset(root, offset);
  if (of?.type !== 'object') return undefined;
  const { start, end } = spanOf(of);
  if (offset <= start + 1) return { of, span: { start, end: start + 1 } };
  return offset >= end - 1 ? { of, span: { start: end - 1, end } } : undefined;
}

function memberHoverOf(document: OciDocument, member: JsonMember, offset: number): Hover | undefined {
  if (document.kind === undefined) return undefined;
  const path = pathOf(objectOf(member));
  const known = schemaMembersOf(document.kind, path).find(({ name }) => name === member.name);
  if (known === undefined) return undefined;
  const parts = [
    `**${known.title}**${known.required ? ' · required' : ''}`,
    ...(known.description === '' ? [] : [known.description]),
    ...specParts(specLinkOf(thingAt(document.kind, path))),
  ];
  return markdown(parts.join('\n\n'), toRange(document.json.lines, spanAt(member, offset)));
}

/** The member at an offset, on its name or its scalar value. */
function memberAtOffset(root: JsonNode | undefined, offset: number): JsonMember | undefined {
  const node = nodeAtOffset(root, offset);
  if (node === undefined) return undefined;
  if (node.type !== 'object' && node.type !== 'array') return memberAbove(node);
  return membersOf(node).find((member) => touches(nameSpanOf(member), { start: offset, end: offset }));
}

function spanAt(member: JsonMember, offset: number) {
  const name = nameSpanOf(member);
  return touches(name, { start: offset, end: offset }) || member.value === undefined ? name : spanOf(member.value);
}
