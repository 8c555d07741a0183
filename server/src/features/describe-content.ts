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
 * The edits that make a descriptor, complete or not, describe a file: its digest, by the algorithm that the descriptor
 * names already, its size, a media type where there is none, and `data` where there is some. Undefined where there is no such file or descriptor.
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

/** Up to this size content is embedded: the document that holds it must stay within 4 MiB. In bytes. */
export const maxEmbedded = 64 * 1024;

/** Embedded content is replaced with the rest, or goes where the new one is too large to be embedded. */
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

/** A member with a value: its old one replaced, or the member added where the specification has it. */
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
