import type { Diagnostic } from '../../library/diagnostic.ts';
import type { Reporter } from '../formats.ts';
import { printable } from './printable.ts';

/** One plain line a finding with where it is and what to do, for programs that read words. Lines and columns count from 1. */
export function agent(): Reporter {
  return {
    begin: () => '',
    document({ path, diagnostics }) {
      return diagnostics.map((diagnostic) => `${lineOf(path, diagnostic)}\n`).join('');
    },
    end: ({ summary: { errors, warnings } }) => `${errors} errors, ${warnings} warnings\n`,
  };
}

function lineOf(
  path: string,
  { range: { start }, severity, rule, message, pointer, fixable, fixes }: Diagnostic,
): string {
  const place = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
  const at = pointer === '' ? '' : ` at ${printable(pointer)}`;
  const [fix] = fixes;
  const remedy = fixable ? ' Fix: run oci-lint --fix.' : fix === undefined ? '' : ` Fix: ${printable(fix.title)}.`;
  return `${place} ${severity} ${rule}${at}: ${printable(message)}${remedy}`;
}
