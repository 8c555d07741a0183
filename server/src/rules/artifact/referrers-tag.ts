import { refNameKey } from '../../oci/annotation-keys.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { objectOf, parentOf, stringAt } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** A tag `sha256-<hex>` is where clients look for the list of a manifest's referrers (distribution-spec, "Referrers Tag Schema"). */
export const referrersTag: DocumentRule = {
  meta: {
    id: 'referrers-tag',
    title: 'Referrers tag does not point to an index',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['referrers-tag-target-index', 'referrers-tag-name'],
    fixable: false,
  },
  reads: ['mediaType', 'annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ member, value, text = '', place }) {
    if (place !== 'index-entry' || value === undefined || !/^sha(?:256|512)-[0-9a-f]{64}$/.test(text)) return;
    const type = stringAt(parentOf(objectOf(member)), 'mediaType');
    if (type === undefined || hasTraits(kindOfMediaType(type), 'oci', 'lists-manifests')) return;
    const message = `Tag ${quoted(text, 24)} is reserved for an index of referrers, but the entry is ${quoted(type)}.`;
    return findingAtValue(value, message, { clause: 'referrers-tag-target-index' });
  },
};
