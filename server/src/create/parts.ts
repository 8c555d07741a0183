import type { Platform } from '../oci/facts/platforms.ts';

/** Annotations in the order in which they are to be written. */
export type Annotations = Readonly<Record<string, string>>;

/** Content that a new document points at. Digest and size are those of the content's exact bytes. */
export interface ContentPart {
  readonly mediaType: string;
  /** `algorithm:encoded`. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  readonly annotations?: Annotations | undefined;
  /** The content itself, in base64. */
  readonly data?: string | undefined;
  readonly platform?: Platform | undefined;
  readonly artifactType?: string | undefined;
}

/** What manifests and indexes have alike. */
export interface AboutParts {
  readonly artifactType?: string | undefined;
  readonly subject?: ContentPart | undefined;
  readonly annotations?: Annotations | undefined;
}
