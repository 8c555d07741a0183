import { replaceValue } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { generalLayersOf } from '../support/general-layers.ts';

/** Runtimes unpack the layer types of images, and no others: `application/gzip` says nothing of a file system. */
export const layerTypeGeneral: DocumentRule = {
  meta: {
    id: 'layer-type-general',
    title: 'Image layer has the type of any archive',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  *check(document) {
    for (const { layer, meant } of generalLayersOf(document)) {
      const { mediaType, type = '' } = layer;
      if (mediaType === undefined) continue;
      const message = `Layer type ${quoted(type)} is not that of an image layer. Use ${quoted(meant, 80)}.`;
      const edits = [replaceValue(mediaType, JSON.stringify(meant))];
      yield findingAtValue(mediaType, message, {
        fixes: [{ title: `Set mediaType to ${meant}`, edits, isSafe: false }],
      });
    }
  },
};
