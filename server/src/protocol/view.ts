/** A request from the client: {@link CompareQuestion} → why they differ, as a text; null where one of them cannot be read. */
export const compareRequest = 'ociManifests/compare';

/** URIs of two documents, or of two blobs. */
export interface CompareQuestion {
  readonly a: string;
  readonly b: string;
}

/** A request from the client: {@link FileQuestion} → {@link GraphPicture}; null for what is not one of ours. */
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
  /** {@link ViewQuestion} about unreferenced blobs → what may be deleted ({@link Deletion}), looked for again */
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
