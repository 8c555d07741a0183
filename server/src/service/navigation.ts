import type { SymbolInformation } from 'vscode-languageserver-types';
import type { Layout } from '../content/layout/layout.ts';
import { isRefusal } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { hierarchyItemAt, incomingCallsOf, outgoingCallsOf } from '../features/call-hierarchy.ts';
import { contentSymbolsOf } from '../features/content-symbols.ts';
import { inlayHintsOf } from '../features/inlay-hints.ts';
import { outlineOf } from '../features/outline.ts';
import { toSpan } from '../features/ranges.ts';
import { foldingRangesOf, selectionRangeAt } from '../features/structure-ranges.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Checks } from '../workspace/checks.ts';
import type { Host } from '../workspace/host.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Service } from './service-types.ts';

/** The part of the service that finds the way through documents and layouts. */
export type Navigation = Pick<
  Service,
  | 'outline'
  | 'foldingRanges'
  | 'selectionRanges'
  | 'inlayHints'
  | 'symbols'
  | 'hierarchyItem'
  | 'incomingCalls'
  | 'outgoingCalls'
>;

/** Nobody reads more symbols than this. */
const maxSymbols = 500;

export function createNavigation(
  host: Host,
  contents: Contents,
  checks: Checks,
  layouts: () => Promise<readonly Layout[]>,
): Navigation {
  /** A document as the editor holds it, or as it is on disk. */
  async function documentAt(uri: string): Promise<OciDocument | undefined> {
    const open = host.openText(uri);
    if (open !== undefined) return checks.documentOf(open.uri);
    const content = await fileContentOf(contents.files, uri).catch(() => undefined);
    if (content === undefined || isRefusal(content)) return undefined;
    return contents.documentOf(content, undefined).catch(() => undefined);
  }

  async function layoutDocuments(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const graphs = (await layouts()).map((layout) => contents.graphOf(layout, signal).catch(() => undefined));
    return (await Promise.all(graphs)).flatMap((graph) => graph?.documents ?? []);
  }

  return {
    async outline(uri) {
      const document = await checks.documentOf(uri);
      return document === undefined ? [] : outlineOf(document);
    },

    async foldingRanges(uri, limit) {
      const document = await checks.documentOf(uri);
      return document === undefined ? [] : foldingRangesOf(document, limit);
    },

    async selectionRanges(uri, positions) {
      const document = await checks.documentOf(uri);
      if (document?.kind === undefined) return [];
      return positions.map((position) => selectionRangeAt(document, document.json.lines.offsetAt(position)));
    },

    async inlayHints(uri, range) {
      const document = await checks.documentOf(uri);
      if (document === undefined) return [];
      return inlayHintsOf(document, toSpan(document.json.lines, range), (await checks.settingsOf(uri)).hints);
    },

    async symbols(query, signal) {
      const symbols: SymbolInformation[] = [];
      const open = host.openUris().filter((uri) => !isFormatted(uri));
      const listed = (await layoutDocuments(signal)).map((uri) => host.openText(uri)?.uri ?? uri);
      for (const uri of new Set([...open, ...listed])) {
        signal?.throwIfAborted();
        const document = await documentAt(uri);
        if (document === undefined) continue;
        symbols.push(...contentSymbolsOf(document, query, maxSymbols - symbols.length));
        if (symbols.length >= maxSymbols) break;
      }
      return symbols;
    },

    async hierarchyItem(uri, position) {
      const document = await checks.documentOf(uri);
      return document && hierarchyItemAt(document, document.json.lines.offsetAt(position), contents);
    },

    incomingCalls: (uri, signal) => incomingCallsOf(uri, stoppable(contents, signal)),

    async outgoingCalls(uri, signal) {
      const document = await documentAt(uri);
      return document === undefined ? [] : outgoingCallsOf(document, stoppable(contents, signal));
    },
  };
}
