import { architecturesWith, isVariantOf, variantMeantBy, variantRowOf } from '../../oci/facts/platform-variants.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';
import { platformClauseOf, platformKinds } from '../support/written-platforms.ts';

const messages = wordings({
  alias: 'Use {architecture} variant {meant} instead of {variant}.',
  unknown: 'Unknown {architecture} variant {variant} (expected {first}–{last}).{owner}',
});

/** A variant is a value of the table of variants for its architecture (image-index.md, "Platform Variants", SHOULD). */
export const platformVariant: DocumentRule = {
  meta: {
    id: 'platform-variant',
    title: 'Variant does not belong to the architecture',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-variant-table', 'config-variant-table'],
    fixable: true,
    messages,
  },
  reads: ['platform'],
  checkPlatform(platform) {
    const { variant: node, architectureName: architecture = '' } = platform;
    const variant = stringOf(node);
    if (node === undefined || !variant) return;
    // If the architecture has no known variants, platform-variant-unlisted reports any.
    if (variantRowOf(architecture) === undefined || isVariantOf(architecture, variant)) return;
    return findingOf(node, architecture, variant, platformClauseOf(platform, 'variant-table'));
  },
};

function findingOf(node: JsonNode, architecture: string, variant: string, clause: string): Finding {
  const meant = variantMeantBy(architecture, variant);
  if (meant === undefined) {
    const known = variantRowOf(architecture)?.values ?? [];
    const others = architecturesWith(variant);
    const owner = others.length === 0 ? '' : ` It belongs to ${others.join(' and ')}.`;
    const [first, last] = [known.at(0) ?? '', known.at(-1) ?? ''];
    const message = messages.unknown({ architecture, variant: quoted(variant), first, last, owner });
    return findingAtValue(node, message, { clause });
  }
  const fixes = [
    { title: `Set variant to ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true },
  ];
  const message = messages.alias({ architecture, meant: quoted(meant), variant: quoted(variant) });
  return findingAtValue(node, message, { clause, fixes });
}
