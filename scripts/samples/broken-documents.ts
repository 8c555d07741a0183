/** Faults of a whole document: its type, properties and annotations. */
import type { BrokenSample } from './broken.ts';
import { mediaTypes } from './layout.ts';
import * as sound from './sound.ts';

const { mediaType: _, ...untypedIndex } = sound.index;
const { artifactType: __, ...untypedArtifact } = sound.artifact;
const { schemaVersion, mediaType, ...manifestBody } = sound.manifest;

export const brokenDocuments: readonly BrokenSample[] = [
  {
    file: 'media-type-missing.json',
    severity: 'warning',
    fault: 'an index does not state its `mediaType`',
    content: untypedIndex,
  },
  {
    file: 'media-type-wrong.json',
    severity: 'error',
    fault: 'an index calls itself a manifest',
    content: { ...sound.index, mediaType: mediaTypes.manifest },
  },
  {
    file: 'index-with-layers.json',
    severity: 'error',
    fault: 'an index also has the `layers` of a manifest (CVE-2021-41190)',
    content: { ...sound.index, layers: sound.layers },
  },
  {
    file: 'manifest-with-manifests.json',
    severity: 'error',
    fault: 'a manifest also has the `manifests` of an index (CVE-2021-41190)',
    content: { ...sound.manifest, manifests: sound.entries },
  },
  {
    file: 'empty-config-without-artifact-type.json',
    severity: 'error',
    fault: 'an artifact has the empty config and no `artifactType`',
    content: untypedArtifact,
  },
  {
    file: 'artifact-type-with-parameter.json',
    severity: 'error',
    fault: '`artifactType` has a parameter, which is not part of a media type name (RFC 6838)',
    content: { ...sound.artifact, artifactType: 'application/vnd.example.chart;version=1' },
  },
  {
    file: 'misspelt-member.json',
    severity: 'warning',
    fault: '`artefactType` instead of `artifactType`',
    content: {
      schemaVersion,
      mediaType,
      artefactType: 'application/vnd.example.chart.v1',
      config: sound.descriptor('application/vnd.example.chart.config.v1+json', 'chart config', 212),
      layers: sound.artifact.layers,
    },
  },
  {
    file: 'case-variant-name.json',
    severity: 'error',
    fault: '`mediatype` instead of `mediaType`: some readers take it, some do not',
    content: { schemaVersion, mediatype: mediaType, ...manifestBody },
  },
  {
    file: 'layers-empty.json',
    severity: 'warning',
    fault: 'a manifest has no layers',
    content: { ...sound.artifact, layers: [] },
  },
  {
    file: 'null-manifests.json',
    severity: 'error',
    fault: '`manifests` of an index is null; it may be empty, but not null',
    content: { ...sound.index, manifests: null },
  },
  {
    file: 'annotations-not-string.json',
    severity: 'error',
    fault: 'the value of an annotation is a number',
    content: { ...sound.index, annotations: { ...sound.index.annotations, 'com.example.build': 4711 } },
  },
  {
    file: 'config-diff-ids-malformed.json',
    severity: 'error',
    fault: 'an entry of `diff_ids` lacks its `sha256:`',
    content: {
      ...sound.config,
      rootfs: { type: 'layers', diff_ids: sound.config.rootfs.diff_ids.map((id, at) => (at ? id.slice(7) : id)) },
    },
  },
  {
    file: 'env-without-equals-sign.json',
    severity: 'error',
    fault: 'an entry of `Env` has a name and no value',
    content: { ...sound.config, config: { ...sound.config.config, Env: ['PATH'] } },
  },
];
