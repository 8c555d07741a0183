import { printable } from '../features/printable.ts';
import { counted } from '../protocol/counted.ts';
import type { Diagnostic } from './diagnostic.ts';

/** One plain line with where a finding is and what to do, for programs that read words. Lines and columns count from 1. */
export function agentLine(
  path: string,
  { range: { start }, severity, rule, message, pointer, fixable, fixes }: Diagnostic,
): string {
  const place = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
  const at = pointer === '' ? '' : ` at ${printable(pointer)}`;
  const [fix] = fixes;
  const remedy = fixable ? ' Fix: run oci-lint --fix.' : fix === undefined ? '' : ` Fix: ${printable(fix.title)}.`;
  return `${place} ${severity} ${rule}${at}: ${printable(message)}${remedy}`;
}

/** How many there are, as the last line. */
export function agentSummary({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}\n`;
}
