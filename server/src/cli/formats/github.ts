import type { Diagnostic } from '../../library/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Reporter } from '../formats.ts';
import { printable } from './printable.ts';

/** GitHub Actions workflow commands, shown as annotations on pull requests. */
export function github(): Reporter {
  return {
    begin: () => '',
    *document({ path, diagnostics }) {
      for (const diagnostic of diagnostics) yield `${commandOf(path, diagnostic)}\n`;
    },
    end: () => '',
  };
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function commandOf(path: string, { range: { start, end }, severity, message, rule }: Diagnostic): string {
  // Columns are only allowed within a single line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: `oci-lint: ${rule}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${printable(escapeProperty(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeText(printable(message))}`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string | number): string {
  return escapeText(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
