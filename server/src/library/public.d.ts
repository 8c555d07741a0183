// Public API of the package `oci-lint`. This declaration is published, and the implementation is checked against it.
// Works in Node and browsers, and accesses neither files nor network on its own.
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
  // Node and browsers declare it. This is for programs compiled with the types of neither.
  interface AbortSignal {}
}

/** The kinds of documents that can be declared. */
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

/** The detected kind, including kinds that can only be detected, and `unknown`. */
export type FoundKind = Kind | 'docker-schema1' | 'foreign-config' | 'docker-save' | 'unknown';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A named set of rules. The default is `recommended`. */
export type Profile = 'spec-1.0' | 'spec-1.1' | 'spec' | 'recommended' | 'portable' | 'strict';

/** The rules to run and their severities. */
export interface RuleOptions {
  readonly profile?: Profile;
  /** By rule id: a severity or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The content of an `oci-lint.config.json`. `profile` and `rules` take precedence. */
  readonly config?: object;
}

export interface LintOptions extends RuleOptions {
  /** The kind of document. If absent, it is detected. */
  readonly kind?: Kind;
  /** The path to match against the configuration's globs. `oci-layout` also determines the kind. */
  readonly path?: string;
}

/** A single mistake and its location. */
export interface Finding {
  /** The rule id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Identifies the wording of the message within the rule. Stable when the words change. */
  readonly messageId: string;
  /** RFC 6901 pointer. For a missing property, that of the containing object. */
  readonly pointer: string;
  /** Lines and characters are zero-based; characters are UTF-16 code units. */
  readonly range: Range;
  /** URL of the rule's documentation. */
  readonly url: string;
  /** The clause that the rule enforces. */
  readonly clause?: string;
  /** The clause is not in a release of its specification yet. */
  readonly clauseUnreleased?: boolean;
  /** Whether {@link fix} repairs it. */
  readonly fixable: boolean;
  readonly fixes: readonly Fix[];
  /** Related locations. */
  readonly related: readonly { readonly path: string; readonly pointer: string; readonly message: string }[];
}

/** A fix. Its edits do not overlap and apply to the text that was checked. */
export interface Fix {
  readonly title: string;
  /** Whether it cannot change the author's intent. */
  readonly isSafe: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Number of findings by severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export interface LintResult extends Counts {
  readonly kind: FoundKind;
  /** In source order. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a document. Returns the same findings as `oci-lint -`. Pass bytes rather than text if possible, because
 * encoding and digests depend on them. Rejects with a TypeError for invalid options, but never because of the document.
 */
export declare function lint(document: Uint8Array | string, options?: LintOptions): Promise<LintResult>;

export interface FixResult<Document extends Uint8Array | string> extends LintResult {
  /** The fixed document, as bytes or text like the input. The identical object if nothing was fixed. */
  readonly document: Document;
  /** Number of fixes applied. */
  readonly fixed: number;
}

/**
 * Applies safe fixes until none are left, like `oci-lint --fix`. Returns the remaining findings. The document is not
 * reformatted.
 */
export declare function fix<Document extends Uint8Array | string>(
  document: Document,
  options?: LintOptions,
): Promise<FixResult<Document>>;

/** File access. A missing file is undefined. Promises reject only on errors. */
export interface Files {
  stat(name: string): Promise<FileStat | undefined>;
  /** The names in a folder; undefined if it does not exist. */
  list(name: string): Promise<readonly string[] | undefined>;
  /** Streams a file's bytes from `start` (default 0) to `end` (exclusive; default the end of the file). */
  read(
    name: string,
    range?: { readonly start?: number; readonly end?: number },
    signal?: AbortSignal,
  ): AsyncIterable<Uint8Array>;
}

export interface FileStat {
  /** Symbolic links are not followed. */
  readonly type: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Last modification, in milliseconds since the Unix epoch. Results for a file are cached until it changes. */
  readonly mtime: number;
}

/** Files by path in the layout (`index.json`, `blobs/sha256/…`), or access to them by path (`''` is the layout). */
export type LayoutFiles =
  | ReadonlyMap<string, Uint8Array | string>
  | Readonly<Record<string, Uint8Array | string>>
  | Files;

export interface LayoutOptions extends RuleOptions {
  /** Whether to read all blobs and compare them with their descriptors. Default: true. */
  readonly verify?: boolean;
  /** Limit on total decompressed bytes when verifying layers. Default: 32 GiB. */
  readonly maxDecompressed?: number;
}

export interface LayoutResult extends Counts {
  /**
   * The files that were checked, with their paths in the layout: marker, index, manifests, configs, and blobs with
   * findings.
   */
  readonly files: readonly (LintResult & { readonly path: string })[];
}

/**
 * Checks an OCI image layout. Returns the same findings as `oci-lint --verify LAYOUT`. Rejects if there is no layout.
 */
export declare function lintLayout(files: LayoutFiles, options?: LayoutOptions): Promise<LayoutResult>;

/** The environment of a {@link LanguageService}. */
export interface LanguageServiceHost {
  /** Files by URI. Without it, only embedded content is available. */
  readonly files?: Files;
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  /** Editor settings, as in VS Code's section `ociManifests`. */
  readonly settings?: object;
  /** Called when content has been read and a document's diagnostics may have changed. */
  onDiagnosticsChanged?(uri: string): void;
}

/**
 * Provides language features for open documents, using the types of the Language Server Protocol. Results are empty for
 * documents that are not open or not OCI documents.
 */
export interface LanguageService {
  /** Opens a document, or replaces the text of an open one. */
  open(uri: string, text: string, languageId?: string): void;
  close(uri: string): void;
  /** Call when files were created, changed or deleted. */
  filesChanged(uris: readonly string[]): void;
  /** Replaces the settings of all documents. */
  configure(settings: object): void;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  hover(uri: string, position: Position): Promise<Hover | undefined>;
  completions(uri: string, position: Position): Promise<CompletionList | undefined>;
  /** Code actions, as edits rather than commands. */
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
