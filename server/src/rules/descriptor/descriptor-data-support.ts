import { emptyContent } from '../../oci/empty.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Clients older than image-spec 1.1 ignore `data`. Push the content as a blob too.');

/** `data` is new in image-spec 1.1: older readers fetch the content anyway. */
export const descriptorDataSupport: DocumentRule = {
  meta: {
    id: 'descriptor-data-support',
    title: 'Embedded `data` is not read by older clients',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType', 'data'],
  needs: 'data',
  checkDescriptor({ data, type }) {
    // Clients that know the empty descriptor also know its content.
    if (data === undefined || type === emptyContent.mediaType) return;
    return findingAtName(data, message);
  },
};
