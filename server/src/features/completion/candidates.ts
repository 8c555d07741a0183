import { type Content, isRefusal } from '../../content/content-store.ts';
import type { Contents } from '../../content/contents.ts';
import { fileContentOf } from '../../content/file-content.ts';
import { blobUriOf, type Layout } from '../../content/layout.ts';
import { below, folderOf, nameOf } from '../../content/uris.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { readDigest, registeredAlgorithms } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';
import { entryFactsOf, type FileDescriptor, fileDescriptorOf } from '../file-descriptor.ts';
import { shortDigest } from '../sizes.ts';

/** Content that a descriptor of a document could name. */
export interface Candidate {
  /** A file's name; of a blob, its digest in short. */
  readonly name: string;
  /** What is in it, where that is known. */
  readonly title: string | undefined;
  /** What a descriptor of it says; a blob's media type may not be known. */
  readonly descriptor: Omit<FileDescriptor, 'mediaType'> & Partial<Pick<FileDescriptor, 'mediaType'>>;
  readonly content: Content;
  /** Whether some descriptor of the layout names it. */
  readonly isNamed: boolean;
  readonly isDocument: boolean;
}

/** More than anybody picks from a list. */
const maxBlobs = 200;
const maxFiles = 50;

/** Larger content is not read to see what it is. In bytes. */
const maxRead = 256 * 1024;

/** Larger files beside a document are not hashed unasked. In bytes. */
const maxHashed = 1024 * 1024;

/** The blobs of the layout that a document belongs to; outside layouts, the files in its folder. */
export async function candidatesOf(
  document: OciDocument,
  role: Role,
  contents: Contents,
): Promise<readonly Candidate[]> {
  const layout = await contents.layoutOf(document.uri);
  return layout === undefined ? filesBeside(document, role, contents) : blobsOf(layout, role, contents);
}

async function blobsOf(layout: Layout, role: Role, contents: Contents): Promise<readonly Candidate[]> {
  const graph = await contents.graphOf(layout);
  const found: Candidate[] = [];
  for (const { name: algorithm } of registeredAlgorithms) {
    const names = (await contents.files.list(below(layout.root, 'blobs', algorithm))) ?? [];
    for (const name of names.slice(0, maxBlobs)) {
      const digest = readDigest(`${algorithm}:${name}`);
      const content = digest && (await fileContentOf(contents.files, blobUriOf(layout, digest)));
      if (digest === undefined || content === undefined || isRefusal(content)) continue;
      const text = toDigestText(digest);
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
  }
  return found;
}

async function filesBeside({ uri }: OciDocument, role: Role, contents: Contents): Promise<readonly Candidate[]> {
  const folder = folderOf(uri);
  const names = (await contents.files.list(folder).catch(() => undefined)) ?? [];
  const found: Candidate[] = [];
  for (const name of names.slice(0, maxFiles)) {
    if (name === nameOf(uri)) continue;
    const fileUri = below(folder, name);
    const content = await fileContentOf(contents.files, fileUri).catch(() => undefined);
    if (content === undefined || isRefusal(content) || content.size > maxHashed) continue;
    const descriptor = await fileDescriptorOf(fileUri, role, contents).catch(() => undefined);
    if (descriptor === undefined) continue;
    const own = await documentIn(content, contents);
    const title = own?.row?.title ?? descriptor.mediaType;
    found.push({ name, title, descriptor, content, isNamed: false, isDocument: own?.kind !== undefined });
  }
  return found;
}

/** Content as one of our documents; undefined for other content. */
async function documentIn(content: Content, contents: Contents): Promise<OciDocument | undefined> {
  if (content.size > maxRead) return undefined;
  const document = await contents.documentOf(content, undefined).catch(() => undefined);
  return document?.kind === undefined ? undefined : document;
}
