/** Assembles an OCI image layout: blobs by digest, `oci-layout` and `index.json`. */
import { digestOf, type Files, toBase64, toPrettyJson } from './files.ts';

export const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  empty: 'application/vnd.oci.empty.v1+json',
} as const;

export interface Platform {
  readonly architecture: string;
  readonly os: string;
  readonly 'os.version'?: string;
  readonly variant?: string;
}

export type Annotations = Readonly<Record<string, string>>;

export interface Descriptor {
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations?: Annotations;
  readonly data?: string;
}

/** A manifest or an index. Its descriptor repeats these properties. */
export interface Document {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly [member: string]: unknown;
}

/** The blobs of a layout in progress, by digest. */
export type Blobs = Map<string, Uint8Array>;

interface Extras {
  readonly artifactType?: string;
  readonly platform?: Platform;
  readonly annotations?: Annotations;
  /** Whether the descriptor also embeds the content in `data`. */
  readonly embedded?: boolean;
}

/** Stores content and returns its descriptor, with properties in the order of the specification. */
export function addBlob(blobs: Blobs, mediaType: string, content: Uint8Array, extras: Extras = {}): Descriptor {
  const { artifactType, platform, annotations, embedded } = extras;
  const digest = digestOf(content);
  blobs.set(digest, content);
  return {
    mediaType,
    ...(artifactType && { artifactType }),
    digest,
    size: content.length,
    ...(platform && { platform }),
    ...(annotations && { annotations }),
    ...(embedded && { data: toBase64(content) }),
  };
}

/** Stores a manifest or an index. Its descriptor repeats its media type and artifact type. */
export function addDocument(
  blobs: Blobs,
  document: Document,
  extras: Extras = {},
  toJson: (value: unknown) => Uint8Array = toPrettyJson,
): Descriptor {
  const { mediaType, artifactType } = document;
  return addBlob(blobs, mediaType, toJson(document), { ...extras, ...(artifactType && { artifactType }) });
}

/** The config of an artifact that needs none: the two bytes `{}`. */
export function addEmptyConfig(blobs: Blobs): Descriptor {
  return addBlob(blobs, mediaTypes.empty, new TextEncoder().encode('{}'), { embedded: true });
}

/** The three descriptor properties that a `subject` needs. */
export function toSubject({ mediaType, digest, size }: Descriptor): Descriptor {
  return { mediaType, digest, size };
}

/** The whole layout folder. `manifests` are the entries of its `index.json`. */
export function toLayout(folder: string, blobs: Blobs, manifests: readonly Descriptor[]): Files {
  const files = new Map<string, Uint8Array>();
  files.set(`${folder}/oci-layout`, toPrettyJson({ imageLayoutVersion: '1.0.0' }));
  files.set(`${folder}/index.json`, toPrettyJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }));
  for (const [digest, content] of blobs) files.set(blobPath(folder, digest), content);
  return files;
}

export function blobPath(folder: string, digest: string): string {
  return `${folder}/blobs/${digest.replace(':', '/')}`;
}
