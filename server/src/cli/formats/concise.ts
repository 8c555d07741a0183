import type { Reporter } from '../formats.ts';
import { printable } from './printable.ts';

/** One line a finding, in the form that compilers use and editors know to jump to. Lines and columns count from 1. */
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
