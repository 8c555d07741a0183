/** Names that the client and the server share, beyond the Language Server Protocol. Imports nothing. */

/** What the client tells the server at the start. Everything is optional. */
export interface InitializationOptions {
  /**
   * The editor itself reports syntax errors in documents of the languages `json` and `jsonc`, unless its setting
   * `json.validate.enable` is off: they are not reported twice.
   */
  readonly syntaxErrorsReportedElsewhere?: boolean;
  /** The client answers {@link fileRequests}: for all files, or for those that are not on disk. */
  readonly files?: 'all' | 'not-on-disk';
  /**
   * The client carries out {@link copyTextCommand}, {@link showReferencesCommand}, {@link chooseFileCommand} and {@link insertFileCommand}, and answers
   * {@link writeFileRequest} and {@link changeSettingRequest}.
   */
  readonly hasCommands?: boolean;
  /** The client wants the notification {@link statusName}. */
  readonly status?: boolean;
  /** URI of the file with the rules' pages, for {@link toolRequest}. */
  readonly rulePages?: string;
}

/** A request from the client: {@link ToolQuestion} → {@link ToolResult}. What language models may ask. Nothing is written. */
export const toolRequest = 'ociManifests/tool';

export interface ToolQuestion {
  readonly name: string;
  /** As the model gave it. */
  readonly input: unknown;
}

export interface ToolResult {
  readonly text: string;
  /** It could not do its work; the text says why. */
  readonly isError: boolean;
}

/**
 * A request from the client ({@link StatusQuestion} → {@link DocumentStatus}) and, under the same name, a notification from
 * the server when the status of an open document changed ({@link DocumentStatus}).
 */
export const statusName = 'ociManifests/status';

/** A command of the client's: puts its argument, a text, on the clipboard. */
export const copyTextCommand = 'ociManifests.copyText';

/** A command of the client's: shows who references a document. Arguments: its URI; a position in it; the places. */
export const showReferencesCommand = 'ociManifests.showReferences';

/** A command of the client's: asks for a file, and has the server describe it ({@link describeFileCommand}). Same arguments. */
export const chooseFileCommand = 'ociManifests.chooseFile';

/**
 * A command of the server's: writes digest, size and, where it is missing, media type of a file into a descriptor. Arguments:
 * URI and pointer of the descriptor; the file's URI: absent, people are asked which of the files beside the document it is,
 * where the client asks them.
 */
export const describeFileCommand = 'ociManifests.server.describeFile';

/** A command of the client's: asks for a file, and has the server insert a descriptor of it ({@link insertDescriptorCommand}). */
export const insertFileCommand = 'ociManifests.insertDescriptorFor';

/**
 * A command of the server's: adds a descriptor of a file to a document's list. Arguments: the document's URI; after which
 * item, or an empty text; the file's URI, or absent as above.
 */
export const insertDescriptorCommand = 'ociManifests.server.insertDescriptor';

/** A command of the server's: brings every descriptor of a document in line that can be by itself. Argument: the document's URI. */
export const updateAllCommand = 'ociManifests.server.updateAll';

/**
 * A command of the server's: gives a file the bytes back that have a digest, where a usual accident happened to them.
 * Arguments: URI of the document that asks; the digest; the file's URI.
 */
export const restoreCommand = 'ociManifests.server.restore';

/** A command of the server's: writes a file anew as plain UTF-8, its text as it is. Argument: the file's URI. */
export const rewriteCommand = 'ociManifests.server.rewrite';

/** A command of the server's: writes the size of the content into a descriptor. Arguments: URI and pointer of the descriptor. */
export const updateSizeCommand = 'ociManifests.server.updateSize';

/** A command of the server's: reads the content of a descriptor whole, however large. Arguments: URI and pointer of the descriptor. */
export const verifyCommand = 'ociManifests.server.verify';

/**
 * A command of the server's: gives the edited blobs of the layout around a document their new names, and writes these and
 * the new sizes into every document that names them. One edit, one undo. Argument: the document's URI.
 */
export const rehashCommand = 'ociManifests.server.rehash';

/**
 * A command of the server's: has the client apply an edit of a file that may not be open, unless its text is another by now.
 * Arguments: the file's URI; what its text was told by; the edit.
 */
export const editFileCommand = 'ociManifests.server.editFile';

/** A command of the server's: has the client apply an edit, its argument. For clients that take no code actions with edits. */
export const applyEditCommand = 'ociManifests.server.applyEdit';

/**
 * A command of the server's: has the client show a document formatted, where it asks for the contents of such documents. Argument:
 * the document's URI.
 */
export const showFormattedCommand = 'ociManifests.server.showFormatted';

/** The commands that the server carries out. */
export const serverCommands = [
  applyEditCommand,
  editFileCommand,
  describeFileCommand,
  insertDescriptorCommand,
  updateAllCommand,
  updateSizeCommand,
  restoreCommand,
  rewriteCommand,
  verifyCommand,
  rehashCommand,
  showFormattedCommand,
] as const;

/** A request from the client: {@link CompareQuestion} → why they differ, as a text; null where one of them cannot be read. */
export const compareRequest = 'ociManifests/compare';

/** URIs of two documents, or of two blobs. */
export interface CompareQuestion {
  readonly a: string;
  readonly b: string;
}

/** A request from the client: {@link FileQuestion} → {@link GraphPicture}; null for what is none of ours. */
export const graphRequest = 'ociManifests/graph';

/** Who references what around a document, drawn. */
export interface GraphPicture {
  /** The same for all that have this picture. */
  readonly id: string;
  readonly title: string;
  /** URI of the folder that it is about. */
  readonly folder: string;
  /** What is to be placed and drawn by the graph's own script; it is handed on as it came. */
  readonly drawing: object;
  /** The files of its nodes. */
  readonly places: Readonly<Record<string, string>>;
}

/** Requests from the client about what layouts and documents look like as a tree. */
export const viewRequests = {
  /** {@link ViewFilter} → the {@link ViewNode}s at the top: the layouts of the workspace, and the open documents that are in none */
  roots: 'ociManifests/view/roots',
  /** {@link ViewQuestion} → the {@link ViewNode}s below one */
  children: 'ociManifests/view/children',
  /** {@link FileQuestion} → the {@link ViewNode}s from the top to the one of a file; none for what is in no tree */
  path: 'ociManifests/view/path',
  /** {@link FileQuestion} → what a layout calls a blob ({@link BlobLabel}); null for what is none */
  label: 'ociManifests/view/label',
  /** {@link ViewQuestion} → the places that name the content of a node, as the protocol's locations */
  references: 'ociManifests/view/references',
  /** {@link ViewQuestion} → the {@link ViewText}s that show a node elsewhere */
  texts: 'ociManifests/view/texts',
  /** {@link ViewQuestion} → {@link Verification} of everything from a node on, which is read whole, with progress */
  verify: 'ociManifests/view/verify',
  /** {@link ViewQuestion} about unreferenced blobs → what may be deleted ({@link Deletion}), looked for anew */
  deletable: 'ociManifests/view/deletable',
} as const;

export interface ViewFilter {
  /** Words that what is shown has, or something below it; empty: everything is shown. */
  readonly filter?: string;
}

export interface ViewQuestion {
  /** {@link ViewNode.key}, as it came. */
  readonly key: string;
}

/** What can be done with a line of the tree, besides unfolding it. */
export type ViewAbility =
  /** Its file can be opened. */
  | 'file'
  | 'digest'
  | 'reference'
  /** There are commands or literals of it. */
  | 'texts'
  /** It can be compared, and drawn. */
  | 'source'
  | 'verify'
  | 'delete';

/** A line of the tree. */
export interface ViewNode {
  /** Unlike every other one's, and the same as long as it is the same thing. */
  readonly id: string;
  /** What the server knows it by. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** In Markdown, nothing in it is markup from a document. */
  readonly tooltip: string;
  /** A product icon of VS Code's. */
  readonly icon: string;
  /** Whether what is there is what was promised. */
  readonly state: 'right' | 'wrong' | 'missing' | 'unknown';
  /** What to open: a file. */
  readonly uri?: string;
  /** The document that says most of it: of a layout its index. */
  readonly source?: string;
  readonly digest?: string;
  /** `NAME@DIGEST` or `NAME:TAG`, below the layout's folder. */
  readonly reference?: string;
  readonly abilities?: readonly ViewAbility[];
  /** The file or folder that it stands for: its icon is that of the name. */
  readonly resource?: { readonly uri: string; readonly isFolder: boolean; readonly isDeleted: boolean };
  /** URI of the image manifest whose files can be looked for. */
  readonly image?: string;
  readonly hasChildren: boolean;
  /** It is unfolded from the start: what was searched for is below it. */
  readonly isExpanded?: boolean;
}

/** Something to copy: a command for a shell, or a literal for a program. */
export interface ViewText {
  readonly kind: 'command' | 'go' | 'rust';
  readonly text: string;
}

/** What came of reading everything. */
export interface Verification {
  /** "Verified 12 blobs (3.4 MB)." */
  readonly message: string;
  readonly isRight: boolean;
}

/** What may be deleted of a layout; or why nothing. */
export interface Deletion {
  readonly problem?: string;
  /** What people are asked. */
  readonly question: string;
  readonly files: readonly { readonly uri: string; readonly size: number }[];
}

/** What a blob is called where it is listed. */
export interface BlobLabel {
  /** `config · linux/arm64` */
  readonly label: string;
  /** One letter: of what it is; ✗ where it is wrong. */
  readonly badge: string;
  readonly isWrong: boolean;
}

export interface StatusQuestion {
  readonly uri: string;
}

export interface DocumentStatus {
  readonly uri: string;
  /** "image index"; absent for documents that are none of ours. */
  readonly kind?: string;
  /** Why it is of that kind, as the end of a sentence. */
  readonly why?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The scheme of documents that show another one formatted, to be read only. Their query is the other one's URI. */
export const formattedScheme = 'oci-formatted';

/** The scheme of pages about media and artifact types. Their query is the type, their fragment the document that uses it. */
export const typeScheme = 'oci-type';

/** The path of such a document, which reads well on a tab: "403367c41d98 (formatted).json". `path`: the other one's. */
export function formattedPathOf(path: string, as: 'formatted' | 'entries'): string {
  const start = path.lastIndexOf('/') + 1;
  const name = shortNameOf(path.slice(start)).replace(/\.json$/, '');
  return `${path.slice(0, start)}${name} (${as})${as === 'formatted' ? '.json' : ''}`;
}

/** The name of a file as tabs have it: so much of a blob's as tells it from others. */
export function shortNameOf(name: string): string {
  return /^[0-9a-f]{32,}$/.test(name) ? name.slice(0, 12) : name;
}

/** A request from the client: {@link FileQuestion} about any document → its text, formatted; null where there is none. */
export const formattedRequest = 'ociManifests/formatted';

/** A request from the server: {@link FileWriting}. The client writes the bytes as they are, and can take that back. */
export const writeFileRequest = 'ociManifests/files/write';

/**
 * A request from the client: {@link FileReplacing} → {@link FileReplaced}; null where the server has no disk with that file on
 * it, and the client must write by itself.
 */
export const replaceFileRequest = 'ociManifests/files/replace';

/** Gives a file other bytes in one step, if it has those from before. Both are in base64. */
export interface FileReplacing {
  readonly uri: string;
  readonly base64: string;
  readonly before: string;
}

/** Either why not, as the end of a sentence, or what else there is to know of it. */
export type FileReplaced = { readonly problem: string } | { readonly told: readonly string[] };

/**
 * A request from the server: {@link SettingChange}. The client changes a setting of the user's, because the user has just
 * asked for that.
 */
export const changeSettingRequest = 'ociManifests/settings/change';

/** Switches something off that asks or shows. `name`: without the section's. */
export interface SettingChange {
  readonly name: 'offerUpdateOnSave';
  readonly value: boolean;
}

export interface FileWriting {
  readonly uri: string;
  readonly base64: string;
  /** The bytes that it has, in base64: where it has others by now, nothing is written. */
  readonly before: string;
  /** What people are told when it is done. */
  readonly done: string;
}

/** Requests from the client about documents that are to be made. Nothing is written by the server. */
export const newRequests = {
  /** → {@link NewSort}s, the most usual first */
  sorts: 'ociManifests/new/sorts',
  /** → the {@link NewChoices} that the workspace gives */
  choices: 'ociManifests/new/choices',
  /** {@link NewQuestion} → {@link NewAnswer} */
  make: 'ociManifests/new/make',
} as const;

/** A sort of artifacts that is known. */
export interface NewSort {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Its artifact type, or the type of its config. */
  readonly type: string;
  /** Whether it is about another manifest. */
  readonly hasSubject: boolean;
  /** The type of the config that it needs; absent: none. */
  readonly config?: string;
  /** How many files it takes at most; absent: any number. */
  readonly mostFiles?: number;
}

/** URIs that a new document may be made with, and how people call them. */
export interface NewChoices {
  readonly layouts: readonly NewChoice[];
  /** Manifests and indexes: entries of layouts, and files by themselves. */
  readonly manifests: readonly NewChoice[];
}

export interface NewChoice {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
}

export interface NewQuestion {
  readonly thing: 'artifact' | 'index' | 'package' | 'layout';
  /** A media type, or the id of a {@link NewSort}. */
  readonly artifactType?: string;
  /** URIs: of an artifact's files, or of an index's manifests. */
  readonly files?: readonly string[];
  readonly config?: string;
  /** URI of the manifest that it is about. */
  readonly subject?: string;
  /** URI of the layout's folder that it goes to, new or not; absent: it stands alone. */
  readonly layout?: string;
  readonly tag?: string;
}

/** What is to be written, in this order; or why nothing is. */
export interface NewAnswer {
  readonly problem?: string;
  /** The document. */
  readonly text: string;
  /** Where the document is, in a layout. */
  readonly uri?: string;
  readonly files: readonly NewFile[];
}

/** A new file: its text, its bytes in base64, or a copy of another one; or a folder. */
export type NewFile = { readonly uri: string } & (
  | { readonly isFolder: true }
  // `before`: the bytes that it has, in base64, where it is there already.
  | { readonly text: string; readonly before?: string }
  | { readonly base64: string; readonly before?: undefined }
  | { readonly copyOf: string }
);

/** Requests from the server for files that only the editor can reach. Where there is nothing, the answer is null. */
export const fileRequests = {
  /** {@link FileQuestion} → {@link FileStatAnswer} */
  stat: 'ociManifests/files/stat',
  /** {@link FileQuestion} → the names in the folder */
  list: 'ociManifests/files/list',
  /** {@link FileReadQuestion} → {@link FileReadAnswer} */
  read: 'ociManifests/files/read',
} as const;

export interface FileQuestion {
  readonly uri: string;
}

export interface FileStatAnswer {
  readonly type: 'file' | 'folder' | 'link' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Which bytes; the end is exclusive. */
export interface FileReadQuestion extends FileQuestion {
  readonly start: number;
  readonly end: number;
}

/** In base64, because messages are JSON. Fewer bytes than asked for: the file ends there. */
export interface FileReadAnswer {
  readonly base64: string;
}

/** The schemes of what is inside of files, to be read only: an archive of a layout, and a layer. */
export const archiveScheme = 'oci-archive';
export const layerScheme = 'oci-layer';

/** Requests from the client about what has one of these schemes. Where there is nothing, the answer is null. */
export const insideRequests = {
  /** {@link FileQuestion} → {@link FileStatAnswer} */
  stat: 'ociManifests/inside/stat',
  /** {@link FileQuestion} → names and types in the folder, {@link InsideEntry}s */
  list: 'ociManifests/inside/list',
  /** {@link FileQuestion} → {@link InsideFile}, whole */
  read: 'ociManifests/inside/read',
  /** {@link FileQuestion} about an archive → {@link OpenedArchive} */
  open: 'ociManifests/inside/open',
  /** {@link PathQuestion} → {@link FoundPaths} */
  findPath: 'ociManifests/inside/findPath',
  /** → the images of the workspace, {@link NewChoice}s */
  images: 'ociManifests/inside/images',
  /** {@link PathQuestion} about a layer → the URI of the file of a path in it */
  entry: 'ociManifests/inside/entry',
} as const;

/** A regular file in the list of a layer's entries ({@link formattedRequest}), and its path. */
export const listedFile = /^-[rwxsStT-]{9} +\S+ +[\d,]+ +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}(.+)$/;

export type InsideEntry = readonly [name: string, type: FileStatAnswer['type']];

/** Its bytes in base64, or why they cannot be read. */
export interface InsideFile {
  readonly base64?: string;
  readonly problem?: string;
}

/** The document that an archive begins with, or why it is not opened. */
export interface OpenedArchive {
  readonly uri?: string;
  readonly problem?: string;
}

export interface PathQuestion {
  /** URI of an image manifest, or of a layer. */
  readonly uri: string;
  /** A part of a path, or all of it. */
  readonly text: string;
}

export interface FoundPaths {
  /** `alpine:3.20 · 7 layers` */
  readonly title: string;
  readonly paths: readonly FoundPath[];
  readonly isCut: boolean;
  /** Why not everything was looked at. */
  readonly problem?: string;
}

/** A path of an image's file system. */
export interface FoundPath {
  readonly path: string;
  /** `layer 3 · 1.2 kB · hides layer 1` */
  readonly description: string;
  /** What created the layer, as the image's history says. */
  readonly detail?: string;
  /** A product icon of VS Code's. */
  readonly icon: string;
  /** What to open; absent where there is no file to open. */
  readonly uri?: string;
}
