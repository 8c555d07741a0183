import { mediaTypes } from '../../oci/media-type.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** What every reader of images knows, and what other rules speak about. */
const known =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+gzip|\+zstd)?|docker\.image\.rootfs\..*)$/;

/** A portable image has layers of the specification's own types (manifest.md, `layers`, SHOULD). */
export const layerTypePortable: DocumentRule = {
  meta: {
    id: 'layer-type-portable',
    title: 'Layer type is not portable',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'portable',
    clauses: ['manifest-layers-type-portable'],
    fixable: false,
  },
  reads: ['mediaType'],
  *check(document) {
    if (stringAt(valueOf(document.root, 'config'), 'mediaType') !== mediaTypes.config) return;
    const layers = layersOf(document);
    // Without a single layer of an image it is an artifact, which artifact-config-type is about.
    if (!layers.some(({ type = '' }) => known.test(type))) return;
    for (const { type, mediaType } of layers) {
      if (mediaType === undefined || type === undefined || known.test(type)) continue;
      const message = `Layer type ${quoted(type)} is not portable. Only tar and tar+gzip work everywhere.`;
      yield findingAtValue(mediaType, message, { clause: 'manifest-layers-type-portable' });
    }
  },
};
