import { readDigest, shortDigest } from '../../oci/digest.ts';
import { pointerOf, pointerOfMember } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonMember, type JsonNode, memberAbove, nameSpanOf, spanOf } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import type { Message } from './wording.ts';

type Details = Pick<Finding, 'severity' | 'clause' | 'digests' | 'related' | 'fixes' | 'covers' | 'garbles'>;

/** A finding at a whole value. */
export function findingAtValue(node: JsonNode, message: Message, details: Details = {}): Finding {
  return { span: spanOf(node), pointer: pointerOf(node), message, ...details };
}

/** A finding at a part of a value, given in offsets of the document. */
export function findingAtSpan(node: JsonNode, span: Span, message: Message, details: Details = {}): Finding {
  return { span, pointer: pointerOf(node), message, ...details };
}

/** A finding at a member's name. */
export function findingAtName(member: JsonMember, message: Message, details: Details = {}): Finding {
  return { span: nameSpanOf(member), pointer: pointerOfMember(member), message, ...details };
}

/** A finding about a member that an object lacks. */
export function findingMissing(object: JsonNode, missing: string, message: Message, details: Details = {}): Finding {
  return {
    span: headOf(object),
    pointer: pointerOf(object),
    missing: [missing],
    message,
    ...details,
  };
}

/** A finding about a document as a whole. */
export function findingAtStart(message: Message, details: Details = {}): Finding {
  return { span: { start: 0, end: 1 }, pointer: '', message, ...details };
}

/** The smallest range for an object or array: the name whose value it is, or its opening bracket. */
export function headOf(node: JsonNode): Span {
  const member = memberAbove(node);
  if (member !== undefined) return nameSpanOf(member);
  const { start, end } = spanOf(node);
  return { start, end: Math.min(end, start + 1) };
}

/** A value quoted for a message: as written in JSON, shortened in the middle, without line breaks. */
export function quoted(text: string, limit = 60): string {
  const written = JSON.stringify(text);
  if (written.length <= limit) return written;
  const half = (limit - 1) >> 1;
  return `${written.slice(0, half)}…${written.slice(-half)}`;
}

/** A shortened digest, or an invalid one, quoted. */
export function shownDigest(text: string): string {
  return readDigest(text) === undefined ? quoted(text, 30) : shortDigest(text);
}

/** A property's name in backticks, shortened like a value. */
export function inBackticks(name: string): string {
  return `\`${quoted(name).slice(1, -1).replaceAll('`', "'")}\``;
}
