import { itemsOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('URL fragment {fragment} is never sent to the server. Remove it.');

/** CNCF Distribution rejects layers whose URL has a fragment. */
export const descriptorUrlFragment: DocumentRule = {
  meta: {
    id: 'descriptor-url-fragment',
    title: 'URL has a fragment',
    kinds: ['index', 'manifest', 'descriptor', 'docker-manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['urls'],
  needs: 'urls',
  checkDescriptor({ urls }) {
    return itemsOf(urls).flatMap((item) => {
      const url = stringOf(item) ?? '';
      const hash = url.indexOf('#');
      if (hash < 0 || !/^https?:/i.test(url)) return [];
      return findingAtValue(item, message({ fragment: quoted(url.slice(hash)) }));
    });
  },
};
