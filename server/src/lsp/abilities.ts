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

/** The client capabilities that matter here. */
export interface Abilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly takesSnippets: boolean;
  /**
   * Whether it renders Markdown. If a client does not declare this or the following, assume what common clients
   * support.
   */
  readonly takesMarkdown: boolean;
  readonly takesMarkdownInCompletions: boolean;
  /** Whether it shows deprecated completions by their tag. */
  readonly takesTags: boolean;
  /** Whether it supports hierarchical document symbols. */
  readonly nestsSymbols: boolean;
  /** Maximum number of folding ranges per document; undefined if unlimited. */
  readonly maxFoldingRanges: number | undefined;
  /** Whether it supports code action literals, and not only commands. */
  readonly takesActions: boolean;
  /** Whether it resolves the edits of code actions. */
  readonly resolvesEdits: boolean;
  /** Whether it resolves the documentation of completions. */
  readonly resolvesDocumentation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolders: boolean;
  readonly registersWatchers: boolean;
  readonly takesVersionedEdits: boolean;
  readonly renamesFiles: boolean;
  readonly makesFiles: boolean;
  /** Whether it sends prepareRename requests. */
  readonly preparesRename: boolean;
  /** Whether it requests the contents of virtual documents. */
  readonly showsContents: boolean;
  /** Whether it supports showDocument requests. */
  readonly opensDocuments: boolean;
  /** Whether it announces file renames before they happen. */
  readonly tellsRenames: boolean;
  /** Whether it supports message requests with actions. */
  readonly asksPeople: boolean;
  /** How many milliseconds an answer may wait, if the client sets that. */
  readonly patience: number | undefined;
  readonly options: InitializationOptions;
}

/** Milliseconds. Timers have a limit. */
const longestPatience = 60 * 60 * 1000;

/** Reads the client capabilities. */
export function readAbilities({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const options: InitializationOptions =
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
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
    patience: typeof options.patience === 'number' ? Math.min(options.patience, longestPatience) : undefined,
    options,
  };
}

/** The server capabilities for a client with these abilities. */
export function initializeResult(version: string, abilities: Abilities): InitializeResult {
  const { pullsDiagnostics, preparesRename, tellsRenames, showsContents } = abilities;
  // A descriptor is compared with the document that it references.
  const diagnosticProvider = { identifier: 'oci', interFileDependencies: true, workspaceDiagnostics: true };
  return {
    serverInfo: { name: 'oci-language-server', version },
    capabilities: {
      // The only encoding that every client must support, even if it does not list it.
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
        // A title can refer to any file.
        ...(tellsRenames ? { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } : {}),
      },
      ...(pullsDiagnostics ? { diagnosticProvider } : {}),
    },
  };
}
