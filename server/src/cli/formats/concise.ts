import type { Reporter } from '../formats.ts';
import { printable } from './printable.ts';

/** One line per finding in the format of compilers, which editors can parse. Lines and columns are one-based. */
export function concise(): Reporter {
  return {
    begin: () => '',
    document({ path, diagnostics }) {
      const lines = diagnostics.map(({ range: { start }, severity, message, rule }) => {
        const place = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
        return `${place}: ${severity}: ${printable(message)} [${rule}]\n`;
      });
      return lines.join('');
    },
    end: () => '',
  };
}
