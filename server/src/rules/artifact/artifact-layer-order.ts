import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { namedProfileOf } from '../support/named-profile.ts';
import { wording } from '../support/wording.ts';

const message = wording('Flux unpacks the first layer. Put the chart before it.');

/** Flux and others take the first layer, unless they are told a media type. Helm orders layers by digest. */
export const artifactLayerOrder: DocumentRule = {
  meta: {
    id: 'artifact-layer-order',
    title: 'Chart is not in the first layer',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check(document) {
    const profile = namedProfileOf(document);
    if (profile?.id !== 'helm-chart') return;
    const content = profile.layers?.[0]?.types ?? [];
    const layers = layersOf(document);
    const at = layers.findIndex(({ type }) => type !== undefined && content.includes(type));
    const [first] = layers;
    if (at > 0 && first?.mediaType !== undefined) yield findingAtValue(first.mediaType, message);
  },
};
