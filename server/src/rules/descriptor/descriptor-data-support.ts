import { emptyContent } from '../../oci/empty.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

/** `data` is new in version 1.1 of the specification: readers from before fetch the content in any case. */
export const descriptorDataSupport: DocumentRule = {
  meta: {
    id: 'descriptor-data-support',
    title: 'Embedded `data` is not read by older clients',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: false,
  },
  checkDescriptor({ data, type }) {
    // Everybody who knows the empty descriptor knows its content too.
    if (data === undefined || type === emptyContent.mediaType) return;
    return findingAtName(data, 'Clients older than image-spec 1.1 ignore `data`. Push the content as a blob too.');
  },
};
