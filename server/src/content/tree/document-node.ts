import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { blobDigestOf } from '../layout/layout.ts';
import type { TreeNode } from './tree-node.ts';

/** The node of a document that need not be referenced. */
export function documentNode({ uri, kind, byteLength: size, descriptors }: OciDocument): TreeNode {
  const digest = blobDigestOf(uri);
  return {
    role: 'document',
    state: 'present',
    uri,
    size,
    ...(kind === undefined ? {} : { kind, mediaType: mediaTypeOfKind(kind) }),
    ...(digest === undefined ? {} : { digest: toDigestText(digest) }),
    hasChildren: descriptors.length > 0,
  };
}
