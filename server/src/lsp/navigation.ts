import type { Connection } from 'vscode-languageserver';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Answer, Guard } from './guard.ts';
import { flatSymbols } from './plain.ts';

/** Handles navigation requests: outline, folding, selection, inlay hints, symbols and call hierarchy. */
export function registerNavigation(
  connection: Connection,
  service: Service,
  abilities: Abilities,
  guard: Guard,
  answer: Answer,
): void {
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer(
      token,
      async (signal): Promise<DocumentSymbol[] | SymbolInformation[]> => {
        const symbols = await service.outline(uri, signal);
        return abilities.nestsSymbols ? [...symbols] : flatSymbols(uri, symbols);
      },
      [],
    ),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    guard(async () => [...(await service.foldingRanges(uri, abilities.maxFoldingRanges))], []),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    guard(async () => [...(await service.selectionRanges(uri, positions))], []),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    guard(async () => [...(await service.inlayHints(uri, range))], []),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, async (signal) => [...(await service.symbols(query, signal))], []),
  );
  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
    guard(async () => {
      const item = await service.hierarchyItem(uri, position);
      return item === undefined ? null : [item];
    }, null),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item: { uri } }, token) =>
    answer(token, async (signal) => [...(await service.incomingCalls(uri, signal))], []),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item: { uri } }, token) =>
    answer(token, async (signal) => [...(await service.outgoingCalls(uri, signal))], []),
  );
}
