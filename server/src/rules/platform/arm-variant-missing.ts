import type { DocumentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('arm without a variant: clients take it for v7, or for none. Add `variant`, such as "v7".');

/** containerd reads arm as arm/v7, others compare the texts (platforms.Normalize). */
export const armVariantMissing: DocumentRule = {
  meta: {
    id: 'arm-variant-missing',
    title: 'Platform arm has no variant',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  checkPlatform({ node, architectureName, isConfig, variant }) {
    if (isConfig || architectureName !== 'arm' || variant !== undefined) return;
    return findingMissing(node, 'variant', message);
  },
};
