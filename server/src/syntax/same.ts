import { childrenOf, type JsonMember, type JsonNode } from './tree.ts';

type Part = JsonNode | JsonMember;

/** Larger values count as different. */
const maxParts = 100;

/** Whether two small values, or members, have the same content, written in the same way. */
export function isSameWritten(a: Part | undefined, b: Part | undefined): boolean {
  const pairs: (readonly [Part | undefined, Part | undefined])[] = [[a, b]];
  for (const [one, other] of pairs) {
    if (one === other) continue;
    if (one === undefined || other === undefined || pairs.length > maxParts) return false;
    if (one.type === 'member' || other.type === 'member') {
      if (one.type !== other.type || !isSameName(one as JsonMember, other as JsonMember)) return false;
      pairs.push([(one as JsonMember).value, (other as JsonMember).value]);
      continue;
    }
    if (one.type !== other.type || one.length !== other.length || one.scalar !== other.scalar) return false;
    const [parts, others] = [childrenOf(one), childrenOf(other)];
    if (parts.length !== others.length) return false;
    for (let i = 0; i < parts.length; i++) pairs.push([parts[i], others[i]]);
  }
  return true;
}

function isSameName(a: JsonMember, b: JsonMember): boolean {
  return a.name === b.name && a.nameLength === b.nameLength;
}
