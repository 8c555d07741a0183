import type { Kind } from '../../oci/kind.ts';

/** The relation of a node to its parent. */
export type TreeRole =
  | 'layout'
  /** A standalone document. */
  | 'document'
  /** An entry of an index. */
  | 'manifest'
  /** A BuildKit attestation, which an index lists next to its image. */
  | 'attestation'
  | 'config'
  | 'layer'
  | 'blob'
  | 'descriptor'
  | 'subject'
  /** A manifest or index with the parent as its subject. */
  | 'referrer'
  /** The group of unreferenced blobs. */
  | 'unreferenced'
  /** Stands for the remaining children if there are very many. */
  | 'more';

/** Result of checking the content against its descriptor. */
export type TreeState =
  /** Size and digest match. */
  | 'verified'
  /** Size matches; digest not checked. */
  | 'present'
  | 'missing'
  | 'differs'
  | 'unreadable'
  /** Missing, but not required here. */
  | 'elsewhere';

/** A node of the tree view. Plain data that can be cached, compared and serialized. */
export interface TreeNode {
  readonly role: TreeRole;
  readonly state: TreeState;
  /** What is wrong with it, for display. */
  readonly problem?: string;
  /** Kind of document; absent for other content, or if unknown. */
  readonly kind?: Kind;
  /** URI of its content. */
  readonly uri?: string;
  /** Location of its descriptor: document and JSON pointer. */
  readonly from?: { readonly uri: string; readonly pointer: string };
  readonly mediaType?: string;
  readonly digest?: string;
  /** Declared size in bytes; for a group, the total. */
  readonly size?: number;
  /** Declared total size of config and layers in bytes. */
  readonly contentSize?: number;
  /** Tags in the layout's index. */
  readonly tags?: readonly string[];
  /** `linux/arm64/v8` */
  readonly platform?: string;
  readonly artifactType?: string;
  /** File name from the title annotation. */
  readonly title?: string;
  /** Zero-based position among the layers. */
  readonly position?: number;
  /** Number of blobs in a group or layout. */
  readonly blobs?: number;
  /** For a node that stands for remaining children: the parent's role, the index of the first one, and their number. */
  readonly rest?: { readonly role: TreeRole; readonly from: number; readonly count: number };
  readonly hasChildren: boolean;
}
