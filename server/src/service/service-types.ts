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
  BlobLabel,
  Deletion,
  DocumentStatus,
  FoundPaths,
  GraphPicture,
  NewAnswer,
  NewChoice,
  NewChoices,
  NewQuestion,
  NewSort,
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

/** The findings of one version of a document, for editors. */
export interface Diagnosis {
  readonly version: number;
  /** Another one only where something may have changed. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that this program can do with open documents, for any front end. It answers for the version that is open when
 * the answer is made. Questions about what is not open get undefined, about what is not one of ours little more. `signal`: who asks
 * may leave, and nothing more is looked at then; it rejects.
 */
export interface Service extends Inside, Relations, Renames {
  diagnose(uri: string): Promise<Diagnosis | undefined>;
  /** Does most of the work of {@link diagnose}, for somebody who is about to ask. */
  judge(uri: string): Promise<void>;
  /** The findings of documents that are not open, as they are found. Rejects when cancelled. */
  diagnoseWorkspace(known: ReadonlyMap<string, string>, signal: AbortSignal): AsyncIterable<FileDiagnosis>;
  /** Settings were changed. */
  settingsChanged(): void;
  status(uri: string): Promise<DocumentStatus | undefined>;
  codeActions(uri: string, question: CodeActionRequest, signal?: AbortSignal): Promise<readonly CodeAction[]>;
  /**
   * The edit of an action that was left until somebody takes it; `changed` where the text is another by now, undefined where
   * the action comes to nothing. `question`: without its place.
   */
  editLeft(
    left: LeftEdit,
    question: Omit<CodeActionRequest, 'range' | 'only'>,
    signal?: AbortSignal,
  ): Promise<WorkspaceEdit | 'changed' | undefined>;
  /** An edit of a file beside a document, unless the file's text is another than the one it was made for. */
  editOfFile(uri: string, key: string, edit: WorkspaceEdit): Promise<WorkspaceEdit | undefined>;
  hover(uri: string, position: Position, signal?: AbortSignal): Promise<Hover | undefined>;
  codeLenses(uri: string, part: ClientPart, signal?: AbortSignal): Promise<readonly CodeLens[]>;
  /** What a lens says, and does. */
  lensCommand(data: LensData, part: ClientPart, signal?: AbortSignal): Promise<Command | undefined>;
  /** What could be written at a place. `takesSnippets`: the client knows tab stops. */
  completions(
    uri: string,
    position: Position,
    takesSnippets: boolean,
    signal?: AbortSignal,
  ): Promise<CompletionList | undefined>;
  links(uri: string, part: ClientPart, signal?: AbortSignal): Promise<readonly DocumentLink[]>;
  definition(uri: string, position: Position, part: ClientPart, signal?: AbortSignal): Promise<Location | undefined>;
  references(uri: string, position: Position, signal?: AbortSignal): Promise<readonly Location[]>;
  outline(uri: string): Promise<readonly DocumentSymbol[]>;
  /** At most `limit` of them, the outermost first chosen. */
  foldingRanges(uri: string, limit: number | undefined): Promise<readonly FoldingRange[]>;
  selectionRanges(uri: string, positions: readonly Position[]): Promise<readonly SelectionRange[]>;
  inlayHints(uri: string, range: Range): Promise<readonly InlayHint[]>;
  /** The descriptors that open documents and the workspace's layouts have, by digest, tag or file name. */
  symbols(query: string, signal?: AbortSignal): Promise<readonly SymbolInformation[]>;
  hierarchyItem(uri: string, position: Position): Promise<CallHierarchyItem | undefined>;
  incomingCalls(uri: string, signal?: AbortSignal): Promise<readonly CallHierarchyIncomingCall[]>;
  outgoingCalls(uri: string, signal?: AbortSignal): Promise<readonly CallHierarchyOutgoingCall[]>;
  /** Reads the content of the descriptor at a pointer whole. Rejects when cancelled. */
  verify(uri: string, pointer: string, work: VerifyWork): Promise<void>;
  /** Makes the descriptor at a pointer describe a file. */
  describeFile(uri: string, pointer: string, fileUri: string): Promise<WorkspaceEdit | undefined>;
  /** The files beside a document that a descriptor may be made from. `pointer`: the descriptor's, where there is one already. */
  fileChoices(uri: string, pointer: string | undefined): Promise<FileChoices>;
  /** Writes the content's size into the descriptor at a pointer. */
  updateSize(uri: string, pointer: string): Promise<WorkspaceEdit | undefined>;
  /** Brings every descriptor of a document in line that can be by itself; undefined for a document that is not of OCI. */
  updateAll(uri: string): Promise<UpdateAll<WorkspaceEdit> | undefined>;
  /** Adds a descriptor of a file to a document's list, after an item or at its end. */
  insertDescriptor(uri: string, at: number | Position | undefined, fileUri: string): Promise<WorkspaceEdit | undefined>;
  /** A file's text in plain UTF-8; undefined where the bytes do not say which text that is. */
  plainBytes(fileUri: string): Promise<BytesChange | undefined>;
  /** The bytes that have a digest, where a usual accident happened to those of a file. */
  restoredBytes(fileUri: string, digest: string): Promise<BytesChange | undefined>;
  /** What is to be known before the server writes over a file. */
  writingAt(fileUri: string): Promise<WritePlace>;
  /** The text of a document or file with its tokens on lines of their own, of an archive its entries. */
  formatted(uri: string): Promise<string | undefined>;
  /** What it takes to bring the layout around a document in line with its bytes. Rejects when cancelled. */
  rehash(uri: string, signal: AbortSignal): Promise<Rehash>;
  /** Whether a file is a blob of a layout whose bytes are not those of its name, and people want to be asked about that. */
  isToUpdate(uri: string): Promise<boolean>;
  /** The sorts of artifacts that can be made. */
  newSorts(): readonly NewSort[];
  /** What of the workspace new documents can be made with. */
  newChoices(): Promise<NewChoices>;
  /** Makes a document; says what is to be written, and writes nothing. */
  newDocument(question: NewQuestion): Promise<NewAnswer>;
  /** The layouts of the workspace, and the open documents that are in none. */
  viewRoots(filter?: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  viewChildren(key: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  /** From the top to the node of a file. */
  viewPath(uri: string, signal?: AbortSignal): Promise<readonly ViewNode[]>;
  viewReferences(key: string, signal?: AbortSignal): Promise<readonly Location[]>;
  viewTexts(key: string, signal?: AbortSignal): Promise<readonly ViewText[]>;
  /** Reads everything from a node on whole. Rejects when cancelled. */
  viewVerify(key: string, work: VerifyWork): Promise<Verification | undefined>;
  viewDeletable(key: string, signal?: AbortSignal): Promise<Deletion | undefined>;
  /** Opens an archive of a layout, to be read only. `uri`: of its file. */
  openArchive(uri: string): Promise<OpenedArchive>;
  /** The paths of an image's file system that have a text in them; undefined for what is not an image. */
  findPath(uri: string, text: string): Promise<FoundPaths | undefined>;
  /** The images of the layouts and archives of the workspace. */
  images(): Promise<readonly NewChoice[]>;
  /** Why two documents or blobs differ. Rejects when cancelled. */
  compare(a: string, b: string, signal: AbortSignal): Promise<string | undefined>;
  /** Who references what around a document, as it is to be drawn. */
  graph(uri: string, signal?: AbortSignal): Promise<GraphPicture | undefined>;
  blobLabel(uri: string, signal?: AbortSignal): Promise<BlobLabel | undefined>;
  opened(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Files were made, changed or deleted. `haveComeOrGone`: not only changed, or nobody knows. */
  filesChanged(uris: readonly string[], haveComeOrGone?: boolean): void;
}

/** Other bytes for a file, and those that it has. */
export interface BytesChange {
  readonly bytes: Uint8Array;
  readonly before: Uint8Array;
}

export interface WritePlace {
  /** Whether an editor has the file open. */
  readonly isOpen: boolean;
  /** Whether it holds another text than the file, ends of lines aside. */
  readonly isEdited: boolean;
  /** The folders in which the server may write: the workspace's, and the layout around the file. */
  readonly folders: readonly string[];
}

/** What an action without its edit is found again by. */
export interface LeftEdit {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly only?: readonly string[] | undefined;
  readonly title: string;
  readonly kind: string;
}

export interface CodeActionRequest {
  readonly range: Range;
  /** The kinds asked for; undefined: any. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client takes edits of a version of a text. */
  readonly isVersioned: boolean;
  /** Whether the client makes new files for edits. */
  readonly makesFiles: boolean;
  readonly part: ClientPart;
  /** Whether the client asks again for the edit of an action that people take. */
  readonly defersEdits?: boolean;
}

/** Long work, and how it is watched. */
export interface VerifyWork {
  readonly signal: AbortSignal;
  /** Bytes done, and to be done. */
  onProgress(done: number, all: number): void;
}
