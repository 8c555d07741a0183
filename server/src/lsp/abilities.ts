import {
  type InitializeParams,
  type InitializeResult,
  type ResourceOperationKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../features/code-actions.ts';
import { rewriteKind } from '../features/descriptor-actions.ts';
import { showFormattedKind } from '../features/formatted-uri.ts';
import { formattedScheme, type InitializationOptions, serverCommands, typeScheme } from '../protocol.ts';

/** What the client can do, of the things that matter here. */
export interface Abilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly takesSnippets: boolean;
  /** Whether it shows Markdown. Where a client says nothing of this and what follows, it takes what usual ones take. */
  readonly takesMarkdown: boolean;
  readonly takesMarkdownInCompletions: boolean;
  /** Whether it marks completions that are deprecated by a tag. */
  readonly takesTags: boolean;
  /** Whether it shows symbols below each other. */
  readonly nestsSymbols: boolean;
  /** So many folding ranges it takes of a document; undefined: any number. */
  readonly maxFoldingRanges: number | undefined;
  /** Whether it takes code actions, and not only commands. */
  readonly takesActions: boolean;
  /** Whether it asks for the edit of an action that people take. */
  readonly resolvesEdits: boolean;
  /** Whether the documentation of completions may come when it is asked for. */
  readonly resolvesDocumentation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolders: boolean;
  readonly registersWatchers: boolean;
  readonly takesVersionedEdits: boolean;
  readonly renamesFiles: boolean;
  readonly makesFiles: boolean;
  /** Whether it asks first whether something can be renamed. */
  readonly preparesRename: boolean;
  /** Whether it asks for the contents of documents that are nowhere. */
  readonly showsContents: boolean;
  /** Whether it opens documents when it is asked to. */
  readonly opensDocuments: boolean;
  /** Whether it says which files people rename, before it does. */
  readonly tellsRenames: boolean;
  /** Whether it shows questions with answers to choose from. */
  readonly asksPeople: boolean;
  readonly options: InitializationOptions;
}

/** Reads what the client says of itself. */
export function readAbilities({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { workspace, textDocument, window } = capabilities;
  const pullsDiagnostics = textDocument?.diagnostic !== undefined;
  const { completion, documentSymbol, codeAction } = textDocument ?? {};
  const takes = (operation: ResourceOperationKind): boolean =>
    workspace?.workspaceEdit?.resourceOperations?.includes(operation) === true;
  return {
    pullsDiagnostics,
    refreshesDiagnostics: pullsDiagnostics && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: completion?.completionItem?.snippetSupport === true,
    takesMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
    takesMarkdownInCompletions: completion?.completionItem?.documentationFormat?.includes('markdown') !== false,
    takesTags: completion?.completionItem === undefined || completion.completionItem.tagSupport !== undefined,
    nestsSymbols: documentSymbol === undefined || documentSymbol.hierarchicalDocumentSymbolSupport === true,
    maxFoldingRanges: textDocument?.foldingRange?.rangeLimit ?? undefined,
    takesActions: codeAction === undefined || codeAction.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes('edit') === true,
    resolvesDocumentation: completion?.completionItem?.resolveSupport?.properties?.includes('documentation') === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    renamesFiles: takes('rename') && takes('delete'),
    makesFiles: takes('create') && workspace?.workspaceEdit?.documentChanges === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    showsContents: workspace?.textDocumentContent !== undefined,
    opensDocuments: window?.showDocument?.support === true,
    tellsRenames: workspace?.fileOperations?.willRename === true,
    asksPeople: window?.showMessage?.messageActionItem !== undefined,
    options: typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {},
  };
}

/** What the server can do, for a client of these abilities. */
export function initializeResult(version: string, abilities: Abilities): InitializeResult {
  const { pullsDiagnostics, preparesRename, tellsRenames, showsContents } = abilities;
  // What a descriptor says is compared with the document that it points at.
  const diagnosticProvider = { identifier: 'oci', interFileDependencies: true, workspaceDiagnostics: true };
  return {
    serverInfo: { name: 'oci-language-server', version },
    capabilities: {
      // The one encoding that every client must know, also those that leave it out of their list.
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['"', ':', '+'], resolveProvider: true },
      definitionProvider: true,
      typeDefinitionProvider: true,
      implementationProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: preparesRename ? { prepareProvider: true } : true,
      documentLinkProvider: {},
      documentSymbolProvider: { label: 'OCI' },
      workspaceSymbolProvider: true,
      callHierarchyProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: true },
      executeCommandProvider: { commands: [...serverCommands] },
      codeActionProvider: {
        codeActionKinds: ['quickfix', rewriteKind, fixAllKind, showFormattedKind],
        resolveProvider: true,
      },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...(showsContents ? { textDocumentContent: { schemes: [formattedScheme, typeScheme] } } : {}),
        // A title may name any file.
        ...(tellsRenames ? { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } : {}),
      },
      ...(pullsDiagnostics ? { diagnosticProvider } : {}),
    },
  };
}
