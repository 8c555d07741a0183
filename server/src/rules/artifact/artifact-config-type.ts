import { profileOf } from '../../oci/facts/artifact-profiles.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { losesText } from '../../syntax/fault.ts';
import { stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { generalLayersOf, readsOfGeneralLayers } from '../support/general-layers.ts';
import { meantBy } from '../support/meant-type.ts';
import { wording } from '../support/wording.ts';

/** Also true if only a typo, which another rule reports, keeps it from being one. */
function mayBeImageLayerType(type: string): boolean {
  return (
    isImageLayerType(type) || mediaTypeProblemOf(type) !== undefined || isImageLayerType(meantBy(type, undefined) ?? '')
  );
}

const message = wording(
  'Image config, but no layer is an image layer. Use another config type, or the empty config with `artifactType`.',
);

/** Only images have an image config (image-spec manifest.md, "Guidelines for Artifact Usage", MUST). */
export const artifactConfigType: DocumentRule = {
  meta: {
    id: 'artifact-config-type',
    title: 'Image config in a manifest without image layers',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['artifact-config-type', 'artifact-config-not-image-type', 'manifest-config-artifact-portable'],
    fixable: false,
    messages: { default: message },
  },
  reads: readsOfGeneralLayers,
  *check(document) {
    const { root } = document;
    const node = valueOf(valueOf(root, 'config'), 'mediaType');
    const configMediaType = stringOf(node);
    if (node === undefined || configMediaType !== mediaTypes.config) return;
    const layerMediaTypes = layersOf(document).map(({ type = '' }) => type);
    if (layerMediaTypes.length === 0 || layerMediaTypes.some(mayBeImageLayerType)) return;
    // If a manifest or config is among the layers, that is the mistake: see media-type-role.
    if (layerMediaTypes.some((type) => kindOfMediaType(type) !== undefined)) return;
    // Nor where the layers have the type of any archive: see layer-type-general.
    if (generalLayersOf(document).length > 0) return;
    if (document.json.faults.some(({ code }) => losesText(code))) return;
    const artifactType = stringAt(root, 'artifactType');
    // Widely used tools do this, and their users cannot change it.
    const profile = profileOf({ artifactType, configMediaType, layerMediaTypes });
    if (profile !== undefined && profile.id !== 'oci-image') return;
    yield findingAtValue(node, message, { clause: 'artifact-config-type' });
  },
};
