import type { SymbolInformation } from 'vscode-languageserver-types';
import { stoppable } from '../content/stores/stoppable.ts';
import { inTurns, noTurn } from '../content/turns.ts';
import { hierarchyItemAt, incomingCallsOf, outgoingCallsOf } from '../features/call-hierarchy.ts';
import { contentSymbolsOf } from '../features/content-symbols.ts';
import { inlayHintsOf } from '../features/inlay-hints.ts';
import { outlineOf } from '../features/outline.ts';
import { toSpan } from '../features/ranges.ts';
import { foldingRangesOf, selectionRangeAt } from '../features/structure-ranges.ts';
import { currentDocumentAt } from '../workspace/current-document.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ofDocument, ofUneditedDocument } from './asking.ts';
import type { Service } from './service-types.ts';

/** The part of the service for navigation in documents and layouts. */
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

/** Far more symbols than anyone will read. */
const maxSymbols = 500;

export function navigation(workspace: Workspace): Navigation {
  const { host, contents, layouts, documentOf } = workspace;

  async function layoutDocuments(signal: AbortSignal | undefined): Promise<readonly string[]> {
    const graphs = (await layouts(signal)).map((layout) => contents.graphOf(layout, signal).catch(() => undefined));
    return (await Promise.all(graphs)).flatMap((graph) => graph?.documents ?? []);
  }

  return {
    async outline(uri, signal) {
      const { turn } = stoppable(contents, signal);
      return (await ofUneditedDocument(workspace, uri, (document) => inTurns(outlineOf(document), turn))) ?? [];
    },

    foldingRanges: async (uri, limit) =>
      (await ofDocument(workspace, uri, (document) => foldingRangesOf(document, limit))) ?? [],

    async selectionRanges(uri, positions) {
      const document = await documentOf(uri);
      if (document?.kind === undefined) return [];
      return positions.map((position) => selectionRangeAt(document, document.json.lines.offsetAt(position)));
    },

    async inlayHints(uri, range) {
      const hints = await ofDocument(workspace, uri, (document, { settings }) =>
        inlayHintsOf(document, toSpan(document.json.lines, range), settings.hints),
      );
      return hints ?? [];
    },

    async symbols(query, signal) {
      const symbols: SymbolInformation[] = [];
      const cancelable = { ...workspace, contents: stoppable(contents, signal) };
      const open = host.openUris().filter((uri) => !isFormatted(uri));
      const listed = (await layoutDocuments(signal)).map((uri) => host.openText(uri)?.uri ?? uri);
      for (const uri of new Set([...open, ...listed])) {
        signal?.throwIfAborted();
        const document = await currentDocumentAt(uri, cancelable);
        if (document === undefined) continue;
        const searching = contentSymbolsOf(document, query, maxSymbols - symbols.length);
        // An edit during a pause would move the nodes of an open document.
        const turn = host.openText(uri) === undefined ? cancelable.contents.turn : noTurn;
        symbols.push(...(await inTurns(searching, turn)));
        if (symbols.length >= maxSymbols) break;
      }
      return symbols;
    },

    async hierarchyItem(uri, position) {
      const document = await documentOf(uri);
      return document && hierarchyItemAt(document, document.json.lines.offsetAt(position), contents);
    },

    incomingCalls: (uri, signal) => incomingCallsOf(uri, stoppable(contents, signal)),

    async outgoingCalls(uri, signal) {
      const document = await currentDocumentAt(uri, workspace);
      return document === undefined ? [] : outgoingCallsOf(document, stoppable(contents, signal));
    },
  };
}
