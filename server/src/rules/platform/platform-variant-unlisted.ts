import { variantRowOf } from '../../oci/facts/platform-variants.ts';
import { isArchitecture } from '../../oci/facts/platforms.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { platformKinds } from '../support/written-platforms.ts';

/** Variants beyond the table are up to whoever implements them (image-index.md, "Platform Variants", SHOULD). */
export const platformVariantUnlisted: DocumentRule = {
  meta: {
    id: 'platform-variant-unlisted',
    title: 'Variant is not defined by the specification',
    kinds: platformKinds,
    severity: 'hint',
    profile: 'strict',
    clauses: ['platform-variant-unlisted'],
    fixable: false,
  },
  checkPlatform({ variant: node, architectureName: architecture = '' }) {
    const variant = stringOf(node);
    if (node === undefined || !variant) return;
    if (!isArchitecture(architecture) || variantRowOf(architecture) !== undefined) return;
    const message = `The specification defines no variant ${quoted(variant)} of ${architecture}.`;
    return findingAtValue(node, message, { clause: 'platform-variant-unlisted' });
  },
};
