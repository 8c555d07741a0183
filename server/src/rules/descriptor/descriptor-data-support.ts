import { emptyContent } from '../../oci/empty.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtName } from '../support/finding.ts';

/** `data` is new in version 1.1 of the specification: readers from before fetch the content in any case. */
export const descriptorDataSupport: DocumentRule = {
  meta: {
    id: 'descriptor-data-support',
    title: 'Content that is embedded in `data` is also stored as a blob',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: false,
  },
  *check(document) {
    for (const { data, type } of descriptorPartsOf(document)) {
      // Everybody who knows the empty descriptor knows its content too.
      if (data === undefined || type === emptyContent.mediaType) continue;
      const message =
        '`data` is new in image-spec 1.1. Readers from before fetch the content all the same, and registries check that it is there: push it as a blob too.';
      yield findingAtName(data, message);
    }
  },
};
