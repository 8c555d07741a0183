import type { OciDocument } from '../../oci/document.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { dockerToOciFixes } from '../support/docker-to-oci.ts';
import { dockerTypeOf, isForeignLayer, schema2Layers } from '../support/docker-types.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { generalLayersOf } from '../support/general-layers.ts';
import { meantBy } from '../support/meant-type.ts';
import { offering } from '../support/shared-fixes.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  zstd: 'Docker manifests cannot have zstd layers. Convert the manifest to OCI.',
  encrypted: 'Docker manifests cannot have encrypted layers. Convert to OCI.',
  uncompressed: 'Uncompressed layers are not valid in Docker manifests. Use gzip.',
  other: 'Docker manifests cannot have layers of type {type}. Convert to OCI.',
});

/** Schema 2 defines only gzip layers, regular and foreign (distribution, docs/spec/manifest-v2-2.md). */
export const dockerLayerType: DocumentRule = {
  meta: {
    id: 'docker-layer-type',
    title: 'Layer type is not defined for Docker manifests',
    kinds: ['docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages,
  },
  reads: ['mediaType'],
  check: (document) => offering(dockerToOciFixes(document), findingsIn(document)),
};

function* findingsIn(document: OciDocument): Iterable<Finding> {
  const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
  // docker-artifact reports what is not an image.
  if (config?.type !== mediaTypes.dockerConfig && config?.type !== mediaTypes.config) return;
  const layers = layersOf(document);
  if (!layers.some(({ type = '' }) => isImageLayerType(type))) return;
  const general = new Set(generalLayersOf(document).map(({ layer }) => layer));
  for (const layer of layers) {
    const { type, mediaType } = layer;
    if (mediaType === undefined || type === undefined || general.has(layer)) continue;
    // media-type-families reports OCI types that have a Docker counterpart.
    const counterpart = dockerTypeOf(type) ?? type;
    if (schema2Layers.has(counterpart) || (counterpart !== type && isForeignLayer(counterpart))) continue;
    if (mediaTypeProblemOf(type) !== undefined || meantBy(type, document.hints.ownTypes) !== undefined) continue;
    const role = mediaTypeInfoOf(type)?.role;
    if (role !== undefined && role !== 'layer') continue;
    yield findingOf(mediaType, type);
  }
}

function findingOf(node: JsonNode, type: string): Finding {
  if (type.endsWith('zstd')) return findingAtValue(node, messages.zstd, { severity: 'warning' });
  if (type.endsWith('+encrypted')) return findingAtValue(node, messages.encrypted, { severity: 'warning' });
  if (type.endsWith('.tar')) return findingAtValue(node, messages.uncompressed);
  return findingAtValue(node, messages.other({ type: quoted(type) }));
}
