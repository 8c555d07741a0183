import type { Platform } from '../oci/facts/platforms.ts';

/** Annotations in the order to write them. */
export type Annotations = Readonly<Record<string, string>>;

/** A descriptor of content for a new document. Digest and size are those of its exact bytes. */
export interface ContentPart {
  readonly mediaType: string;
  /** `algorithm:encoded`. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Annotations | undefined;
  /** Embedded content in base64. */
  readonly data?: string | undefined;
  readonly platform?: Platform | undefined;
  readonly artifactType?: string | undefined;
}

/** Properties common to manifests and indexes. */
export interface AboutParts {
  readonly artifactType?: string | undefined;
  readonly subject?: ContentPart | undefined;
  readonly annotations?: Annotations | undefined;
}
