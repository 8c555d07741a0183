/**
 * Request from the client: {@link CompareParams} → text that explains the differences; null if one of them cannot be
 * read.
 */
export const compareRequest = 'ociManifests/compare';

/** URIs of two documents or two blobs. */
export interface CompareParams {
  readonly a: string;
  readonly b: string;
}

/** Request from the client: {@link FileParams} → {@link GraphPicture}; null if the file is not an OCI document. */
export const graphRequest = 'ociManifests/graph';

/** The reference graph around a document, ready to draw. */
export interface GraphPicture {
  /** Identifies the graph: equal for all documents that share it. */
  readonly id: string;
  readonly title: string;
  /** URI of the folder that the graph covers. */
  readonly folder: string;
  /** Nodes and edges for the graph's script; the client passes them on unchanged. */
  readonly drawing: object;
  /** File URIs by node. */
  readonly places: Readonly<Record<string, string>>;
}

/** Requests from the client for the tree view of layouts and documents. */
export const viewRequests = {
  /**
   * {@link ViewFilter} → the top-level {@link ViewNode}s: layouts of the workspace, and open documents that are not in
   * a layout
   */
  roots: 'ociManifests/view/roots',
  /** {@link ViewParams} → the children of a node as {@link ViewNode}s */
  children: 'ociManifests/view/children',
  /**
   * {@link FileParams} → the {@link ViewNode}s from the top level down to a file; empty if the file is not in the
   * tree
   */
  path: 'ociManifests/view/path',
  /** {@link FileParams} → decoration of a blob in its layout ({@link BlobLabel}); null if the file is not a blob */
  label: 'ociManifests/view/label',
  /** {@link ViewParams} → locations of the descriptors that reference a node's content, as LSP locations */
  references: 'ociManifests/view/references',
  /** {@link ViewParams} → {@link ViewText}s for "Copy as" */
  texts: 'ociManifests/view/texts',
  /**
   * {@link ViewParams} → {@link Verification} of everything reachable from a node; reads all content in full and
   * reports progress
   */
  verify: 'ociManifests/view/verify',
  /** {@link ViewParams} about unreferenced blobs → {@link Deletion}, recomputed for this request */
  deletable: 'ociManifests/view/deletable',
} as const;

export interface ViewFilter {
  /** Search words: nodes match if they or a descendant contain them. Empty shows everything. */
  readonly filter?: string;
}

export interface ViewParams {
  /** {@link ViewNode.key}, unchanged. */
  readonly key: string;
}

/** Actions available on a tree node besides expanding it. */
export type ViewAbility =
  /** Its file can be opened. */
  | 'file'
  /** Its file can be shown formatted. */
  | 'text'
  /** The index of the layout can be opened. */
  | 'index'
  | 'digest'
  | 'reference'
  /** It can be copied as a command or a literal. */
  | 'texts'
  /** It can be compared and drawn as a graph. */
  | 'source'
  | 'verify'
  /** Artifacts can be attached to it. */
  | 'attach'
  | 'delete';

/** A node of the tree view. */
export interface ViewNode {
  /** Unique in the tree, and stable for as long as it denotes the same thing. */
  readonly id: string;
  /** Opaque key that identifies the node to the server. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. Text from documents is escaped. */
  readonly tooltip: string;
  /** Name of a VS Code product icon. */
  readonly icon: string;
  /** Result of checking the content against its descriptor. */
  readonly state: 'right' | 'wrong' | 'missing' | 'unknown';
  /** URI of the file to open. */
  readonly uri?: string;
  /** URI of the describing document: for a layout its index.json. */
  readonly source?: string;
  readonly digest?: string;
  /** `NAME@DIGEST` or `NAME:TAG`, where NAME is the layout's folder. */
  readonly reference?: string;
  readonly abilities?: readonly ViewAbility[];
  /** The file or folder shown by this node; determines the file icon. */
  readonly resource?: { readonly uri: string; readonly isFolder: boolean; readonly isDeleted: boolean };
  /** URI of the image manifest whose file system can be searched. */
  readonly image?: string;
  readonly hasChildren: boolean;
  /** Initially expanded because the search matched a descendant. */
  readonly isExpanded?: boolean;
}

/** A shell command or a literal in a programming language, ready to paste. */
export interface ViewText {
  readonly kind: 'command' | 'go' | 'rust';
  readonly text: string;
}

/** Result of a full verification. */
export interface Verification {
  /** "Verified 12 blobs (3.4 MB)." */
  readonly message: string;
  readonly isRight: boolean;
}

/** The files of a layout that can be deleted, or the reason why there are none. */
export interface Deletion {
  readonly problem?: string;
  /** Text of the confirmation prompt. */
  readonly question: string;
  readonly files: readonly { readonly uri: string; readonly size: number }[];
}

/** Decoration of a blob in the explorer. */
export interface BlobLabel {
  /** `config · linux/arm64` */
  readonly label: string;
  /** One character for the kind of blob; ✗ if its content is wrong. */
  readonly badge: string;
  readonly isWrong: boolean;
}
