import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';
import { annotatedKinds, ownAnnotationsOf } from '../support/written-annotations.ts';
import { isPlaceholder, ownPlatformOf } from '../support/written-platforms.ts';

const messages = wordings({
  annotation: "Go's zero time: it was never set. Set the build time, or remove it.",
  property: "`created` is Go's zero time: it was never set. Set the build time, or remove it.",
});

/** Go writes a time that was never set as January 1 of year 1. */
export const createdNeverSet: DocumentRule = {
  meta: {
    id: 'created-never-set',
    title: 'Creation time was never set',
    kinds: annotatedKinds,
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === 'org.opencontainers.image.created',
  checkAnnotation({ value, text = '', place }) {
    return place === 'label' || value === undefined || !zero.test(text) ? undefined : annotationFinding(value);
  },
  *check(document) {
    const platform = ownPlatformOf(document);
    // Nobody can or should act on it in the config of a signature.
    if (platform === undefined || isPlaceholder(platform)) return;
    const label = valueOf(ownAnnotationsOf(document), 'org.opencontainers.image.created');
    if (label !== undefined && isZero(label)) yield annotationFinding(label);
    const { root } = document;
    const entries = itemsOf(valueOf(root, 'history')).map((entry) => valueOf(entry, 'created'));
    for (const node of [valueOf(root, 'created'), ...entries]) {
      if (node !== undefined && isZero(node)) yield findingAtValue(node, messages.property);
    }
  },
};

function annotationFinding(value: JsonNode): Finding {
  return findingAtValue(value, messages.annotation);
}

const zero = /^0001-01-01T00:00:00(?:\.0+)?(?:Z|[+-]00:00)$/i;

function isZero(node: JsonNode): boolean {
  return zero.test(stringOf(node) ?? '');
}
