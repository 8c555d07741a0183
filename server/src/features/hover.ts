import type { Hover } from 'vscode-languageserver-types';
import type { Contents } from '../content/contents.ts';
import { readTarget } from '../content/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { membersOf as schemaMembersOf } from '../schema/schema-at.ts';
import { pathOf } from '../syntax/pointer.ts';
import {
  type JsonMember,
  type JsonNode,
  memberAbove,
  membersOf,
  nameSpanOf,
  objectOf,
  spanOf,
} from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { contentCardOf } from './content-card.ts';
import { factHoverOf } from './fact-hovers.ts';
import { toRange, touches } from './ranges.ts';

/**
 * What is at an offset: on the value of a descriptor's member, the card of what it points at; on the name of a member,
 * what the specification says of it, in plain words.
 */
export async function hoverOf(document: OciDocument, offset: number, contents: Contents): Promise<Hover | undefined> {
  const member = memberAtOffset(document.root, offset);
  if (member === undefined || document.kind === undefined) return undefined;
  return (
    (await cardAt(document, member, offset, contents)) ??
    factHoverAt(document, member, offset) ??
    memberHoverOf(document, member, offset)
  );
}

/** Members whose values stand for the content. */
const tellingMembers: ReadonlySet<string> = new Set(['digest', 'size', 'mediaType', 'data']);

async function cardAt(
  document: OciDocument,
  member: JsonMember,
  offset: number,
  contents: Contents,
): Promise<Hover | undefined> {
  const written = document.descriptors.find(({ node }) => node === objectOf(member));
  const isOnValue = offset > nameSpanOf(member).end;
  if (written?.value === undefined || !isOnValue || !tellingMembers.has(member.name)) return undefined;
  const target = await readTarget(written, document.uri, contents, 'small');
  const value = await contentCardOf(target, contents, document.hints.ownTypes);
  return { contents: { kind: 'markdown', value }, range: toRange(document.json.lines, spanAt(member, offset)) };
}

function factHoverAt(document: OciDocument, member: JsonMember, offset: number): Hover | undefined {
  const value = factHoverOf(member, offset > nameSpanOf(member).end, document.hints.ownTypes);
  if (value === undefined) return undefined;
  return { contents: { kind: 'markdown', value }, range: toRange(document.json.lines, spanAt(member, offset)) };
}

function memberHoverOf(document: OciDocument, member: JsonMember, offset: number): Hover | undefined {
  if (document.kind === undefined) return undefined;
  const known = schemaMembersOf(document.kind, pathOf(objectOf(member))).find(({ name }) => name === member.name);
  if (known === undefined) return undefined;
  const head = `**${known.title}**${known.required ? ' · required' : ''}`;
  return {
    contents: { kind: 'markdown', value: known.description === '' ? head : `${head}\n\n${known.description}` },
    range: toRange(document.json.lines, spanAt(member, offset)),
  };
}

/** The member whose name, or whose value when that is no object or array, is at an offset. */
export function memberAtOffset(root: JsonNode | undefined, offset: number): JsonMember | undefined {
  const node = nodeAtOffset(root, offset);
  if (node === undefined) return undefined;
  if (node.type !== 'object' && node.type !== 'array') return memberAbove(node);
  return membersOf(node).find((member) => touches(nameSpanOf(member), { start: offset, end: offset }));
}

function spanAt(member: JsonMember, offset: number) {
  const name = nameSpanOf(member);
  return touches(name, { start: offset, end: offset }) || member.value === undefined ? name : spanOf(member.value);
}
