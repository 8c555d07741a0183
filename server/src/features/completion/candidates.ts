import { blobDigestOf, blobUriOf, type Layout } from '../../content/layout/layout.ts';
import { type Content, isContent } from '../../content/stores/content-store.ts';
import type { Contents } from '../../content/stores/contents.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { below, folderOf, nameOf } from '../../content/uris.ts';
import { entryFactsOf, type FileDescriptor, fileDescriptorOf } from '../../create/file-descriptor.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { readDigest, registeredAlgorithms, shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';

/** Content that a descriptor could reference. */
export interface Candidate {
  /** File name, or the short digest of a blob. */
  readonly name: string;
  /** What the content is, if known. */
  readonly title: string | undefined;
  /** Its descriptor. The media type of a blob may be unknown. */
  readonly descriptor: Omit<FileDescriptor, 'mediaType'> & Partial<Pick<FileDescriptor, 'mediaType'>>;
  readonly content: Content;
  /** Whether a descriptor of the layout references it. */
  readonly isNamed: boolean;
  readonly isDocument: boolean;
}

/**
 * Far more than anyone picks from a list. If there are more blobs, only those that match the typed prefix are
 * considered.
 */
const maxBlobs = 200;
const maxFiles = 50;

/** Larger content is not read to determine what it is. Bytes. */
const maxRead = 256 * 1024;

/** Larger files next to a document are not hashed speculatively. Bytes. */
const maxHashed = 1024 * 1024;

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Whether the list is incomplete and a longer prefix would find more. */
  readonly isCut: boolean;
}

/**
 * Candidates from the enclosing layout. For documents outside layouts: files in the document's folder, below it, and in
 * the rest of the workspace. `begun`: the typed prefix of the digest.
 */
export async function candidatesOf(
  document: OciDocument,
  role: Role,
  contents: Contents,
  begun = '',
): Promise<Candidates> {
  const layout = await contents.layoutOf(document.uri);
  if (layout !== undefined) return blobsOf(layout, role, contents, begun);
  return { candidates: await filesAround(document, role, contents), isCut: false };
}

/** The digest of a blob and the layout that stores it. */
interface StoredDigest {
  readonly digest: string;
  readonly layout: Layout;
}

async function digestsIn(layout: Layout, contents: Contents): Promise<readonly StoredDigest[]> {
  const layouts = layout.hasShared ? [layout, { root: folderOf(layout.root) }] : [layout];
  const found: StoredDigest[] = [];
  for (const one of layouts) {
    for (const { name: algorithm } of registeredAlgorithms) {
      const names = (await contents.files.list(below(one.root, 'blobs', algorithm)).catch(() => undefined)) ?? [];
      for (const name of names) found.push({ digest: `${algorithm}:${name}`, layout: one });
    }
  }
  return found;
}

async function blobsOf(layout: Layout, role: Role, contents: Contents, begun: string): Promise<Candidates> {
  const graph = await contents.graphOf(layout);
  const all = await digestsIn(layout, contents);
  const isMany = all.length > maxBlobs;
  const fitting = isMany ? all.filter(({ digest }) => digest.startsWith(begun)) : all;
  const isNamed = ({ digest }: StoredDigest): number => Number(graph.mentionsOf(digest).length > 0);
  // Blobs without references first: they are the most likely targets.
  const preferred = fitting.length > maxBlobs ? [...fitting].sort((a, b) => isNamed(a) - isNamed(b)) : fitting;
  const found: Candidate[] = [];
  for (const stored of preferred.slice(0, maxBlobs)) {
    const digest = readDigest(stored.digest);
    const content = digest && (await fileContentOf(contents.files, blobUriOf(stored.layout, digest)));
    if (digest === undefined || !isContent(content)) continue;
    const text = toDigestText(digest);
    if (found.some(({ descriptor }) => descriptor.digest === text)) continue;
    const mentions = graph.mentionsOf(text);
    const own = await documentIn(content, contents);
    const mediaType = mentions[0]?.value.mediaType ?? own?.row?.mediaTypes[0];
    const facts = role === 'manifest' && own !== undefined ? await entryFactsOf(own, contents) : {};
    found.push({
      name: shortDigest(text),
      title: own?.row?.title ?? mediaType,
      descriptor: { ...(mediaType === undefined ? {} : { mediaType }), digest: text, size: content.size, ...facts },
      content,
      isNamed: mentions.length > 0,
      isDocument: own?.kind !== undefined,
    });
  }
  return { candidates: found, isCut: isMany };
}

/** Files that the document may reference, nearest first, with names relative to its folder. */
async function filesNear({ uri }: OciDocument, contents: Contents): Promise<ReadonlyMap<string, string>> {
  const folder = folderOf(uri);
  const names = (await contents.files.list(folder).catch(() => undefined)) ?? [];
  const near = new Map(names.slice(0, maxFiles).map((name) => [below(folder, name), name]));
  const listed = (await contents.workspaceFiles?.().catch(() => [])) ?? [];
  const elsewhere = listed.filter((file) => file.size <= maxRead && blobDigestOf(file.uri) === undefined);
  const isBelow = (file: { readonly uri: string }): boolean => file.uri.startsWith(`${folder}/`);
  for (const file of [...elsewhere.filter(isBelow), ...elsewhere.filter((one) => !isBelow(one))]) {
    if (near.size >= maxFiles) break;
    if (near.has(file.uri)) continue;
    near.set(file.uri, isBelow(file) ? decoded(file.uri.slice(folder.length + 1)) : nameOf(file.uri));
  }
  near.delete(uri);
  return near;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function filesAround(document: OciDocument, role: Role, contents: Contents): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [fileUri, name] of await filesNear(document, contents)) {
    const content = await fileContentOf(contents.files, fileUri).catch(() => undefined);
    if (!isContent(content) || content.size > maxHashed) continue;
    const descriptor = await fileDescriptorOf(fileUri, role, contents).catch(() => undefined);
    if (descriptor === undefined) continue;
    const own = await documentIn(content, contents);
    const title = own?.row?.title ?? descriptor.mediaType;
    found.push({ name, title, descriptor, content, isNamed: false, isDocument: own?.kind !== undefined });
  }
  return found;
}

/** Parses content as an OCI document; undefined for other content. */
async function documentIn(content: Content, contents: Contents): Promise<OciDocument | undefined> {
  if (content.size > maxRead) return undefined;
  const document = await contents.documentOf(content, undefined).catch(() => undefined);
  return document?.kind === undefined ? undefined : document;
}
