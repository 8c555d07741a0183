import { variantRowOf } from '../../oci/facts/platform-variants.ts';
import { isArchitecture } from '../../oci/facts/platforms.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { platformKinds, platformsOf } from '../support/written-platforms.ts';

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
  *check(document) {
    for (const platform of platformsOf(document)) {
      const node = platform.variant;
      const variant = stringOf(node);
      if (node === undefined || !variant) continue;
      const architecture = platform.architectureName ?? '';
      if (!isArchitecture(architecture) || variantRowOf(architecture) !== undefined) continue;
      const message = `The specification defines no variant ${quoted(variant)} of ${architecture}.`;
      yield findingAtValue(node, message, { clause: 'platform-variant-unlisted' });
    }
  },
};
