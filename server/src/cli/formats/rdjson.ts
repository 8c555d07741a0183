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
    *document({ path, document, diagnostics }) {
      const positions = bytePositions(document.json.lines);
      for (const diagnostic of diagnostics) {
        yield `${separator}\n${inertJson(toRdjson(path, diagnostic, positions))}`;
        separator = ',';
      }
    },
    end: () => '\n]}\n',
  };
}

type ToBytes = (position: LinePosition) => object;

function toRdjson(path: string, { message, severity, rule, url, range, fixes }: Diagnostic, inBytes: ToBytes): object {
  const toRange = ({ start, end }: Diagnostic['range']) => ({ start: inBytes(start), end: inBytes(end) });
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

/** Counts from the last position on, because a minified document is one long line with all findings. */
function bytePositions(lines: LineIndex): ToBytes {
  let last = { line: -1, text: '', character: 0, bytes: 0 };
  return ({ line, character }) => {
    if (line !== last.line) last = { line, text: lines.textOf(line), character: 0, bytes: 0 };
    const bytes = last.bytes + bytesBetween(last.text, last.character, character);
    last = { ...last, character, bytes };
    return { line: line + 1, column: bytes + 1 };
  };
}

/** The bytes of UTF-8 between two offsets, negative if they are in reverse order. */
function bytesBetween(text: string, from: number, to: number): number {
  if (to < from) return -bytesBetween(text, to, from);
  return new TextEncoder().encode(text.slice(from, to)).length;
}
