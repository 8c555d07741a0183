import type { OciDocument } from '../../oci/document.ts';
import { profileOf } from '../../oci/facts/artifact-profiles.ts';
import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { dockerToOciFixes } from '../support/docker-to-oci.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { generalLayersOf } from '../support/general-layers.ts';
import { meantBy } from '../support/meant-type.ts';
import { wordings } from '../support/wording.ts';

/** The config types of Docker's own manifests. */
const configTypes: ReadonlySet<string> = new Set([
  mediaTypes.dockerConfig,
  mediaTypes.config,
  'application/vnd.docker.plugin.v1+json',
]);

const messages = wordings({
  image: 'Config type {type} is not that of a Docker image. Use {meant}.',
  config: 'Docker manifests hold images, not artifacts (config type {type}). Convert to OCI.',
  layer: 'Docker manifests hold images, not artifacts (layer type {type}). Convert to OCI.',
});

/** Only OCI manifests hold artifacts: Quay rejects other Docker manifests, and clients take them for images. */
export const dockerArtifact: DocumentRule = {
  meta: {
    id: 'docker-artifact',
    title: 'Artifact in a Docker manifest',
    kinds: ['docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages,
  },
  reads: ['mediaType'],
  *check(document) {
    const fixes = dockerToOciFixes(document);
    const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
    if (config?.mediaType === undefined || config.type === undefined) return;
    if (mediaTypeProblemOf(config.type) !== undefined || meantBy(config.type, document.hints.ownTypes) !== undefined)
      return;
    if (!configTypes.has(config.type) && isImageBut(document)) {
      const meant = mediaTypes.dockerConfig;
      const message = messages.image({ type: quoted(config.type), meant: quoted(meant) });
      const edits = [replaceValue(config.mediaType, JSON.stringify(meant))];
      yield findingAtValue(config.mediaType, message, {
        fixes: [{ title: `Set mediaType to ${meant}`, edits, isSafe: false }],
      });
      return;
    }
    if (!configTypes.has(config.type)) {
      yield findingAtValue(config.mediaType, messages.config({ type: quoted(config.type) }), { fixes });
      return;
    }
    const layers = layersOf(document);
    const [first] = layers;
    if (first?.mediaType === undefined || layers.some(({ type }) => mayBeImageLayer(type, document))) return;
    if (isKnownHabit(config.type, layers) || generalLayersOf(document).length > 0) return;
    // No fix: with OCI types, its config would still be that of an image.
    yield findingAtValue(first.mediaType, messages.layer({ type: quoted(first.type ?? '') }));
  },
};

/** Docker 1.10 wrote `text/html` and others `application/octet-stream`, where all the rest is a Docker image. */
function isImageBut(document: OciDocument): boolean {
  const layers = layersOf(document);
  return layers.length > 0 && layers.every(({ type }) => type !== undefined && isImageLayerType(type));
}

/** Ollama and others do this, and their users cannot change it. */
function isKnownHabit(configMediaType: string, layers: readonly DescriptorParts[]): boolean {
  const profile = profileOf({ configMediaType, layerMediaTypes: layers.map(({ type = '' }) => type) });
  return profile?.identifiedBy === 'layers';
}

/** Also if the type is malformed or misspelled, which other rules report. */
function mayBeImageLayer(type: string | undefined, { hints }: OciDocument): boolean {
  if (type === undefined || isImageLayerType(type) || mediaTypeProblemOf(type) !== undefined) return true;
  return meantBy(type, hints.ownTypes) !== undefined;
}
