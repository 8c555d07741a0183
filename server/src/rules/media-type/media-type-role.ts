import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import type { MediaTypeRole } from '../../oci/facts/media-type-info.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('{what} has the media type of {role}. Check the descriptor.');

/**
 * A config has a config's type, and an image's layers have those of layers. No clause forbids another type there; no reader
 * unpacks a manifest as a layer or reads a layer as a config.
 */
export const mediaTypeRole: DocumentRule = {
  meta: {
    id: 'media-type-role',
    title: 'Media type belongs to another kind of content',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check(document) {
    const parts = descriptorPartsOf(document);
    const config = parts.find(({ role }) => role === 'config');
    const ofConfig = config && foreignRoleOf(config);
    // In Docker manifests, docker-artifact reports every other config.
    if (config?.mediaType !== undefined && ofConfig !== undefined && hasTraits(document.kind, 'oci')) {
      yield findingOf(config.mediaType, 'Config', ofConfig);
    }
    const layers = layersOf(document);
    // Artifacts may hold anything.
    if (!isImageConfig(config) && !layers.some(({ type }) => isImageLayerType(type ?? ''))) return;
    for (const layer of layers) {
      const role = roleIn(layer, ['manifest', 'index', 'artifact-manifest', 'config']);
      if (layer.mediaType !== undefined && role !== undefined) yield findingOf(layer.mediaType, 'Layer', role);
    }
  },
};

function isImageConfig(config: DescriptorParts | undefined): boolean {
  return hasTraits(kindOfMediaType(config?.type), 'is-image-config');
}

/** What else the type of a config stands for; undefined for general types, which an artifact may use for its config. */
function foreignRoleOf(config: DescriptorParts): MediaTypeRole | undefined {
  // Some projects moved a type from the config to a layer.
  if (mediaTypeInfoOf(config.type ?? '')?.places.includes('config')) return undefined;
  // Projects with their own layer types have their own config types too.
  if (isImageLayerType(config.type ?? '')) return roleIn(config, ['layer']);
  return roleIn(config, ['manifest', 'index', 'artifact-manifest']);
}

/** The role of a descriptor's type, if it is one of these. */
function roleIn({ type }: DescriptorParts, roles: readonly MediaTypeRole[]): MediaTypeRole | undefined {
  const role = type === undefined ? undefined : mediaTypeInfoOf(type)?.role;
  return role !== undefined && roles.includes(role) ? role : undefined;
}

const names: Partial<Record<MediaTypeRole, string>> = {
  layer: 'a layer',
  config: 'a config',
  manifest: 'a manifest',
  index: 'an index',
  'artifact-manifest': 'an artifact manifest',
};

function findingOf(node: JsonNode, what: string, role: MediaTypeRole): Finding {
  return findingAtValue(node, message({ what, role: names[role] ?? role }));
}
