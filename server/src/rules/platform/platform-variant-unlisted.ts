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
    title: 'An architecture without known variants has none',
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
      const message = `\`variant\` is ${quoted(variant)}; the specification has no variants of ${architecture}, so what this one means is up to the reader (since 1.1.1: like Go's GOARM and its kin).`;
      yield findingAtValue(node, message, { clause: 'platform-variant-unlisted' });
    }
  },
};
