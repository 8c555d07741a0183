import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted, shownDigest } from '../support/finding.ts';
import { entriesOf, isAttestation } from '../support/index-entries.ts';

/** BuildKit's attestations stand beside the image that they are about, and under a platform that no client takes. */
export const attestationReference: DocumentRule = {
  meta: {
    id: 'attestation-reference',
    title: 'Attestation refers to an unlisted image, or has a real platform',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check(document) {
    const entries = entriesOf(document);
    const attestations = entries.filter(isAttestation);
    if (attestations.length === 0) return;
    const digests = new Set(entries.map(({ digest }) => stringOf(digest)));
    for (const entry of attestations) yield* checkEntry(entry, digests);
  },
};

function* checkEntry(
  { annotations, platform }: DescriptorParts,
  digests: ReadonlySet<string | undefined>,
): Iterable<Finding> {
  const node = valueOf(annotations, 'vnd.docker.reference.digest');
  const digest = stringOf(node);
  if (node !== undefined && digest !== undefined && !digests.has(digest)) {
    yield findingAtValue(node, `Attestation refers to ${shownDigest(digest)}, which this index does not list.`);
  }
  const os = stringAt(platform?.value, 'os');
  if (platform?.value !== undefined && os !== undefined && os !== unknownPlatform) {
    yield findingAtValue(
      platform.value,
      `Attestation has the OS ${quoted(os)}, so clients may run it as an image. Use unknown/unknown.`,
    );
  }
}
