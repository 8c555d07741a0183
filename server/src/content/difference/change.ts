/** What became of something. `moved`: it is the same, elsewhere. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** What sort of thing a change is about. */
export type Aspect =
  /** An entry of an index, a layer or a config as a whole. */
  | 'entry'
  /** What a document is. */
  | 'kind'
  /** Which entry of an index a tag stands on. */
  | 'tag'
  /** A property of a document. */
  | 'property'
  | 'annotation'
  /** What a layer's content is, its type, and where its link leads. */
  | 'path'
  | 'mode'
  | 'owner'
  | 'xattr'
  | 'mtime'
  /** The order of entries in a layer. */
  | 'order'
  | 'compression'
  /** How a tar archive's headers, or a document's JSON, are written. */
  | 'encoding';

/** One difference, without what only follows from it: digests, sizes, DiffIDs. */
export interface Change {
  readonly kind: ChangeKind;
  readonly aspect: Aspect;
  /** From the outside in: a tag, a platform. */
  readonly scope: readonly string[];
  /** `index`, `manifest`, `config`, `layer 2`, … */
  readonly part: string;
  /** In a layer. */
  readonly path?: string;
  /** Of an entry of an index: what people call it. */
  readonly name?: string;
  /** In a document. RFC 6901. */
  readonly pointer?: string;
  /** For people, where there is something to show. */
  readonly before?: string;
  readonly after?: string;
  /** A second build of the same sources changes it: times, history, the order in an archive, how it is compressed. */
  readonly isIncidental: boolean;
}

/** Where changes are found. */
export type Place = Pick<Change, 'scope' | 'part'>;

/** All differences between two things. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Whether their bytes are the same. */
  readonly isIdentical: boolean;
  /** Whether what differs is one of several entries of an index. */
  readonly isOfSeveral: boolean;
  /** Whether layers were compared path by path. */
  readonly hasPaths: boolean;
  /** What could not be compared, a line each. */
  readonly problems: readonly string[];
}
