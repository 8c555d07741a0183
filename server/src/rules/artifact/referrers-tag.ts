import { refNameKey } from '../../oci/annotation-keys.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { objectOf, parentOf, stringAt } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Tag {tag} is reserved for an index of referrers, but the entry is {type}.');

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
    messages: { default: message },
  },
  reads: ['mediaType', 'annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ member, value, text = '', place }) {
    if (place !== 'index-entry' || value === undefined || !/^sha(?:256|512)-[0-9a-f]{64}$/.test(text)) return;
    const type = stringAt(parentOf(objectOf(member)), 'mediaType');
    if (type === undefined || hasTraits(kindOfMediaType(type), 'oci', 'lists-manifests')) return;
    return findingAtValue(value, message({ tag: quoted(text, 24), type: quoted(type) }), {
      clause: 'referrers-tag-target-index',
    });
  },
};
