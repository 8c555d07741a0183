// What the package `oci-lint` offers to programs. This file is the declaration that is published with it, and the
// implementation is checked against it. It runs in Node and in browsers, reads no files by itself and opens no connection.
import type {
  CodeAction,
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
} from 'vscode-languageserver-types';

declare global {
  // Node and browsers declare it: this is for programs that are compiled with neither.
  interface AbortSignal {}
}

/** What a document can be said to be. */
export type Kind =
  | 'index'
  | 'manifest'
  | 'config'
  | 'descriptor'
  | 'layout-header'
  | 'docker-manifest'
  | 'docker-manifest-list'
  | 'docker-config'
  | 'artifact-manifest'
  | 'oras-artifact-manifest';

/** What a document turned out to be: also a kind that is only recognized, or none of them. */
export type FoundKind = Kind | 'docker-schema1' | 'foreign-config' | 'docker-save' | 'unknown';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A named set of rules; `recommended` is the default. */
export type Profile = 'spec-1.0' | 'spec-1.1' | 'spec' | 'recommended' | 'portable' | 'strict';

/** Which rules run, and how severe they are. */
export interface RuleOptions {
  readonly profile?: Profile;
  /** By rule id: a severity, or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The content of an `oci-lint.config.json`. `profile` and `rules` count more. */
  readonly config?: object;
}

export interface LintOptions extends RuleOptions {
  /** What the document is, instead of detecting it. */
  readonly kind?: Kind;
  /** The path that the configuration's globs are compared with; `oci-layout` also says what the document is. */
  readonly path?: string;
}

/** One mistake at one place. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Which of its rule's wordings the message has. It stays when the words change. */
  readonly messageId: string;
  /** RFC 6901. Of a missing property, the object that lacks it. */
  readonly pointer: string;
  /** Lines and characters count from 0, characters in UTF-16 units. */
  readonly range: Range;
  /** The rule's page. */
  readonly url: string;
  /** The clause that the rule enforces. */
  readonly clause?: string;
  /** The clause is in no release of its specification yet. */
  readonly clauseUnreleased?: boolean;
  /** Whether {@link fix} repairs it. */
  readonly fixable: boolean;
  readonly fixes: readonly Fix[];
  /** Other places that take part in it. */
  readonly related: readonly { readonly path: string; readonly pointer: string; readonly message: string }[];
}

/** A repair, as edits that do not overlap, all for the text as it was checked. */
export interface Fix {
  readonly title: string;
  /** Whether it cannot change what the author meant. */
  readonly isSafe: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** How many findings there are of each severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export interface LintResult extends Counts {
  readonly kind: FoundKind;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/**
 * Checks one document: the same findings as `oci-lint -`. Prefer bytes to text: encoding and digests are about bytes. Rejects
 * with a TypeError for options that make no sense; no document makes it reject.
 */
export declare function lint(document: Uint8Array | string, options?: LintOptions): Promise<LintResult>;

export interface FixResult<Document extends Uint8Array | string> extends LintResult {
  /** The document after the fixes, as bytes or text like the one given: the same object where nothing was fixed. */
  readonly document: Document;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/**
 * Applies the safe fixes until none is left, like `oci-lint --fix`. The findings are those that are left. Only what is wrong
 * changes: the document is not formatted.
 */
export declare function fix<Document extends Uint8Array | string>(
  document: Document,
  options?: LintOptions,
): Promise<FixResult<Document>>;

/** Access to files. Absence is undefined; a promise rejects only where looking failed. */
export interface Files {
  stat(name: string): Promise<FileStat | undefined>;
  /** The names in a folder; undefined where there is no folder. */
  list(name: string): Promise<readonly string[] | undefined>;
  /** A file's bytes from `start` (default 0) to `end` (exclusive, default the end), in pieces. */
  read(
    name: string,
    range?: { readonly start?: number; readonly end?: number },
    signal?: AbortSignal,
  ): AsyncIterable<Uint8Array>;
}

export interface FileStat {
  /** Symbolic links are not followed. */
  readonly type: 'file' | 'folder' | 'link' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Last change, in milliseconds since 1970: what is known of a file's bytes is kept until it changes. */
  readonly mtime: number;
}

/** Files by their paths in the layout (`index.json`, `blobs/sha256/…`), or access to them by such paths (`''`: the layout). */
export type LayoutFiles =
  | ReadonlyMap<string, Uint8Array | string>
  | Readonly<Record<string, Uint8Array | string>>
  | Files;

export interface LayoutOptions extends RuleOptions {
  /** Whether every blob is read and compared with its descriptors; default true. */
  readonly verify?: boolean;
  /** How many bytes are decompressed in all to verify layers; default 32 GiB. */
  readonly maxDecompressed?: number;
}

export interface LayoutResult extends Counts {
  /** What was checked, each with its path in the layout: marker, index, manifests, configs, and blobs with findings. */
  readonly files: readonly (LintResult & { readonly path: string })[];
}

/** Checks an OCI image layout: the same findings as `oci-lint --verify LAYOUT`. Rejects where there is no layout. */
export declare function lintLayout(files: LayoutFiles, options?: LayoutOptions): Promise<LayoutResult>;

/** What a {@link LanguageService} knows of the world around its documents. */
export interface LanguageServiceHost {
  /** Files by URI. Without it, only what is embedded in a document is known of content. */
  readonly files?: Files;
  /** The URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** The editor's settings, as VS Code has them below `ociManifests`. */
  readonly settings?: object;
  /** More is known of a document than when it was last asked about: its content was read. */
  onDiagnosticsChanged?(uri: string): void;
}

/**
 * Answers an editor's questions about its open documents, in the types of the Language Server Protocol. Questions about what
 * is not open, or no OCI document, get an empty answer.
 */
export interface LanguageService {
  /** Opens a document, or gives an open one a new text. */
  open(uri: string, text: string, languageId?: string): void;
  close(uri: string): void;
  /** Files were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void;
  /** Other settings, for all documents. */
  configure(settings: object): void;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  hover(uri: string, position: Position): Promise<Hover | undefined>;
  completions(uri: string, position: Position): Promise<CompletionList | undefined>;
  /** Those that are edits. */
  codeActions(uri: string, range: Range): Promise<readonly CodeAction[]>;
  links(uri: string): Promise<readonly DocumentLink[]>;
  definition(uri: string, position: Position): Promise<Location | undefined>;
  references(uri: string, position: Position): Promise<readonly Location[]>;
  symbols(uri: string): Promise<readonly DocumentSymbol[]>;
  foldingRanges(uri: string): Promise<readonly FoldingRange[]>;
  selectionRanges(uri: string, positions: readonly Position[]): Promise<readonly SelectionRange[]>;
  inlayHints(uri: string, range: Range): Promise<readonly InlayHint[]>;
}

export declare function createLanguageService(host?: LanguageServiceHost): LanguageService;

/** The version of this package. */
export declare const version: string;
