import { emptyPart, toDescriptor } from '../../create/json-text.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { insertMember, renameMember, type TextEdit, valueLike } from '../../syntax/edit.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { itemsOf, type JsonNode, memberOf, membersOf, spanOf, stringAt, valueOf } from '../../syntax/tree.ts';
import { type Convert, headOf, joined } from './conversion.ts';
import { ownType } from './docker-to-oci.ts';

const artifactManifestType = 'application/vnd.oci.artifact.manifest.v1+json';

/** The artifact manifest of image-spec 1.1.0-rc1 and -rc2, withdrawn since, becomes an image manifest with `artifactType`. */
export const artifactManifestToImage: Convert = (document) => {
  const { json, root } = document;
  if (root?.type !== 'object' || stringAt(root, 'mediaType') !== artifactManifestType) return undefined;
  const artifactType = stringAt(root, 'artifactType');
  // With the empty config a manifest must have one, and nobody else can tell which.
  if (artifactType === undefined || mediaTypeProblemOf(artifactType) !== undefined) return undefined;
  if (['config', 'layers'].some((name) => memberOf(root, name) !== undefined)) return undefined;
  const version = memberOf(root, 'schemaVersion') === undefined ? [insertMember(json, root, 'schemaVersion', '2')] : [];
  return {
    title: 'Convert to an image manifest with `artifactType`',
    places: [headOf(document)],
    edits: joined([
      ...version,
      ...ownType(document, mediaTypes.manifest),
      ...contentEdits(json, root),
      ...successorEdits(valueOf(root, 'annotations')),
    ]),
  };
};

/** The empty config, and the blobs as layers; none of them: the empty layer. */
function contentEdits(json: JsonDocument, root: JsonNode): readonly TextEdit[] {
  const inserted = (name: string, value: unknown): TextEdit =>
    insertMember(json, root, name, valueLike(json, root, value), ['artifactType']);
  const empty = toDescriptor(emptyPart);
  const config = inserted('config', empty);
  const blobs = memberOf(root, 'blobs');
  if (blobs === undefined) return [config, inserted('layers', [empty])];
  if (itemsOf(blobs.value).length > 0) return [config, renameMember(blobs, 'layers')];
  const layers = valueLike(json, root, [empty]);
  const value = blobs.value === undefined ? [] : [{ ...spanOf(blobs.value), text: layers }];
  return [config, renameMember(blobs, 'layers'), ...value];
}

/** Keys of the drafts get the names that they have now. */
function successorEdits(annotations: JsonNode | undefined): readonly TextEdit[] {
  return membersOf(annotations).flatMap((member) => {
    const successor = member.name.startsWith('org.opencontainers.artifact.')
      ? annotationInfoOf(member.name)?.replacedBy
      : undefined;
    const isFree = successor !== undefined && memberOf(annotations, successor) === undefined;
    return isFree ? [renameMember(member, successor)] : [];
  });
}
