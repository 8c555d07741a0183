import type { Diagnostic } from '../../library/diagnostic.ts';
import type { Severity } from '../../rules/rule.ts';
import type { LineIndex, LinePosition } from '../../syntax/lines.ts';
import type { Reporter } from '../formats.ts';
import { homepage } from '../version.ts';
import { inertJson } from './printable.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** reviewdog's Diagnostic Format as a single object. Lines and columns are one-based; columns count UTF-8 bytes. */
export function rdjson(): Reporter {
  let separator = '';
  const source = JSON.stringify({ name: 'oci-lint', url: homepage });
  return {
    begin: () => `{"source":${source},"diagnostics":[`,
    document({ path, document, diagnostics }) {
      const texts = diagnostics.map((diagnostic) => {
        const text = `${separator}\n${inertJson(toRdjson(path, diagnostic, document.json.lines))}`;
        separator = ',';
        return text;
      });
      return texts.join('');
    },
    end: () => '\n]}\n',
  };
}

function toRdjson(path: string, { message, severity, rule, url, range, fixes }: Diagnostic, lines: LineIndex): object {
  const toRange = ({ start, end }: Diagnostic['range']) => ({
    start: inBytes(start, lines),
    end: inBytes(end, lines),
  });
  // Each suggestion is applied separately, so fixes with several edits cannot be represented.
  const suggestions = fixes.flatMap(({ edits }) =>
    edits.length === 1 ? edits.map((edit) => ({ range: toRange(edit.range), text: edit.newText })) : [],
  );
  return {
    message,
    location: { path, range: toRange(range) },
    severity: severities[severity],
    code: { value: rule, url },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

function inBytes({ line, character }: LinePosition, lines: LineIndex): object {
  const before = lines.textOf(line).slice(0, character);
  return { line: line + 1, column: new TextEncoder().encode(before).length + 1 };
}
