import { readSmallFile } from '../content/files.ts';
import { blobUriOf, isLayout } from '../content/layout/layout.ts';
import { bytesOf } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { below, nameOf } from '../content/uris.ts';
import { newLayout } from '../create/new-layout.ts';
import { layoutIndexOf, type NewDocument, planInLayout } from '../create/plan-in-layout.ts';
import type { Blob } from '../create/small-blob.ts';
import { toBase64 } from '../oci/base64.ts';
import { readDigest } from '../oci/digest.ts';
import type { NewFile } from '../protocol.ts';

export type LayoutFiles =
  | { readonly uri: string; readonly files: readonly NewFile[]; readonly problem?: undefined }
  | { readonly problem: string };

/** What to write to put a document into a layout, new or not: blobs first, the index last. Without one: an empty layout. */
export async function layoutFiles(
  made: NewDocument | undefined,
  root: string,
  tag: string | undefined,
  { files }: Contents,
): Promise<LayoutFiles> {
  const name = nameOf(root);
  const isNew = !(await isLayout(files, root));
  if (isNew && ((await files.list(root)) ?? []).length > 0) {
    return { problem: `${name} is neither an OCI layout nor empty.` };
  }
  const indexUri = below(root, 'index.json');
  const folder = isNew ? [{ uri: below(root, 'blobs', 'sha256'), isFolder: true as const }] : [];
  const marker = isNew ? [{ uri: below(root, 'oci-layout'), text: newLayout['oci-layout'] }] : [];
  if (made === undefined) {
    if (!isNew) return { problem: `${name} is already an OCI layout.` };
    return { uri: indexUri, files: [...marker, ...folder, { uri: indexUri, text: newLayout['index.json'] }] };
  }
  const before = isNew ? undefined : await readSmallFile(files, indexUri, maxDocumentSize);
  const { own, blobs, listedIn } = planInLayout(made, { tag, movesTag: false });
  const listed = listedIn(layoutIndexOf(indexUri, before));
  if ('problem' in listed) {
    const isTaken = listed.problem === 'tag-taken';
    return { problem: isTaken ? `${name} already has the tag ${tag}.` : `index.json of ${name} is invalid.` };
  }
  const others = await Promise.all(blobs.map((blob) => (blob === own ? [] : blobFiles(blob))));
  const uri = placeOf(own);
  const index =
    listed.text === undefined
      ? []
      : [{ uri: indexUri, text: listed.text, ...(before === undefined ? {} : { before: toBase64(before) }) }];
  // The marker first: what is broken off can be finished. The index last: nothing points nowhere.
  return { uri, files: [...marker, ...folder, ...others.flat(), { uri, text: made.text }, ...index] };

  function placeOf({ digest }: Blob): string {
    return blobUriOf({ root }, readDigest(digest)!);
  }

  async function blobFiles(blob: Blob): Promise<readonly NewFile[]> {
    const { content } = blob;
    const place = placeOf(blob);
    if (content.uri === place || (await files.stat(place))?.size === content.size) return [];
    if (content.uri !== undefined) return [{ uri: place, copyOf: content.uri }];
    return [{ uri: place, base64: toBase64(await bytesOf(content)) }];
  }
}
