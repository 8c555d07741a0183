import { itemsOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('URL scheme {scheme} is not supported. Use https: or http:.');

/** URLs in `urls` are http or https (descriptor.md, `urls`, SHOULD). The schema checks their form. */
export const descriptorUrls: DocumentRule = {
  meta: {
    id: 'descriptor-urls',
    title: 'URL is not http or https',
    kinds: ['index', 'manifest', 'descriptor', 'docker-manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['descriptor-urls-http'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['urls'],
  needs: 'urls',
  checkDescriptor({ urls }) {
    return itemsOf(urls).flatMap((item) => {
      const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(stringOf(item) ?? '')?.[1]?.toLowerCase();
      if (scheme === undefined || scheme === 'http' || scheme === 'https') return [];
      return findingAtValue(item, message({ scheme: quoted(`${scheme}:`) }), { clause: 'descriptor-urls-http' });
    });
  },
};
