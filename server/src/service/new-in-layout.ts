import { readSmallFile } from '../content/files.ts';
import { hashSmall } from '../content/hash-small.ts';
import { blobUriOf, isLayout } from '../content/layout/layout.ts';
import { bytesOf, type Content } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { below, nameOf } from '../content/uris.ts';
import { layoutEntry } from '../create/layout-entry.ts';
import { newLayout } from '../create/new-layout.ts';
import { toBase64 } from '../oci/base64.ts';
import { readDigest } from '../oci/digest.ts';
import { readDocumentBytes } from '../oci/document.ts';
import type { NewFile } from '../protocol.ts';
import { applyEdits } from '../syntax/edit.ts';

/** A document that is made, and everything that it refers to, by digest. */
export interface Draft {
  readonly text: string;
  readonly mediaType: string;
  readonly artifactType?: string | undefined;
  readonly blobs: ReadonlyMap<string, Content>;
}

export type LayoutFiles =
  | { readonly uri: string; readonly files: readonly NewFile[]; readonly problem?: undefined }
  | { readonly problem: string };

/** What to write to put a draft into a layout, new or not: blobs first, the index last. Without a draft: an empty layout. */
export async function layoutFiles(
  draft: Draft | undefined,
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
  if (draft === undefined) {
    if (!isNew) return { problem: `${name} is already an OCI layout.` };
    return { uri: indexUri, files: [...marker, ...folder, { uri: indexUri, text: newLayout['index.json'] }] };
  }
  const bytes = new TextEncoder().encode(draft.text);
  const digest = `sha256:${hashSmall('sha256', bytes)}`;
  const { mediaType, artifactType } = draft;
  const before = isNew ? undefined : await readSmallFile(files, indexUri, maxDocumentSize);
  const index = readDocumentBytes(indexUri, before ?? new TextEncoder().encode(newLayout['index.json']), {
    path: 'index',
  });
  const part = { mediaType, digest, size: bytes.length, artifactType };
  const listing = layoutEntry(index, { part, tag, movesTag: false });
  if ('problem' in listing) {
    const isTaken = listing.problem === 'tag-taken';
    return { problem: isTaken ? `${name} already has the tag ${tag}.` : `index.json of ${name} is invalid.` };
  }
  const blobs = await Promise.all([...draft.blobs].map(([at, content]) => blobFiles(root, at, content)));
  const uri = blobUriOf({ root }, readDigest(digest)!);
  const text = applyEdits(index.json.text, listing.edits);
  const isListed = before !== undefined && listing.edits.length === 0;
  const own = { uri, text: draft.text };
  const listed = { uri: indexUri, text, ...(before === undefined ? {} : { before: toBase64(before) }) };
  // The marker first: what is broken off can be finished. The index last: nothing points nowhere.
  return { uri, files: [...marker, ...folder, ...blobs.flat(), own, ...(isListed ? [] : [listed])] };

  async function blobFiles(layout: string, at: string, content: Content): Promise<readonly NewFile[]> {
    const place = blobUriOf({ root: layout }, readDigest(at)!);
    if (content.uri === place || (await files.stat(place))?.size === content.size) return [];
    if (content.uri !== undefined) return [{ uri: place, copyOf: content.uri }];
    return [{ uri: place, base64: toBase64(await bytesOf(content)) }];
  }
}
