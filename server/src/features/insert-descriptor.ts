import type { Contents } from '../content/stores/contents.ts';
import { fileDescriptorOf } from '../create/file-descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import type { DescriptorProperty } from '../oci/kinds.ts';
import { insertItem, insertMember, type TextEdit, valueLike } from '../syntax/edit.ts';
import { itemsOf, spanOf, valueOf } from '../syntax/tree.ts';

/** The main list of descriptors in a document: manifests of an index, layers of a manifest. */
export function descriptorListOf({ row }: OciDocument): DescriptorProperty | undefined {
  return row?.descriptors.find(({ isArray }) => isArray);
}

/** The index of the item at an offset, after which to insert a new one. */
export function positionInList(document: OciDocument, offset: number): number | undefined {
  const list = descriptorListOf(document);
  const items = itemsOf(valueOf(document.root, list?.member ?? ''));
  const position = items.findIndex((item) => spanOf(item).start <= offset && offset <= spanOf(item).end);
  return position < 0 ? undefined : position;
}

/**
 * The edit that adds a descriptor for a file to a document's list, after an item or at the end. Undefined if the file
 * or the list does not exist.
 */
export async function insertDescriptorOf(
  document: OciDocument,
  position: number | undefined,
  fileUri: string,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly TextEdit[] | undefined> {
  const { json, root } = document;
  const property = descriptorListOf(document);
  if (property === undefined || root?.type !== 'object') return undefined;
  const descriptor = await fileDescriptorOf(fileUri, property.role, contents, signal);
  if (descriptor === undefined) return undefined;
  const list = valueOf(root, property.member);
  if (list === undefined)
    return [insertMember(json, root, property.member, valueLike(json, root, [descriptor]), ['config', 'mediaType'])];
  return list.type === 'array' ? [insertItem(json, list, descriptor, position)] : undefined;
}
