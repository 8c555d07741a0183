import { printable } from '../features/printable.ts';
import { counted } from '../protocol/counted.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * A finding as one line of plain text with its location and remedy, for consumption by language models. Lines and
 * columns are one-based.
 */
export function agentLine(
  path: string,
  { range: { start }, severity, rule, message, pointer, fixable, fixes }: Diagnostic,
): string {
  const location = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
  const at = pointer === '' ? '' : ` at ${printable(pointer)}`;
  const [fix] = fixes;
  const remedy = fixable ? ' Fix: run oci-lint --fix.' : fix === undefined ? '' : ` Fix: ${printable(fix.title)}.`;
  return `${location} ${severity} ${rule}${at}: ${printable(message)}${remedy}`;
}

/** The last line, with the totals. */
export function agentSummary({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}\n`;
}
