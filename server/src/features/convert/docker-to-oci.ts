import type { OciDocument } from '../../oci/document.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import { type Convert, headOf } from './conversion.ts';
import { ociTypeOf } from './docker-types.ts';

/** A Docker manifest becomes OCI's: config and layers are the same bytes under other types. */
export const dockerManifestToOci: Convert = (document) => {
  if (document.kind !== 'docker-manifest') return undefined;
  const types = document.descriptors.map(({ node }) => valueOf(node, 'mediaType'));
  return {
    title: 'Convert to an OCI image manifest',
    places: [headOf(document)],
    edits: [...ownType(document, mediaTypes.manifest), ...types.flatMap((node) => swapped(node, ociTypeOf))],
  };
};

/**
 * A Docker manifest list becomes an OCI index. Its entries keep their types: they say what the digests stand for, and an
 * index may list Docker manifests.
 */
export const dockerListToOci: Convert = (document) => {
  if (document.kind !== 'docker-manifest-list') return undefined;
  const hasEntries = document.descriptors.length > 0;
  return {
    title: `Convert to an OCI image index${hasEntries ? ' (what it lists stays as it is)' : ''}`,
    places: [headOf(document)],
    edits: ownType(document, mediaTypes.index),
  };
};

/** The edit that makes a document state another type. */
export function ownType({ root }: OciDocument, mediaType: string): readonly TextEdit[] {
  return swapped(valueOf(root, 'mediaType'), () => mediaType);
}

/** The edit that writes another type for one that has another; none for others. */
export function swapped(
  node: JsonNode | undefined,
  other: (type: string | undefined) => string | undefined,
): readonly TextEdit[] {
  const type = other(stringOf(node));
  return node === undefined || type === undefined ? [] : [replaceValue(node, JSON.stringify(type))];
}
