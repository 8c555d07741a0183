import type { Span } from './span.ts';

/** What can be wrong with a text as JSON (RFC 8259) or I-JSON (RFC 7493). */
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

/** A range that violates the JSON grammar or the encoding rules. */
export interface Fault extends Span {
  readonly code: FaultCode;
}

/**
 * Faults of encoding or of I-JSON. JSON parsers that work on decoded text do not notice them, so no editor reports
 * them.
 */
export const encodingFaults: ReadonlySet<FaultCode> = new Set([
  'bom',
  'not-utf8',
  'utf16',
  'lone-surrogate',
  'noncharacter',
  'too-deep',
]);

/** Grammar faults that do not affect how the rest is parsed. */
const harmlessFaults: ReadonlySet<FaultCode> = new Set([
  'comment',
  'trailing-comma',
  'trailing-content',
  'single-quotes',
  'unquoted-name',
]);

/**
 * Whether the parser may have lost text at such a fault, so that things that seem missing or wrong may just be
 * unreadable.
 */
export function losesText(code: FaultCode): boolean {
  return !encodingFaults.has(code) && !harmlessFaults.has(code);
}
