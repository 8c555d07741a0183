import type { Reporter } from '../formats.ts';
import { inertJson } from './printable.ts';

/** One object; its version changes when a member changes its meaning. One file a line, so that large runs can be read so. */
export function json(): Reporter {
  let separator = '';
  return {
    begin: () => '{"version":1,"files":[',
    document({ path, document, diagnostics }) {
      const text = `${separator}\n${inertJson({ path, kind: document.kind ?? 'unknown', diagnostics })}`;
      separator = ',';
      return text;
    },
    end: ({ summary }) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}
