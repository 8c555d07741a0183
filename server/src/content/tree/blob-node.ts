import { mediaTypeOfKind } from '../../oci/kinds.ts';
import type { Blob } from '../layout/layout-blobs.ts';
import { documentAt } from '../stores/document-at.ts';
import { documentParts } from './describe-node.ts';
import type { TreeNode, TreeRole } from './tree-node.ts';
import type { TreeSource } from './tree-source.ts';

/** Larger blobs are not parsed. Bytes. */
const maxLooked = 4 * 1024 * 1024;

/** The node of a blob that exists regardless of descriptors, described by its own content. */
export async function blobNode({ uri, digest, size }: Blob, role: TreeRole, source: TreeSource): Promise<TreeNode> {
  const bare: TreeNode = { role, state: 'present', uri, digest, size, hasChildren: false };
  const document = size > maxLooked ? undefined : await documentAt(uri, undefined, source.contents, source.signal);
  if (document?.kind === undefined || document.descriptors.length === 0) return bare;
  const parts = await documentParts(document, undefined, source.contents);
  return { ...bare, kind: document.kind, mediaType: mediaTypeOfKind(document.kind), ...parts, hasChildren: true };
}
