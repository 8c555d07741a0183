import type { Span } from './span.ts';

/** What can be wrong with a text as JSON (RFC 8259) or as I-JSON (RFC 7493). */
export type FaultCode =
  | 'bom'
  | 'not-utf8'
  | 'utf16'
  | 'empty'
  | 'comment'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-name'
  | 'missing-value'
  | 'unquoted-name'
  | 'single-quotes'
  | 'unterminated-string'
  | 'control-character'
  | 'bad-escape'
  | 'lone-surrogate'
  | 'noncharacter'
  | 'bad-number'
  | 'bad-literal'
  | 'unexpected'
  | 'unclosed'
  | 'trailing-content'
  | 'too-deep'
  | 'too-many-faults'
  | 'too-many-values';

/** A place where the text is not what the JSON grammar or the encoding asks for. */
export interface Fault extends Span {
  readonly code: FaultCode;
}

/** Faults of encoding or of I-JSON only: JSON parsers that take text do not see them, so editors report them nowhere else. */
export const encodingFaults: ReadonlySet<FaultCode> = new Set([
  'bom',
  'not-utf8',
  'utf16',
  'lone-surrogate',
  'noncharacter',
  'too-deep',
]);

/** Faults of the grammar after which everything can be read as it was meant. */
const harmlessFaults: ReadonlySet<FaultCode> = new Set([
  'comment',
  'trailing-comma',
  'trailing-content',
  'single-quotes',
  'unquoted-name',
]);

/** Whether after such a fault what seems missing or wrong may only be unreadable. */
export function losesText(code: FaultCode): boolean {
  return !encodingFaults.has(code) && !harmlessFaults.has(code);
}
