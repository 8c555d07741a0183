import type { OciDocument } from '../../oci/document.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { swapped } from '../../rules/support/docker-to-oci.ts';
import { dockerTypeOf } from '../../rules/support/docker-types.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import { insertMember, joined } from '../../syntax/edit.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import { type Conversion, type Convert, headOf } from './conversion.ts';
import { ownType } from './docker-to-oci.ts';
import { removeMembers } from './remove-members.ts';

/** Converts an image manifest to Docker, if all of its content has a Docker equivalent. */
export const ociManifestToDocker: Convert = (document) => {
  const { kind, root, descriptors } = document;
  if (!hasTraits(kind, 'oci', 'has-layers') || isOciOnly(document)) return undefined;
  if (stringAt(valueOf(root, 'config'), 'mediaType') !== mediaTypes.config) return undefined;
  const types = descriptors.map(({ node }) => valueOf(node, 'mediaType'));
  if (descriptors.some(({ node }) => dockerTypeOf(stringAt(node, 'mediaType')) === undefined)) return undefined;
  const edits = types.flatMap((node) => swapped(node, dockerTypeOf));
  return conversionOf(document, 'Convert to a Docker manifest', mediaTypes.dockerManifest, edits);
};

/**
 * Converts an index to a Docker manifest list, if all of its entries are Docker manifests: the types of entries
 * describe existing content and cannot be converted.
 */
export const ociIndexToDocker: Convert = (document) => {
  const { kind, descriptors, hints } = document;
  if (
    !hasTraits(kind, 'oci', 'lists-manifests') ||
    hints.path === 'index' ||
    isOciOnly(document) ||
    descriptors.length === 0
  )
    return undefined;
  const isDocker = (type: string | undefined) => hasTraits(kindOfMediaType(type), 'docker', 'is-image');
  if (!descriptors.every(({ node }) => isDocker(stringAt(node, 'mediaType')))) return undefined;
  return conversionOf(document, 'Convert to a Docker manifest list', mediaTypes.dockerManifestList, []);
};

/** Documents with a subject or artifact type have no Docker equivalent. */
function isOciOnly({ root }: OciDocument): boolean {
  return memberOf(root, 'subject') !== undefined || memberOf(root, 'artifactType') !== undefined;
}

/** Properties that Docker documents do not have (image-spec media-types.md, "Compatibility Matrix"). */
const foreign: ReadonlySet<string> = new Set(['annotations', 'data', 'artifactType']);

function conversionOf(document: OciDocument, title: string, mediaType: string, types: readonly TextEdit[]): Conversion {
  const { json, root, descriptors } = document;
  const objects = [root, ...descriptors.map(({ node }) => node)];
  const removals = objects.flatMap((object) => removeMembers(object, (name) => foreign.has(name)));
  const own = ownType(document, mediaType);
  const isAdded = own.length === 0 && root !== undefined;
  const stated = isAdded ? [insertMember(json, root, 'mediaType', JSON.stringify(mediaType), ['schemaVersion'])] : own;
  const lost = removals.length === 0 ? '' : ' (drops annotations and data)';
  return { title: `${title}${lost}`, places: [headOf(document)], edits: joined([...stated, ...types, ...removals]) };
}
