import { isRefusal } from '../../content/content-store.ts';
import type { Contents } from '../../content/contents.ts';
import { fileContentOf } from '../../content/file-content.ts';
import { blobUriOf } from '../../content/layout.ts';
import { below } from '../../content/uris.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { readDigest, registeredAlgorithms } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { humanSize, shortDigest } from '../sizes.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** A blob that a descriptor could name, with what else the descriptor would say. */
export interface BlobProposal extends Proposal {
  readonly size: number;
  /** Where it is known: what others call it, or what the document itself says. */
  readonly mediaType?: string;
}

/** More blobs than anybody picks from a list. */
const maxBlobs = 200;

/** Blobs are read for their own media type up to this size, in bytes. */
const maxRead = 256 * 1024;

/** The blobs of the layout that a document belongs to; those that nobody names yet come first. */
export async function blobProposalsOf(document: OciDocument, contents: Contents): Promise<readonly BlobProposal[]> {
  const layout = await contents.layoutOf(document.uri);
  if (layout === undefined) return [];
  const graph = await contents.graphOf(layout);
  const found: BlobProposal[] = [];
  for (const { name: algorithm } of registeredAlgorithms) {
    const names = (await contents.files.list(below(layout.root, 'blobs', algorithm))) ?? [];
    for (const name of names.slice(0, maxBlobs)) {
      const digest = readDigest(`${algorithm}:${name}`);
      const content = digest && (await fileContentOf(contents.files, blobUriOf(layout, digest)));
      if (digest === undefined || content === undefined || isRefusal(content)) continue;
      const text = toDigestText(digest);
      const mentions = graph.mentionsOf(text);
      const own =
        content.size <= maxRead ? await contents.documentOf(content, undefined).catch(() => undefined) : undefined;
      const mediaType = mentions[0]?.value.mediaType ?? own?.row?.mediaTypes[0];
      const detail = [
        own?.row?.title ?? mediaType,
        humanSize(content.size),
        mentions.length === 0 ? 'not named yet' : '',
      ]
        .filter(Boolean)
        .join(' · ');
      found.push({
        ...textProposal(text, { detail, rank: mentions.length === 0 ? 0 : 1 }),
        label: shortDigest(text),
        size: content.size,
        ...(mediaType === undefined ? {} : { mediaType }),
      });
    }
  }
  return found;
}
