import { isVariantOf, variantMeantBy, variantRowOf } from '../../oci/facts/platform-variants.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { platformClauseOf, platformKinds, platformsOf } from '../support/written-platforms.ts';

/** A variant is a value of the table of variants for its architecture (image-index.md, "Platform Variants", SHOULD). */
export const platformVariant: DocumentRule = {
  meta: {
    id: 'platform-variant',
    title: 'A variant is one that its architecture has',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-variant-table', 'config-variant-table'],
    fixable: true,
  },
  *check(document) {
    for (const platform of platformsOf(document)) {
      const node = platform.variant;
      const variant = stringOf(node);
      if (node === undefined || !variant) continue;
      const architecture = platform.architectureName ?? '';
      // Where no variants are known, any may be right: see platform-variant-unlisted.
      if (variantRowOf(architecture) === undefined || isVariantOf(architecture, variant)) continue;
      yield findingOf(node, architecture, variant, platformClauseOf(platform, 'variant-table'));
    }
  },
};

function findingOf(node: JsonNode, architecture: string, variant: string, clause: string): Finding {
  const start = `\`variant\` is ${quoted(variant)}`;
  const meant = variantMeantBy(architecture, variant);
  if (meant === undefined) {
    const known = variantRowOf(architecture)!.values;
    const range = `${known[0]} to ${known.at(-1)}`;
    return findingAtValue(node, `${start}; the variants of ${architecture} are ${range}.`, { clause });
  }
  const fixes = [{ title: `Write ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
  return findingAtValue(node, `${start}; this variant of ${architecture} is written "${meant}".`, { clause, fixes });
}
