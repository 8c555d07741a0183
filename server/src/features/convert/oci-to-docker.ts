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

/** An image's manifest becomes Docker's, where all that it lists has a type of Docker's. */
export const ociManifestToDocker: Convert = (document) => {
  const { kind, root, descriptors } = document;
  if (!hasTraits(kind, 'oci', 'has-layers') || isOciOnly(document)) return undefined;
  if (stringAt(valueOf(root, 'config'), 'mediaType') !== mediaTypes.config) return undefined;
  const types = descriptors.map(({ node }) => valueOf(node, 'mediaType'));
  if (descriptors.some(({ node }) => dockerTypeOf(stringAt(node, 'mediaType')) === undefined)) return undefined;
  const edits = types.flatMap((node) => swapped(node, dockerTypeOf));
  return conversionOf(document, 'Convert to a Docker manifest', mediaTypes.dockerManifest, edits);
};

/** An index becomes a Docker manifest list, where all that it lists is Docker's already: types of entries are not ours to change. */
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

/** What has a subject or a type of its own would be something else without it. */
function isOciOnly({ root }: OciDocument): boolean {
  return memberOf(root, 'subject') !== undefined || memberOf(root, 'artifactType') !== undefined;
}

/** Docker's documents have none of these (image-spec media-types.md, "Compatibility Matrix"). */
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
