import type { Hover } from 'vscode-languageserver-types';
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
import { toRange, touches } from './ranges.ts';

/** What the specification says, in plain words, about the member whose name or plain value is at an offset. */
export function hoverOf(document: OciDocument, offset: number): Hover | undefined {
  const member = memberAtOffset(document.root, offset);
  if (member === undefined || document.kind === undefined) return undefined;
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
