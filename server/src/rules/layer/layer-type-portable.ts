import { mediaTypes } from '../../oci/media-type.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

/** Types that every reader of images knows, or that other rules report. */
const known =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+gzip|\+zstd)?|docker\.image\.rootfs\..*)$/;

const message = wording('Layer type {type} is not portable. Only tar and tar+gzip work everywhere.');

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
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check(document) {
    if (stringAt(valueOf(document.root, 'config'), 'mediaType') !== mediaTypes.config) return;
    const layers = layersOf(document);
    // Without any image layer it is an artifact, which artifact-config-type reports.
    if (!layers.some(({ type = '' }) => known.test(type))) return;
    for (const { type, mediaType } of layers) {
      if (mediaType === undefined || type === undefined || known.test(type)) continue;
      yield findingAtValue(mediaType, message({ type: quoted(type) }), { clause: 'manifest-layers-type-portable' });
    }
  },
};
