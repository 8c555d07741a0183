/** `moved`: unchanged, but in a different place. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** The subject of a change. */
export type Aspect =
  /** An index entry, layer or config as a whole. */
  | 'entry'
  /** The bytes stored for a digest that is the same on both sides. */
  | 'content'
  /** The kind of document. */
  | 'kind'
  /** The index entry that has a tag. */
  | 'tag'
  /** A property of a document. */
  | 'property'
  | 'annotation'
  /** Type, content and link target of a path in a layer. */
  | 'path'
  | 'mode'
  | 'owner'
  | 'xattr'
  | 'mtime'
  /** The order of entries in a layer. */
  | 'order'
  | 'compression'
  /** The encoding of tar headers or of JSON. */
  | 'encoding';

/** A single difference. Consequences of other differences, such as digests, sizes and DiffIDs, are not reported. */
export interface Change {
  readonly kind: ChangeKind;
  readonly aspect: Aspect;
  /** From the outside in: a tag, a platform. */
  readonly scope: readonly string[];
  /** `index`, `manifest`, `config`, `layer 2`, … */
  readonly part: string;
  /** Path in a layer. */
  readonly path?: string;
  /** Display name of an index entry. */
  readonly name?: string;
  /** RFC 6901 pointer in a document. */
  readonly pointer?: string;
  /** For display, if there is something to show. */
  readonly before?: string;
  readonly after?: string;
  /** Expected between two builds of the same sources: timestamps, history, archive order, compression. */
  readonly isIncidental: boolean;
}

/** Where a change was found. */
export type Location = Pick<Change, 'scope' | 'part'>;

/** All differences between two documents or blobs. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Whether the bytes are identical. */
  readonly isIdentical: boolean;
  /** Whether the compared images are among several entries of an index. */
  readonly isOfSeveral: boolean;
  /** Whether layers were compared path by path. */
  readonly hasPaths: boolean;
  /** What could not be compared, one message each. */
  readonly problems: readonly string[];
}
