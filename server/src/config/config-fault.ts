import type { Finding } from '../rules/rule.ts';
import { pointerOf, pointerOfMember } from '../syntax/pointer.ts';
import type { Span } from '../syntax/span.ts';
import { type JsonMember, type JsonNode, nameSpanOf, spanOf } from '../syntax/tree.ts';

/** An invalid or unknown entry in a configuration file. */
export interface ConfigFault {
  readonly span: Span;
  readonly pointer: string;
  readonly message: string;
}

/** Converts a fault of the JSON parser to a fault of the configuration file. */
export function toFault({ span, pointer, message }: Finding): ConfigFault {
  return { span, pointer, message: message.text };
}

export function faultAtValue(node: JsonNode, message: string): ConfigFault {
  return { span: spanOf(node), pointer: pointerOf(node), message };
}

export function faultAtName(member: JsonMember, message: string): ConfigFault {
  return { span: nameSpanOf(member), pointer: pointerOfMember(member), message };
}
