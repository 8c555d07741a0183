import type { Reporter } from '../formats.ts';
import { printable } from './printable.ts';

/** One line per finding in the format of compilers, which editors can parse. Lines and columns are one-based. */
export function concise(): Reporter {
  return {
    begin: () => '',
    *document({ path, diagnostics }) {
      for (const { range, severity, message, rule } of diagnostics) {
        const location = `${printable(path)}:${range.start.line + 1}:${range.start.character + 1}`;
        yield `${location}: ${severity}: ${printable(message)} [${rule}]\n`;
      }
    },
    end: () => '',
  };
}
