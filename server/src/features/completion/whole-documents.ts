import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { OciDocument } from '../../oci/document.ts';
import { toRange } from '../ranges.ts';
import documents from './whole-documents.json' with { type: 'json' };

const snippetKind = 15;
const snippetFormat = 2;

/** Templates of complete documents, if the text is empty or contains only the start of a name. Undefined otherwise. */
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
    // An `oci-layout` file has a fixed format, which applies to no other file.
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

/** Longer texts are not considered empty. Characters. */
const maxLength = 10_000;

/** Replaces the tab stops of a snippet with their default values, including repeated ones. */
function plainOf(snippet: string): string {
  const firsts = new Map<string, string>();
  // Bounded: the snippets are constants.
  const text = snippet.replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, stop, value, first) => {
    firsts.set(stop, value ?? first);
    return value ?? first;
  });
  return text.replace(/\$(\d+)/g, (_, stop) => firsts.get(stop) ?? '');
}
