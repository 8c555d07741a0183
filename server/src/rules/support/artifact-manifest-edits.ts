import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { insertMember, joined, renameMember, replaceValue, type TextEdit, valueLike } from '../../syntax/edit.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { itemsOf, type JsonNode, memberOf, membersOf, spanOf, stringAt, valueOf } from '../../syntax/tree.ts';

/**
 * The edits that convert an artifact manifest, of OCI or ORAS, to an image manifest with `artifactType`. Undefined if
 * that takes information that the document lacks.
 */
export function artifactManifestEdits({ kind, json, root }: OciDocument): readonly TextEdit[] | undefined {
  if (root?.type !== 'object' || !hasTraits(kind, 'has-blobs')) return undefined;
  const artifactType = stringAt(root, 'artifactType');
  // With the empty config, `artifactType` is required, and only the author knows it.
  if (artifactType === undefined || mediaTypeProblemOf(artifactType) !== undefined) return undefined;
  if (['config', 'layers'].some((name) => memberOf(root, name) !== undefined)) return undefined;
  const version = memberOf(root, 'schemaVersion') === undefined ? [insertMember(json, root, 'schemaVersion', '2')] : [];
  return joined([
    ...version,
    ...ownTypeEdits(json, root),
    ...contentEdits(json, root),
    ...successorEdits(valueOf(root, 'annotations')),
  ]);
}

function ownTypeEdits(json: JsonDocument, root: JsonNode): readonly TextEdit[] {
  const type = JSON.stringify(mediaTypes.manifest);
  const written = valueOf(root, 'mediaType');
  return [written === undefined ? insertMember(json, root, 'mediaType', type) : replaceValue(written, type)];
}

const emptyDescriptor = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size),
  data: emptyContent.data,
};

/** The empty config, and the blobs as layers. Without blobs, the empty descriptor is the layer. */
function contentEdits(json: JsonDocument, root: JsonNode): readonly TextEdit[] {
  const inserted = (name: string, value: unknown): TextEdit =>
    insertMember(json, root, name, valueLike(json, root, value), ['artifactType']);
  const empty = emptyDescriptor;
  const config = inserted('config', empty);
  const blobs = memberOf(root, 'blobs');
  if (blobs === undefined) return [config, inserted('layers', [empty])];
  if (itemsOf(blobs.value).length > 0) return [config, renameMember(blobs, 'layers')];
  const layers = valueLike(json, root, [empty]);
  const value = blobs.value === undefined ? [] : [{ ...spanOf(blobs.value), text: layers }];
  return [config, renameMember(blobs, 'layers'), ...value];
}

/** Renames keys of the drafts to their current names. */
function successorEdits(annotations: JsonNode | undefined): readonly TextEdit[] {
  return membersOf(annotations).flatMap((member) => {
    const successor = member.name.startsWith('org.opencontainers.artifact.')
      ? annotationInfoOf(member.name)?.replacedBy
      : undefined;
    const isFree = successor !== undefined && memberOf(annotations, successor) === undefined;
    return isFree ? [renameMember(member, successor)] : [];
  });
}
