import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import type { Platform } from '../oci/facts/platforms.ts';
import { hasTraits } from '../oci/kinds.ts';
import { stringAt } from '../syntax/tree.ts';
import { fileDescriptorOf } from './file-descriptor.ts';
import { blobsFor, type ToList } from './index-entries.ts';
import { manifestBlobs } from './manifest-blobs.ts';
import type { ContentPart } from './parts.ts';
import type { Blob } from './small-blob.ts';

/** A manifest or index in a file. */
export interface ManifestFile extends ToList {
  readonly uri: string;
}

/**
 * Reads a manifest or index for use as an index entry. A problem completes a sentence that starts with the file name.
 */
export async function readManifestFile(
  uri: string,
  contents: Contents,
): Promise<ManifestFile | { readonly problem: 'is not a manifest or index' | 'is not valid JSON' }> {
  const described = await fileDescriptorOf(uri, 'manifest', contents);
  const content = await fileContentOf(contents.files, uri);
  const document = isContent(content) ? await contents.documentOf(content, undefined) : undefined;
  if (described === undefined || document === undefined || !hasTraits(document.kind, 'is-image'))
    return { problem: 'is not a manifest or index' };
  if (document.json.faults.length > 0) return { problem: 'is not valid JSON' };
  const { platform, ...part } = described;
  const mediaType = stringAt(document.root, 'mediaType') ?? part.mediaType;
  return { uri, document, part: { ...part, mediaType, platform: platform && platformIn(platform) } };
}

function platformIn(members: Readonly<Record<string, string>>): Platform {
  const { os = '', architecture = '', variant, 'os.version': osVersion } = members;
  return { os, architecture, variant, osVersion };
}

/** A manifest or index as a subject: type, digest, size and artifact type. */
export function asSubject({ part: { mediaType, digest, size, artifactType } }: ToList): ContentPart {
  return { mediaType, digest, size, artifactType };
}

/**
 * The blobs that a layout needs for an index entry. A problem completes a sentence that starts with the entry's name.
 */
export async function blobsOfEntry(
  entry: ManifestFile,
  isFlat: boolean,
  contents: Contents,
): Promise<{ readonly blobs: readonly Blob[] } | { readonly problem: string }> {
  const found = await manifestBlobs(entry.uri, entry.part, contents);
  if ('blobs' in found) return { blobs: blobsFor(entry, found.blobs, isFlat) };
  const { missing } = found;
  return { problem: missing === undefined ? 'cannot be read' : `refers to ${missing}, which is missing` };
}
