import { type Files, readSmallFile } from '../content/files.ts';
import { isLayout } from '../content/layout/layout.ts';
import { bytesOf } from '../content/stores/content-store.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { below, nameOf } from '../content/uris.ts';
import type { PlannedLayout } from '../create/check-draft.ts';
import { newLayout } from '../create/new-layout.ts';
import { layoutIndexOf, type NewDocument, planInLayout } from '../create/plan-in-layout.ts';
import { type Blob, blobUriIn } from '../create/small-blob.ts';
import { toBase64 } from '../oci/base64.ts';
import type { NewFile } from '../protocol.ts';

type NotPlanned = { readonly problem: string };

/** The files to write, and the one to open afterward. */
export interface LayoutFiles {
  readonly uri: string;
  readonly files: readonly NewFile[];
}

/** The files of an empty layout. */
export async function emptyLayoutFiles(root: string, files: Files): Promise<LayoutFiles | NotPlanned> {
  if (await isLayout(files, root)) return { problem: `${nameOf(root)} is already an OCI layout.` };
  if (!(await isFree(root, files))) return neitherLayoutNorFree(root);
  const uri = below(root, 'index.json');
  return { uri, files: [...markerOf(root), { uri, text: newLayout['index.json'] }] };
}

/** A layout with a new document in it. */
export interface LayoutWithDraft extends PlannedLayout {
  readonly isNew: boolean;
  /** The current index. */
  readonly before: Uint8Array | undefined;
}

/** Plans to add a document to a new or existing layout. */
export async function planLayout(
  draft: NewDocument,
  root: string,
  tag: string | undefined,
  files: Files,
): Promise<LayoutWithDraft | NotPlanned> {
  const isNew = !(await isLayout(files, root));
  if (isNew && !(await isFree(root, files))) return neitherLayoutNorFree(root);
  const indexUri = below(root, 'index.json');
  const before = isNew ? undefined : await readSmallFile(files, indexUri, maxDocumentSize);
  const { own, blobs, listedIn } = planInLayout(draft, { tag, movesTag: false });
  const listed = listedIn(layoutIndexOf(indexUri, before));
  if ('problem' in listed) {
    const isTaken = listed.problem === 'tag-taken';
    const name = nameOf(root);
    return { problem: isTaken ? `${name} already has the tag ${tag}.` : `index.json of ${name} is invalid.` };
  }
  const { text } = listed;
  return { root, isNew, before, own, blobs, files: text === undefined ? {} : { 'index.json': text } };
}

/** The files to write: blobs first, the index last. */
export async function filesOf(
  { text }: NewDocument,
  { root, isNew, before, own, blobs, files: { 'index.json': listed } }: LayoutWithDraft,
  files: Files,
): Promise<LayoutFiles> {
  const others = await Promise.all(blobs.map((blob) => (blob === own ? [] : blobFiles(root, blob, files))));
  const uri = blobUriIn(root, own);
  const seen = before === undefined ? {} : { before: toBase64(before) };
  const index = listed === undefined ? [] : [{ uri: below(root, 'index.json'), text: listed, ...seen }];
  // The marker goes first, so that an interrupted write can be completed. The index goes last, so that it never
  // references missing blobs.
  return { uri, files: [...(isNew ? markerOf(root) : []), ...others.flat(), { uri, text }, ...index] };
}

async function blobFiles(root: string, blob: Blob, files: Files): Promise<readonly NewFile[]> {
  const { content } = blob;
  const uri = blobUriIn(root, blob);
  if (content.uri === uri || (await files.stat(uri))?.size === content.size) return [];
  if (content.uri !== undefined) return [{ uri, copyOf: content.uri }];
  return [{ uri, base64: toBase64(await bytesOf(content)) }];
}

function markerOf(root: string): readonly NewFile[] {
  return [
    { uri: below(root, 'oci-layout'), text: newLayout['oci-layout'] },
    { uri: below(root, 'blobs', 'sha256'), isFolder: true },
  ];
}

async function isFree(root: string, files: Files): Promise<boolean> {
  return ((await files.list(root)) ?? []).length === 0;
}

function neitherLayoutNorFree(root: string): NotPlanned {
  return { problem: `${nameOf(root)} is neither an OCI layout nor empty.` };
}
