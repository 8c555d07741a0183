import { blobDigestOf } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { nameOf } from '../content/uris.ts';
import { titleKey } from '../oci/annotation-keys.ts';
import type { OciDocument } from '../oci/document.ts';
import { mediaTypeOfFileName } from '../oci/facts/file-media-types.ts';
import { hasTraits, kindOfMediaType, type Role } from '../oci/kinds.ts';
import { type JsonNode, stringAt, valueOf } from '../syntax/tree.ts';

/** A descriptor with everything that can be derived from a file, in the property order of the specification. */
export interface FileDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
  readonly platform?: Readonly<Record<string, string>>;
}

/**
 * Describes a file for use in a document. The media type is detected from content or else from the file name. Index
 * entries also get artifact type and platform; layers get a title, as with ORAS. Undefined if the file does not exist.
 */
export async function fileDescriptorOf(
  fileUri: string,
  role: Role,
  contents: Contents,
  signal?: AbortSignal,
): Promise<FileDescriptor | undefined> {
  const file = await fileContentOf(contents.files, fileUri);
  if (!isContent(file)) return undefined;
  const hashed = await contents.hash('sha256', file, signal);
  if (hashed === undefined) return undefined;
  const document = await contents.documentOf(file, undefined, signal).catch(() => undefined);
  return {
    mediaType: mediaTypeOfFile(document, fileUri),
    digest: `sha256:${hashed.hex}`,
    size: hashed.size,
    ...(role === 'layer' ? titleOf(fileUri) : {}),
    ...(role === 'manifest' && document !== undefined ? await entryFactsOf(document, contents) : {}),
  };
}

/** The media type of a file: its own if it is a known document, otherwise derived from its name. */
export function mediaTypeOfFile(document: OciDocument | undefined, fileUri: string): string {
  const own = document?.row?.statesMediaType ? stringAt(document.root, 'mediaType') : undefined;
  const known = kindOfMediaType(own) === undefined ? undefined : own;
  return known ?? document?.row?.mediaTypes[0] ?? mediaTypeOfFileName(nameOf(fileUri));
}

function titleOf(fileUri: string): Pick<FileDescriptor, 'annotations'> {
  if (blobDigestOf(fileUri) !== undefined) return {};
  return { annotations: { [titleKey]: nameOf(fileUri) } };
}

/** Properties that an index entry repeats from its manifest (image-spec image-index.md and descriptor.md). */
export async function entryFactsOf(
  document: OciDocument,
  contents: Contents,
): Promise<Pick<FileDescriptor, 'artifactType' | 'platform'>> {
  const config = document.descriptors.find(({ role }) => role === 'config');
  const configType = stringAt(config?.node, 'mediaType');
  const isImage = hasTraits(kindOfMediaType(configType), 'is-image-config');
  const artifactType = stringAt(document.root, 'artifactType') ?? (isImage ? undefined : configType);
  if (artifactType !== undefined) return { artifactType };
  const found = config?.value && isImage ? await contents.find(config, document.uri) : undefined;
  if (!isContent(found)) return {};
  const image = await contents.documentOf(found, configType).catch(() => undefined);
  const platform = platformOf(image?.root);
  return platform === undefined ? {} : { platform };
}

function platformOf(root: JsonNode | undefined): Readonly<Record<string, string>> | undefined {
  const members = ['architecture', 'os', 'os.version', 'variant'].flatMap((name) => {
    const text = stringAt(root, name);
    return text ? [[name, text] as const] : [];
  });
  return valueOf(root, 'architecture') === undefined ? undefined : Object.fromEntries(members);
}
