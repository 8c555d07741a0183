import type { Kind } from '../../oci/kind.ts';

/** What a node is to the one above it. */
export type TreeRole =
  | 'layout'
  /** A document that stands alone. */
  | 'document'
  /** An entry of an index. */
  | 'manifest'
  /** BuildKit's, which an index lists beside the image that it is about. */
  | 'attestation'
  | 'config'
  | 'layer'
  | 'blob'
  | 'descriptor'
  | 'subject'
  /** A manifest or index whose subject is the one above. */
  | 'referrer'
  /** All blobs that nothing points at. */
  | 'unreferenced'
  /** What else is below the one above, where that is very much. */
  | 'more';

/** Whether the content is what its descriptor says. */
export type TreeState =
  /** Its digest and size are right. */
  | 'verified'
  /** Its size is right; its digest was not looked at. */
  | 'present'
  | 'missing'
  | 'differs'
  | 'unreadable'
  /** It is not here, and need not be. */
  | 'elsewhere';

/** A node of the tree that people think of images as. Plain: it can be kept, compared and sent. */
export interface TreeNode {
  readonly role: TreeRole;
  readonly state: TreeState;
  /** What is wrong with it, for people. */
  readonly problem?: string;
  /** Of the document that it is; absent for other content, and where nobody says. */
  readonly kind?: Kind;
  /** Where its content is. */
  readonly uri?: string;
  /** Where its descriptor stands: a document, and a JSON pointer in it. */
  readonly from?: { readonly uri: string; readonly pointer: string };
  readonly mediaType?: string;
  readonly digest?: string;
  /** As the descriptor says, in bytes; of all blobs of a group. */
  readonly size?: number;
  /** What its config and layers take, as it says, in bytes. */
  readonly contentSize?: number;
  /** In a layout's index. */
  readonly tags?: readonly string[];
  /** `linux/arm64/v8` */
  readonly platform?: string;
  readonly artifactType?: string;
  /** The file name that an annotation gives to it. */
  readonly title?: string;
  /** Among the layers, from 0 on. */
  readonly position?: number;
  /** How many blobs a group or a layout has. */
  readonly blobs?: number;
  /** Of a node for what else there is: what it belongs to, which of that comes first, and how many there are. */
  readonly rest?: { readonly role: TreeRole; readonly from: number; readonly count: number };
  readonly hasChildren: boolean;
}
