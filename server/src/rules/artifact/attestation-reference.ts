import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { memberOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorsByDigest, tallied } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, quoted, shownDigest } from '../support/finding.ts';
import { isAttestation } from '../support/index-entries.ts';

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
  reads: ['digest', 'annotations', 'platform'],
  *check(document) {
    const isListed = (digest: string) =>
      descriptorsByDigest(document)
        .of(digest)
        .some(({ role }) => role === 'manifest');
    for (const entry of attestations(document).of('attestation')) yield* checkEntry(entry, isListed);
  },
};

const attestations = tallied((entry) =>
  entry.role === 'manifest' && isAttestation(entry) ? 'attestation' : undefined,
);

const referenceKey = 'vnd.docker.reference.digest';

function* checkEntry(
  { annotations, platform }: DescriptorParts,
  isListed: (digest: string) => boolean,
): Iterable<Finding> {
  const node = valueOf(annotations, referenceKey);
  const digest = stringOf(node);
  if (annotations !== undefined && memberOf(annotations, referenceKey) === undefined) {
    const message = `Attestation does not say which image it is about: \`${referenceKey}\` is missing.`;
    yield findingMissing(annotations, referenceKey, message);
  }
  if (node !== undefined && digest !== undefined && !isListed(digest)) {
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
