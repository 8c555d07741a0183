import type { OciDocument } from '../../oci/document.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Severity } from '../rule.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { dockerToOciFixes } from '../support/docker-to-oci.ts';
import { dockerTypeOf, isForeignLayer, schema2Layers } from '../support/docker-types.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { generalLayersOf } from '../support/general-layers.ts';
import { meantBy } from '../support/meant-type.ts';
import { offering } from '../support/shared-fixes.ts';

/** Schema 2 defines gzip layers, plain and foreign, and no others (distribution, docs/spec/manifest-v2-2.md). */
export const dockerLayerType: DocumentRule = {
  meta: {
    id: 'docker-layer-type',
    title: 'Layer type is not defined for Docker manifests',
    kinds: ['docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  check: (document) => offering(dockerToOciFixes(document), findingsIn(document)),
};

function* findingsIn(document: OciDocument): Iterable<Finding> {
  const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
  // Whatever is not an image has no business here: see docker-artifact.
  if (config?.type !== mediaTypes.dockerConfig && config?.type !== mediaTypes.config) return;
  const layers = layersOf(document);
  if (!layers.some(({ type = '' }) => isImageLayerType(type))) return;
  const general = new Set(generalLayersOf(document).map(({ layer }) => layer));
  for (const layer of layers) {
    const { type, mediaType } = layer;
    if (mediaType === undefined || type === undefined || general.has(layer)) continue;
    // OCI types with a counterpart are only of the other family.
    const counterpart = dockerTypeOf(type) ?? type;
    if (schema2Layers.has(counterpart) || (counterpart !== type && isForeignLayer(counterpart))) continue;
    if (mediaTypeProblemOf(type) !== undefined || meantBy(type, document.hints.ownTypes) !== undefined) continue;
    const role = mediaTypeInfoOf(type)?.role;
    if (role !== undefined && role !== 'layer') continue;
    yield findingOf(mediaType, type);
  }
}

function findingOf(node: JsonNode, type: string): Finding {
  const { message, severity } = faultOf(type);
  return findingAtValue(node, message, severity === undefined ? {} : { severity });
}

function faultOf(type: string): { readonly message: string; readonly severity?: Severity } {
  if (type.endsWith('zstd')) {
    const message = 'Docker manifests cannot have zstd layers. Convert the manifest to OCI.';
    return { message, severity: 'warning' };
  }
  if (type.endsWith('.tar'))
    return {
      message: 'Uncompressed layers are not valid in Docker manifests. Use gzip.',
    };
  return { message: `Docker manifests cannot have layers of type ${quoted(type)}. Convert to OCI.` };
}
