import type { Hover } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import { schemaAt } from '../schema/schema-at.ts';
import { pathOf } from '../syntax/pointer.ts';
import { type JsonMember, membersOf, nameSpanOf, objectOf } from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { toRange } from './diagnostics.ts';

/** What the specification says of the member whose name is at the offset, in plain words of ours. */
export function hoverOf(document: OciDocument, offset: number): Hover | undefined {
  const { kind, row, root, json } = document;
  if (kind === undefined || row?.schema === undefined) return undefined;
  const member = memberNamedAt(nodeAtOffset(root, offset), offset);
  if (member === undefined) return undefined;
  const schema = schemaAt(kind, [...pathOf(objectOf(member)), member.name]);
  if (schema?.description === undefined) return undefined;
  const value = `**${schema.title ?? member.name}**\n\n${schema.description}`;
  return { contents: { kind: 'markdown', value }, range: toRange(json.lines, nameSpanOf(member)) };
}

function memberNamedAt(node: ReturnType<typeof nodeAtOffset>, offset: number): JsonMember | undefined {
  return membersOf(node).find((member) => {
    const { start, end } = nameSpanOf(member);
    return start <= offset && offset <= end;
  });
}
