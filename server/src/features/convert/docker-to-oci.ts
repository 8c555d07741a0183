import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { dockerToOciEdits, swapped } from '../../rules/support/docker-to-oci.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import { valueOf } from '../../syntax/tree.ts';
import { type Convert, headOf } from './conversion.ts';

/** Converts a Docker manifest to OCI: config and layers have the same bytes and different media types. */
export const dockerManifestToOci: Convert = (document) => {
  if (!hasTraits(document.kind, 'docker', 'has-layers')) return undefined;
  return {
    title: 'Convert to an OCI image manifest',
    places: [headOf(document)],
    edits: dockerToOciEdits(document),
  };
};

/**
 * Converts a Docker manifest list to an OCI index. Entries keep their media types, which describe existing content. An
 * OCI index may list Docker manifests.
 */
export const dockerListToOci: Convert = (document) => {
  if (!hasTraits(document.kind, 'docker', 'lists-manifests')) return undefined;
  const hasEntries = document.descriptors.length > 0;
  return {
    title: `Convert to an OCI image index${hasEntries ? ' (entries stay unchanged)' : ''}`,
    places: [headOf(document)],
    edits: ownType(document, mediaTypes.index),
  };
};

/** The edit that changes a document's own media type. */
export function ownType({ root }: OciDocument, mediaType: string): readonly TextEdit[] {
  return swapped(valueOf(root, 'mediaType'), () => mediaType);
}
