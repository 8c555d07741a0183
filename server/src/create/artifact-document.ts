import { mediaTypes } from '../oci/media-type.ts';
import { type ArtifactParts, artifact } from './artifact.ts';
import type { NewDocument } from './plan-in-layout.ts';
import { type Blob, emptyBlob } from './small-blob.ts';

/** A file to add to an artifact. */
export interface CollectedFile {
  /** Relative path for the user who pulls the artifact, with `/` as separator. */
  readonly name: string;
  readonly mediaType?: string | undefined;
  readonly blob: Blob;
}

export interface CollectedArtifact extends Omit<ArtifactParts, 'files' | 'config'> {
  readonly files: readonly CollectedFile[];
  readonly config: CollectedFile | undefined;
}

/** An artifact's manifest with everything it references, or the reason why it cannot be created. */
export function artifactDocument({
  files,
  config,
  ...about
}: CollectedArtifact): NewDocument | { readonly problem: string } {
  const made = artifact({ ...about, files: files.map(fileOf), config: config && fileOf(config) });
  if (made.problem !== undefined) return made;
  const { text, artifactType, hasEmpty } = made;
  const blobs = [config, ...files].flatMap((file) => file?.blob ?? []);
  return { text, mediaType: mediaTypes.manifest, artifactType, blobs: hasEmpty ? [...blobs, emptyBlob] : blobs };
}

function fileOf({ name, mediaType, blob: { digest, content } }: CollectedFile) {
  return { name, mediaType, digest, size: content.size };
}
