import type { DocumentSymbol, Hover, SymbolInformation } from 'vscode-languageserver-types';
import { MarkupContent } from 'vscode-languageserver-types';
import { plainText } from '../features/markdown.ts';

/** A hover for clients that do not render Markdown. */
export function plainHover({ contents, ...hover }: Hover): Hover {
  return MarkupContent.is(contents) ? { ...hover, contents: plainMarkup(contents) } : { ...hover, contents };
}

/** Completion documentation for clients that do not render Markdown. */
export function plainDocumentation(documentation: string | MarkupContent): string | MarkupContent {
  return MarkupContent.is(documentation) ? plainMarkup(documentation) : documentation;
}

function plainMarkup({ kind, value }: MarkupContent): MarkupContent {
  return { kind: 'plaintext', value: kind === 'markdown' ? plainText(value) : value };
}

/** Flattens symbols for clients without hierarchy, each with its container's name. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], above?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(above === undefined ? {} : { containerName: above }) },
    ...flatSymbols(uri, children, name),
  ]);
}
