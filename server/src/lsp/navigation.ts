import type { Connection } from 'vscode-languageserver';
import type { Service } from '../service.ts';
import type { Guard } from './guard.ts';

/** Answers what editors ask to find the way: outline, folding, selection, hints, symbols and the graph of descriptors. */
export function answerNavigation(connection: Connection, service: Service, guard: Guard): void {
  connection.onDocumentSymbol(({ textDocument: { uri } }) => guard(async () => [...(await service.outline(uri))], []));
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    guard(async () => [...(await service.foldingRanges(uri))], []),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    guard(async () => [...(await service.selectionRanges(uri, positions))], []),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    guard(async () => [...(await service.inlayHints(uri, range))], []),
  );
  connection.onWorkspaceSymbol(({ query }) => guard(async () => [...(await service.symbols(query))], []));
  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
    guard(async () => {
      const item = await service.hierarchyItem(uri, position);
      return item === undefined ? null : [item];
    }, null),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item: { uri } }) =>
    guard(async () => [...(await service.incomingCalls(uri))], []),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item: { uri } }) =>
    guard(async () => [...(await service.outgoingCalls(uri))], []),
  );
}
