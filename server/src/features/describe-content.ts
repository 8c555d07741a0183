import { bytesOf, type Content, isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { mediaTypeOfFile } from '../create/file-descriptor.ts';
import { toBase64 } from '../oci/base64.ts';
import { registeredAlgorithmOf } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { insertMember, removeMember, replaceValue, type TextEdit } from '../syntax/edit.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { type JsonNode, memberOf, stringAt, valueOf } from '../syntax/tree.ts';

/**
 * Edits that make a descriptor, complete or not, describe a file: digest with the existing algorithm, size, media type
 * if missing, and `data` if present. Undefined if the file or descriptor does not exist.
 */
export async function describeFile(
  document: OciDocument,
  pointer: string,
  fileUri: string,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly TextEdit[] | undefined> {
  const node = nodeAt(document.root, pointer);
  const file = await fileContentOf(contents.files, fileUri);
  if (node?.type !== 'object' || !isContent(file)) return undefined;
  const named = stringAt(node, 'digest')?.split(':')[0] ?? '';
  const algorithm = registeredAlgorithmOf(named)?.name ?? 'sha256';
  const hashed = await contents.hash(algorithm, file, signal);
  if (hashed === undefined) return undefined;
  const known = await contents.documentOf(file, undefined, signal).catch(() => undefined);
  const mediaType = mediaTypeOfFile(known, fileUri);
  return [
    ...(memberOf(node, 'mediaType') === undefined
      ? [written(document, node, 'mediaType', JSON.stringify(mediaType))]
      : []),
    written(document, node, 'digest', JSON.stringify(`${algorithm}:${hashed.hex}`)),
    written(document, node, 'size', String(hashed.size)),
    await dataEditsOf(document, node, file, signal),
  ].flat();
}

/** Maximum size of embedded content in bytes: the document that contains it must stay below 4 MiB. */
export const maxEmbedded = 64 * 1024;

/** Updates embedded content, or removes it if the new content is too large to embed. */
async function dataEditsOf(
  document: OciDocument,
  node: JsonNode,
  file: Content,
  signal: AbortSignal | undefined,
): Promise<readonly TextEdit[]> {
  const data = memberOf(node, 'data');
  if (data === undefined) return [];
  if (file.size > maxEmbedded) return [removeMember(document.json, data)];
  return written(document, node, 'data', JSON.stringify(toBase64(await bytesOf(file, signal))));
}

/** Replaces the value of a member, or adds the member in the order of the specification. */
function written({ json, root }: OciDocument, node: JsonNode, name: string, text: string): readonly TextEdit[] {
  const value = valueOf(node, name);
  if (value !== undefined) {
    const { text: whole } = json;
    const edit = replaceValue(value, text);
    return whole.slice(edit.start, edit.end) === text ? [] : [edit];
  }
  if (root === undefined) return [];
  return [insertMember(json, node, name, text, name === 'mediaType' ? [] : ['digest', 'mediaType'])];
}
