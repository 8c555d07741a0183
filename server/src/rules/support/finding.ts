import { readDigest, shortDigest } from '../../oci/digest.ts';
import { pointerOf, pointerOfMember } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonMember, type JsonNode, memberAbove, nameSpanOf, spanOf } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import { Message } from './wording.ts';

type Details = Pick<Finding, 'severity' | 'clause' | 'digests' | 'related' | 'fixes' | 'covers' | 'garbles'>;

/** A finding under a whole value. */
export function findingAtValue(node: JsonNode, message: Message | string, details: Details = {}): Finding {
  return { span: spanOf(node), pointer: pointerOf(node), message: toMessage(message), ...details };
}

/** A finding under a part of a value, in offsets of the document. */
export function findingAtSpan(node: JsonNode, span: Span, message: Message | string, details: Details = {}): Finding {
  return { span, pointer: pointerOf(node), message: toMessage(message), ...details };
}

/** A finding under a member's name. */
export function findingAtName(member: JsonMember, message: Message | string, details: Details = {}): Finding {
  return { span: nameSpanOf(member), pointer: pointerOfMember(member), message: toMessage(message), ...details };
}

/** A finding about a member that an object lacks. */
export function findingMissing(
  object: JsonNode,
  missing: string,
  message: Message | string,
  details: Details = {},
): Finding {
  return {
    span: headOf(object),
    pointer: pointerOf(object),
    missing: [missing],
    message: toMessage(message),
    ...details,
  };
}

/** A finding about a document as a whole. */
export function findingAtStart(message: Message | string, details: Details = {}): Finding {
  return { span: { start: 0, end: 1 }, pointer: '', message: toMessage(message), ...details };
}

/** The smallest place that stands for an object or array: the name that it is the value of, or its opening bracket. */
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

/** A digest in short, or what stands for one, quoted. */
export function shownDigest(text: string): string {
  return readDigest(text) === undefined ? quoted(text, 30) : shortDigest(text);
}

/** A property's name in backticks, shortened like a value. */
export function inBackticks(name: string): string {
  return `\`${quoted(name).slice(1, -1).replaceAll('`', "'")}\``;
}

/** For rules whose wordings have no ids yet. */
export function toMessage(message: Message | string): Message {
  return message instanceof Message ? message : new Message({ id: 'default', text: '{text}' }, { text: message });
}
