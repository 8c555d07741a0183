import { variantRowOf } from '../../oci/facts/platform-variants.ts';
import { isArchitecture } from '../../oci/facts/platforms.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { platformKinds } from '../support/written-platforms.ts';

const message = wording('The specification defines no variant {variant} of {architecture}.');

/** Variants beyond the table are up to implementations (image-index.md, "Platform Variants", SHOULD). */
export const platformVariantUnlisted: DocumentRule = {
  meta: {
    id: 'platform-variant-unlisted',
    title: 'Variant is not defined by the specification',
    kinds: platformKinds,
    severity: 'hint',
    profile: 'strict',
    clauses: ['platform-variant-unlisted'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform({ variant: node, architectureName: architecture = '' }) {
    const variant = stringOf(node);
    if (node === undefined || !variant) return;
    if (!isArchitecture(architecture) || variantRowOf(architecture) !== undefined) return;
    return findingAtValue(node, message({ variant: quoted(variant), architecture }), {
      clause: 'platform-variant-unlisted',
    });
  },
};
