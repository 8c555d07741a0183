import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  Command,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { ClientPart } from '../features/client-part.ts';
import type { FileChoices } from '../features/file-choices.ts';
import type { LensData } from '../features/lenses.ts';
import type { UpdateAll } from '../features/update-all.ts';
import type {
  ArtifactChoice,
  BlobLabel,
  Deletion,
  DocumentStatus,
  FoundPaths,
  GraphPicture,
  NewChoice,
  NewChoices,
  NewParams,
  NewResult,
  OpenedArchive,
  Verification,
  ViewNode,
  ViewText,
} from '../protocol.ts';
import type { Inside } from './inside.ts';
import type { Rehash } from './rehash.ts';
import type { Relations } from './relations.ts';
import type { Renames } from './renames.ts';
import type { FileDiagnosis } from './workspace-diagnoses.ts';

/** The diagnostics of one version of a document. */
export interface Diagnosis {
  readonly version: number;
  /** Changes only if the diagnostics may have changed. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * All functionality for open documents, independent of the front end. Results refer to the version that is open when
 * they are computed. Requests for documents that are not open return undefined; requests for foreign documents return
 * little more. `signal` cancels a request: it rejects, and no further work is done for it.
 */
export interface Service extends Inside, Relations, Renames {
  diagnose(uri: string): Promise<Diagnosis | undefined>;
  /** Does most of the work of {@link diagnose} ahead of a request that is expected. */
  judge(uri: string): Promise<void>;
  /** Yields the diagnostics of documents that are not open. Rejects if canceled. */
  diagnoseWorkspace(known: ReadonlyMap<string, string>, signal: AbortSignal): AsyncIterable<FileDiagnosis>;
  /** Call when settings have changed. */
  settingsChanged(): void;
  status(uri: string): Promise<DocumentStatus | undefined>;
  codeActions(uri: string, request: CodeActionRequest, signal?: AbortSignal): Promise<readonly CodeAction[]>;
  /**
   * Resolves the edit of a code action. Returns `changed` if the text has changed, undefined if the action has no
   * effect. `request`: the original request without its range.
   */
  resolveEdit(
    unresolved: UnresolvedEdit,
    request: Omit<CodeActionRequest, 'range' | 'only'>,
    signal?: AbortSignal,
  ): Promise<WorkspaceEdit | 'changed' | undefined>;
  /** Returns an edit of a file next to a document if the file's text has not changed since. */
  editOfFile(uri: string, key: string, edit: WorkspaceEdit): Promise<WorkspaceEdit | undefined>;
  hover(uri: string, position: Position, signal?: AbortSignal): Promise<Hover | undefined>;
  codeLenses(uri: string, part: ClientPart, signal?: AbortSignal): Promise<readonly CodeLens[]>;
  /** Resolves the title and command of a lens. */
  lensCommand(data: LensData, part: ClientPart, signal?: AbortSignal): Promise<Command | undefined>;
  /** Completions at a position. `takesSnippets`: whether the client supports tab stops. */
  completions(
    uri: string,
    position: Position,
    takesSnippets: boolean,
    signal?: AbortSignal,
  ): Promise<CompletionList | undefined>;
  links(uri: string, part: ClientPart, signal?: AbortSignal): Promise<readonly DocumentLink[]>;
  definition(uri: string, position: Position, part: ClientPart, signal?: AbortSignal): Promise<Location | undefined>;
  references(uri: string, position: Position, signal?: AbortSignal): Promise<readonly Location[]>;
  outline(uri: string, signal?: AbortSignal): Promise<readonly DocumentSymbol[]>;
  /** At most `limit` ranges, outermost first. */
  foldingRanges(uri: string, limit: number | undefined): Promise<readonly FoldingRange[]>;
  selectionRanges(uri: string, positions: readonly Position[]): Promise<readonly SelectionRange[]>;
  inlayHints(uri: string, range: Range): Promise<readonly InlayHint[]>;
  /** Descriptors in open documents and in the workspace's layouts, by digest, tag or file name. */
  symbols(query: string, signal?: AbortSignal): Promise<readonly SymbolInformation[]>;
  hierarchyItem(uri: string, position: Position): Promise<CallHierarchyItem | undefined>;
  incomingCalls(uri: string, signal?: AbortSignal): Promise<readonly CallHierarchyIncomingCall[]>;
  outgoingCalls(uri: string, signal?: AbortSignal): Promise<readonly CallHierarchyOutgoingCall[]>;
  /** Reads and verifies the content of a descriptor in full. Rejects if canceled. */
  verify(uri: string, pointer: string, work: VerifyWork): Promise<void>;
  /** Makes a descriptor describe a file. Like the following edits, `changed` if the text was edited meanwhile. */
  describeFile(uri: string, pointer: string, fileUri: string): Promise<WorkspaceEdit | 'changed' | undefined>;
  /** The files next to a document that a descriptor can be created from. `pointer`: the existing descriptor, if any. */
  fileChoices(uri: string, pointer: string | undefined): Promise<FileChoices>;
  /** Sets a descriptor's size to that of its content. */
  updateSize(uri: string, pointer: string): Promise<WorkspaceEdit | 'changed' | undefined>;
  /**
   * Updates all descriptors of a document that can be updated without user input; undefined if it is not an OCI
   * document.
   */
  updateAll(uri: string): Promise<UpdateAll<WorkspaceEdit> | 'changed' | undefined>;
  /** Adds a descriptor for a file to a document's list, after an item or at the end. */
  insertDescriptor(
    uri: string,
    at: number | Position | undefined,
    fileUri: string,
  ): Promise<WorkspaceEdit | 'changed' | undefined>;
  /** A file's text as UTF-8 without BOM; undefined if the encoding is ambiguous. */
  plainBytes(fileUri: string): Promise<BytesChange | undefined>;
  /** The original bytes of a file with an accidental change, given their digest. */
  restoredBytes(fileUri: string, digest: string): Promise<BytesChange | undefined>;
  /** Information needed before the server overwrites a file. */
  writeTargetOf(fileUri: string): Promise<WriteTarget>;
  /** A document or file formatted with one member or item per line, or the listing of an archive. */
  formatted(uri: string): Promise<string | undefined>;
  /** Updates the layout around a document to match its bytes. Rejects if canceled. */
  rehash(uri: string, signal: AbortSignal): Promise<Rehash>;
  /** Whether a file is a blob whose bytes do not match its name, and the user wants to be asked about updating. */
  isToUpdate(uri: string): Promise<boolean>;
  /** The kinds of artifacts that can be created. */
  artifactChoices(): readonly ArtifactChoice[];
  /** The layouts and documents of the workspace that a new document can refer to. */
  newChoices(): Promise<NewChoices>;
  /** Creates a document and returns the files to write. Writes nothing. */
  newDocument(request: NewParams): Promise<NewResult>;
  /** The layouts of the workspace and open standalone documents. */
  viewRoots(filter?: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  viewChildren(key: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  /** The nodes from the top level down to a file. */
  viewPath(uri: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  viewReferences(key: string, signal?: AbortSignal): Promise<readonly Location[]>;
  viewTexts(key: string, signal?: AbortSignal): Promise<readonly ViewText[]>;
  /** Reads and verifies everything below a node in full. Rejects if canceled. */
  viewVerify(key: string, work: VerifyWork): Promise<Verification | undefined>;
  viewDeletable(key: string, signal?: AbortSignal): Promise<Deletion | undefined>;
  /** Opens a layout archive read-only. `uri`: the archive file. */
  openArchive(uri: string): Promise<OpenedArchive>;
  /** The paths in an image's file system that contain a text; undefined if it is not an image. */
  findPath(uri: string, text: string): Promise<FoundPaths | undefined>;
  /** The images in layouts and archives of the workspace. */
  images(): Promise<readonly NewChoice[]>;
  /** Explains why two documents or blobs differ. Rejects if canceled. */
  compare(a: string, b: string, signal: AbortSignal): Promise<string | undefined>;
  /** The reference graph around a document, ready to draw. */
  graph(uri: string, signal?: AbortSignal): Promise<GraphPicture | undefined>;
  blobLabel(uri: string, signal?: AbortSignal): Promise<BlobLabel | undefined>;
  opened(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /**
   * Call when files were created, changed or deleted. `haveComeOrGone`: false only if files were certainly just
   * changed.
   */
  filesChanged(uris: readonly string[], haveComeOrGone?: boolean): void;
}

/** New bytes for a file, and its current bytes. */
export interface BytesChange {
  readonly bytes: Uint8Array;
  readonly before: Uint8Array;
}

export interface WriteTarget {
  /** Whether the file is open in an editor. */
  readonly isOpen: boolean;
  /** Whether the editor's text differs from the file, apart from line endings. */
  readonly isEdited: boolean;
  /** The folders in which the server may write: workspace folders and the enclosing layout. */
  readonly folders: readonly string[];
}

/** Identifies a code action whose edit is to be resolved. */
export interface UnresolvedEdit {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly only?: readonly string[] | undefined;
  readonly title: string;
  readonly kind: string;
}

export interface CodeActionRequest {
  readonly range: Range;
  /** Requested kinds; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client supports versioned edits. */
  readonly isVersioned: boolean;
  /** Whether the client supports file creation in edits. */
  readonly makesFiles: boolean;
  readonly part: ClientPart;
  /** Whether the client resolves the edits of code actions. */
  readonly defersEdits?: boolean;
}

/** A long-running operation with cancellation and progress. */
export interface VerifyWork {
  readonly signal: AbortSignal;
  /** Bytes done and bytes in total. */
  onProgress(done: number, all: number): void;
}
