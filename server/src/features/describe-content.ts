import { isRefusal } from '../content/content-store.ts';
import type { Contents } from '../content/contents.ts';
import { fileContentOf } from '../content/file-content.ts';
import { registeredAlgorithmOf } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { insertMember, replaceValue, type TextEdit } from '../syntax/edit.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { type JsonNode, memberOf, stringAt, valueOf } from '../syntax/tree.ts';

/**
 * The edits that make a descriptor, complete or not, describe a file: its digest, by the algorithm that the descriptor
 * names already, its size, and a media type where there is none. Undefined where there is no such file or descriptor.
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
  if (node?.type !== 'object' || file === undefined || isRefusal(file)) return undefined;
  const named = stringAt(node, 'digest')?.split(':')[0] ?? '';
  const algorithm = registeredAlgorithmOf(named)?.name ?? 'sha256';
  const hashed = await contents.hash(algorithm, file, signal);
  if (hashed === undefined) return undefined;
  const known = await contents.documentOf(file, undefined, signal);
  const mediaType = known?.row?.mediaTypes[0] ?? octetStream;
  return [
    ...(memberOf(node, 'mediaType') === undefined
      ? [written(document, node, 'mediaType', JSON.stringify(mediaType))]
      : []),
    written(document, node, 'digest', JSON.stringify(`${algorithm}:${hashed.hex}`)),
    written(document, node, 'size', String(hashed.size)),
  ].flat();
}

/** What is nothing in particular (RFC 2046, 4.5.1). */
const octetStream = 'application/octet-stream';

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
