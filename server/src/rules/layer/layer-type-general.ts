import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { generalLayersOf, readsOfGeneralLayers } from '../support/general-layers.ts';
import { wording } from '../support/wording.ts';

const message = wording('Layer type {type} is not that of an image layer. Use {meant}.');

/** Runtimes unpack only the layer types of images: `application/gzip` may be anything. */
export const layerTypeGeneral: DocumentRule = {
  meta: {
    id: 'layer-type-general',
    title: 'Image layer has the type of any archive',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  reads: readsOfGeneralLayers,
  *check(document) {
    for (const { layer, meant } of generalLayersOf(document)) {
      const { mediaType, type = '' } = layer;
      if (mediaType === undefined) continue;
      const edits = [replaceValue(mediaType, JSON.stringify(meant))];
      yield findingAtValue(mediaType, message({ type: quoted(type), meant: quoted(meant, 80) }), {
        fixes: [{ title: `Set mediaType to ${meant}`, edits, isSafe: false }],
      });
    }
  },
};
