import type { OciDocument } from '../../oci/document.ts';
import { type CodeActionContext, isRequested, toWorkspaceEdit } from '../code-actions.ts';
import { rewriteKind } from '../descriptor-actions.ts';
import type { Offer } from '../offer.ts';
import { touches } from '../ranges.ts';
import { artifactManifestToImage } from './artifact-manifest.ts';
import { artifactTypeFromConfig } from './artifact-type-from-config.ts';
import type { Convert } from './conversion.ts';
import { dockerListToOci, dockerManifestToOci } from './docker-to-oci.ts';
import { labelSchemaToOci } from './label-schema.ts';
import { ociIndexToDocker, ociManifestToDocker } from './oci-to-docker.ts';
import { stateMediaTypes } from './state-media-types.ts';

/** All conversions. */
export const conversions: readonly Convert[] = [
  dockerManifestToOci,
  dockerListToOci,
  ociManifestToDocker,
  ociIndexToDocker,
  artifactManifestToImage,
  artifactTypeFromConfig,
  labelSchemaToOci,
  stateMediaTypes,
];

/**
 * The conversions of a document that apply to a range; explicit requests for refactorings get all of them. None for
 * blobs of a layout, whose names are digests of their bytes, or for invalid JSON.
 */
export function conversionActionsOf(
  document: OciDocument,
  { span, only, version }: CodeActionContext,
): readonly Offer[] {
  if (!isRequested(rewriteKind, only) || document.hints.isBlob || document.json.faults.length > 0) return [];
  if (document.root?.type !== 'object') return [];
  const isWanted = only?.some((kind) => kind.startsWith('refactor')) === true;
  return conversions.flatMap((convert): Offer[] => {
    const conversion = convert(document);
    if (conversion === undefined) return [];
    const { title, places, edits } = conversion;
    if (!isWanted && !places.some((place) => touches(place, span))) return [];
    return [{ title, kind: rewriteKind, makeEdit: async () => toWorkspaceEdit(document, edits, version) }];
  });
}
