import type { Reporter } from '../formats.ts';
import { inertJson } from './printable.ts';

/**
 * A JSON object. Its version changes when a property changes its meaning. One file per line, so that large reports can
 * be processed line by line.
 */
export function json(): Reporter {
  let separator = '';
  return {
    begin: () => '{"version":1,"files":[',
    *document({ path, document, diagnostics }) {
      const kind = document.kind ?? 'unknown';
      yield `${separator}\n{"path":${inertJson(path)},"kind":${inertJson(kind)},"diagnostics":[`;
      separator = ',';
      let comma = '';
      for (const diagnostic of diagnostics) {
        yield comma + inertJson(diagnostic);
        comma = ',';
      }
      yield ']}';
    },
    end: ({ summary }) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}
