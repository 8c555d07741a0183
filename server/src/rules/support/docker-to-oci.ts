import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import { ociTypeOf } from './docker-types.ts';
import { once } from './once.ts';

/** The edits that convert a Docker manifest to OCI. The bytes of config and layers stay the same under other types. */
export function dockerToOciEdits({ root, descriptors }: OciDocument): readonly TextEdit[] {
  const own = swapped(valueOf(root, 'mediaType'), () => mediaTypes.manifest);
  return [...own, ...descriptors.flatMap(({ node }) => swapped(valueOf(node, 'mediaType'), ociTypeOf))];
}

/** The remedy for a Docker manifest with content that only OCI manifests can have. */
export const dockerToOciFixes = once((document): readonly Fix[] => {
  const statesType = valueOf(document.root, 'mediaType') !== undefined;
  if (!hasTraits(document.kind, 'docker', 'has-layers') || !statesType) return [];
  return [{ title: 'Convert the manifest to OCI', edits: dockerToOciEdits(document), isSafe: false }];
});

/** The edit that replaces a type by its counterpart. Empty if it has none. */
export function swapped(
  node: JsonNode | undefined,
  other: (type: string | undefined) => string | undefined,
): readonly TextEdit[] {
  const type = other(stringOf(node));
  return node === undefined || type === undefined ? [] : [replaceValue(node, JSON.stringify(type))];
}
