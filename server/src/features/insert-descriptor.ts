import type { Contents } from '../content/stores/contents.ts';
import { fileDescriptorOf } from '../create/file-descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import type { DescriptorPlace } from '../oci/kinds.ts';
import { insertItem, insertMember, type TextEdit, valueLike } from '../syntax/edit.ts';
import { itemsOf, spanOf, valueOf } from '../syntax/tree.ts';

/** The list of descriptors that a document has: an index's manifests, a manifest's layers. */
export function descriptorListOf({ row }: OciDocument): DescriptorPlace | undefined {
  return row?.descriptors.find(({ isArray }) => isArray);
}

/** The position of the list's item that an offset is in, after which a new one is expected. */
export function positionInList(document: OciDocument, offset: number): number | undefined {
  const place = descriptorListOf(document);
  const items = itemsOf(valueOf(document.root, place?.member ?? ''));
  const position = items.findIndex((item) => spanOf(item).start <= offset && offset <= spanOf(item).end);
  return position < 0 ? undefined : position;
}

/**
 * The edit that adds a descriptor of a file to a document's list, after a position or at its end. Undefined where there is
 * no such file, or no such list.
 */
export async function insertDescriptorOf(
  document: OciDocument,
  position: number | undefined,
  fileUri: string,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly TextEdit[] | undefined> {
  const { json, root } = document;
  const place = descriptorListOf(document);
  if (place === undefined || root?.type !== 'object') return undefined;
  const descriptor = await fileDescriptorOf(fileUri, place.role, contents, signal);
  if (descriptor === undefined) return undefined;
  const list = valueOf(root, place.member);
  if (list === undefined)
    return [insertMember(json, root, place.member, valueLike(json, root, [descriptor]), ['config', 'mediaType'])];
  return list.type === 'array' ? [insertItem(json, list, descriptor, position)] : undefined;
}
