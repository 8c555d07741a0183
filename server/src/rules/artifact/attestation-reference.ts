import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { memberOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorsByDigest, tallied } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, quoted, shownDigest } from '../support/finding.ts';
import { isAttestation } from '../support/index-entries.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: 'Attestation does not say which image it is about: `vnd.docker.reference.digest` is missing.',
  unlisted: 'Attestation refers to {digest}, which this index does not list.',
  platform: 'Attestation has the OS {os}, so clients may run it as an image. Use unknown/unknown.',
});

/** BuildKit lists attestations next to the image that they are about, under a platform that no client picks. */
export const attestationReference: DocumentRule = {
  meta: {
    id: 'attestation-reference',
    title: 'Attestation refers to an unlisted image, or has a real platform',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
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
    yield findingMissing(annotations, referenceKey, messages.missing);
  }
  if (node !== undefined && digest !== undefined && !isListed(digest)) {
    yield findingAtValue(node, messages.unlisted({ digest: shownDigest(digest) }));
  }
  const os = stringAt(platform?.value, 'os');
  if (platform?.value !== undefined && os !== undefined && os !== unknownPlatform) {
    yield findingAtValue(platform.value, messages.platform({ os: quoted(os) }));
  }
}
