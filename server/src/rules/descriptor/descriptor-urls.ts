import { itemsOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** Addresses in `urls` are http or https (descriptor.md, `urls`, SHOULD). Their form is the schema's business. */
export const descriptorUrls: DocumentRule = {
  meta: {
    id: 'descriptor-urls',
    title: 'URL is not http or https',
    kinds: ['index', 'manifest', 'descriptor', 'docker-manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['descriptor-urls-http'],
    fixable: false,
  },
  checkDescriptor({ urls }) {
    return itemsOf(urls).flatMap((item) => {
      const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(stringOf(item) ?? '')?.[1]?.toLowerCase();
      if (scheme === undefined || scheme === 'http' || scheme === 'https') return [];
      const message = `URL scheme ${quoted(`${scheme}:`)} is not supported. Use https: or http:.`;
      return findingAtValue(item, message, { clause: 'descriptor-urls-http' });
    });
  },
};
