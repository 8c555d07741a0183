import type { OciDocument } from '../../oci/document.ts';
import type { ArtifactProfile } from '../../oci/facts/artifact-profile.ts';
import { profileOf } from '../../oci/facts/artifact-profiles.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import { layersOf } from './descriptor-parts.ts';
import { once } from './once.ts';

/** The artifact profile of a manifest, by its artifact type or the type of its config. Of several, by its layers. */
export const namedProfileOf = once((document: OciDocument): ArtifactProfile | undefined => {
  const { root, hints } = document;
  const artifactType = stringAt(root, 'artifactType');
  const own = hints.ownTypes?.profiles.get(artifactType ?? '');
  if (own !== undefined) return own;
  const configMediaType = stringAt(valueOf(root, 'config'), 'mediaType');
  const layerMediaTypes = layersOf(document).map(({ type = '' }) => type);
  const profile = profileOf({ artifactType, configMediaType, layerMediaTypes });
  if (profile?.document !== 'manifest' || profile.status !== 'current') return undefined;
  if (profile.identifiedBy === 'artifact-type') return profile;
  const isImage = kindOfMediaType(configMediaType) !== undefined;
  return profile.identifiedBy === 'config' && !isImage ? profile : undefined;
});
