import { emptyContent } from '../../oci/empty.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';

/** The empty descriptor stands for content that is not there (manifest.md, "Guidance for an Empty Descriptor"). */
export const layerEmptyDescriptor: DocumentRule = {
  meta: {
    id: 'layer-empty-descriptor',
    title: 'Empty descriptor stands beside real layers',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType'],
  *check(document) {
    const layers = layersOf(document);
    const empty = layers.filter(({ type }) => type === emptyContent.mediaType);
    if (empty.length === layers.length) return;
    for (const { node } of empty) {
      const message = 'Empty descriptor beside layers with content. Remove it.';
      yield findingAtSpan(node, headOf(node), message);
    }
  },
};
