import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { memberOf } from '../../syntax/tree.ts';
import { descriptorPartsOf } from './descriptor-parts.ts';
import { ociTypeOf } from './docker-types.ts';
import { once } from './once.ts';

/** Whether a manifest is read as OCI only because it has no `mediaType`: everything that it references is Docker's. */
export const isUntypedDockerManifest = once((document: OciDocument): boolean => {
  const { kind, root } = document;
  if (root === undefined || !hasTraits(kind, 'oci', 'has-layers') || memberOf(root, 'mediaType') !== undefined)
    return false;
  const parts = descriptorPartsOf(document).filter(({ role }) => role !== 'subject');
  const isConfigDockers = parts.some(({ role, type }) => role === 'config' && type === mediaTypes.dockerConfig);
  return isConfigDockers && parts.every(({ type }) => ociTypeOf(type) !== undefined);
});
