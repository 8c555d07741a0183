import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { OciDocument } from '../../oci/document.ts';
import { toRange } from '../ranges.ts';
import documents from './whole-documents.json' with { type: 'json' };

const snippetKind = 15;
const snippetFormat = 2;

/** Where no document is begun, or only the name of one: a whole one of each sort. Undefined where there is more. */
export function wholeDocumentsAt(
  { json: { text, lines }, hints }: OciDocument,
  offset: number,
  takesSnippets: boolean,
): CompletionList | undefined {
  const begun = /^[\w-]*$/.exec(text.length > maxLength ? '{' : text.trim())?.[0];
  if (begun === undefined) return undefined;
  const start = begun === '' ? offset : text.indexOf(begun);
  const span = { start, end: start + begun.length };
  if (offset < span.start || offset > span.end) return undefined;
  const items = Object.entries(documents)
    // The file that marks a layout is nothing else, and nothing else marks one.
    .filter(([, { prefix }]) => (prefix === 'oci-layout') === (hints.path === 'layout-header'))
    .map(([title, { prefix, description, body }], position): CompletionItem => {
      const snippet = body.join('\n');
      return {
        label: prefix,
        kind: snippetKind,
        detail: title,
        documentation: description,
        sortText: String(position).padStart(5, '0'),
        textEdit: { range: toRange(lines, span), newText: takesSnippets ? snippet : plainOf(snippet) },
        ...(takesSnippets ? { insertTextFormat: snippetFormat } : {}),
      };
    });
  return { isIncomplete: false, items };
}

/** Nobody leaves more blank, and begins a document. In characters. */
const maxLength = 10_000;

/** A snippet's text with what its tab stops have at first; one that only repeats another has the same. */
function plainOf(snippet: string): string {
  const firsts = new Map<string, string>();
  // Bounded: the snippets are ours.
  const text = snippet.replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, stop, value, first) => {
    firsts.set(stop, value ?? first);
    return value ?? first;
  });
  return text.replace(/\$(\d+)/g, (_, stop) => firsts.get(stop) ?? '');
}
