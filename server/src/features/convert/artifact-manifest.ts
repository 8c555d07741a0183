import { artifactManifestEdits } from '../../rules/support/artifact-manifest-edits.ts';
import { type Convert, headOf } from './conversion.ts';

/**
 * Converts an artifact manifest of image-spec v1.1.0-rc1 and -rc2, or of ORAS, to an image manifest with
 * `artifactType`.
 */
export const artifactManifestToImage: Convert = (document) => {
  const edits = artifactManifestEdits(document);
  if (edits === undefined) return undefined;
  return { title: 'Convert to an image manifest with `artifactType`', places: [headOf(document)], edits };
};
