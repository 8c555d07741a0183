import { kindOfMediaType } from '../../oci/kinds.ts';
import { objectOf, parentOf, stringAt } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { annotationsOf, refName } from '../support/written-annotations.ts';

/** A tag `sha256-<hex>` is where clients look for the list of a manifest's referrers (distribution-spec, "Referrers Tag Schema"). */
export const referrersTag: DocumentRule = {
  meta: {
    id: 'referrers-tag',
    title: 'A tag that is made of a digest names an index of referrers',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['referrers-tag-target-index', 'referrers-tag-name'],
    fixable: false,
  },
  *check(document) {
    for (const { member, value, text, place } of annotationsOf(document, [refName])) {
      if (place !== 'index-entry' || !/^sha(?:256|512)-[0-9a-f]{64}$/.test(text)) continue;
      const type = stringAt(parentOf(objectOf(member)), 'mediaType');
      if (type === undefined || kindOfMediaType(type) === 'index') continue;
      const message = `Clients look under a tag like ${quoted(text, 24)} for an index that lists referrers; this entry is ${quoted(type)}.`;
      yield findingAtValue(value, message, { clause: 'referrers-tag-target-index' });
    }
  },
};
