import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { memberOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorsByDigest, talliedByForm } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, quoted, shownDigest } from '../support/finding.ts';
import { isArtifactIndex, isAttestation } from '../support/index-entries.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: 'Attestation does not say which image it is about: `vnd.docker.reference.digest` is missing.',
  unlisted: 'Attestation refers to {digest}, which this index does not list.',
  attestation: 'Attestation refers to an attestation, not to an image.',
  platform: 'Attestation has the OS {os}, so clients may run it as an image. Use unknown/unknown.',
  type: 'Unknown reference type {type}. Use "attestation-manifest".',
  unmarked: 'Platform is unknown/unknown, so no client picks this image.',
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
  reads: ['digest', 'annotations', 'platform', 'artifactType'],
  *check(document) {
    const listedAs = (digest: string) =>
      descriptorsByDigest(document)
        .of(digest)
        .filter(({ role }) => role === 'manifest');
    for (const entry of attestations(document).of('attestation')) yield* checkEntry(entry, listedAs);
    if (isArtifactIndex(document)) return;
    for (const { platform } of attestations(document).of('unmarked')) {
      if (platform?.value !== undefined) {
        yield findingAtValue(platform.value, messages.unmarked, { severity: 'information' });
      }
    }
  },
};

const attestations = talliedByForm((entry) => {
  if (entry.role !== 'manifest') return undefined;
  if (isAttestation(entry)) return 'attestation';
  const { platform, artifactType } = entry;
  const isUnknown = ['os', 'architecture'].every((name) => stringAt(platform?.value, name) === unknownPlatform);
  return isUnknown && artifactType === undefined ? 'unmarked' : undefined;
});

const referenceKey = 'vnd.docker.reference.digest';

function* checkEntry(
  { annotations, platform }: DescriptorParts,
  listedAs: (digest: string) => readonly DescriptorParts[],
): Iterable<Finding> {
  const node = valueOf(annotations, referenceKey);
  const digest = stringOf(node);
  if (annotations !== undefined && memberOf(annotations, referenceKey) === undefined) {
    yield findingMissing(annotations, referenceKey, messages.missing);
  }
  if (node !== undefined && digest !== undefined) {
    const images = listedAs(digest);
    if (images.length === 0) yield findingAtValue(node, messages.unlisted({ digest: shownDigest(digest) }));
    else if (images.every(isAttestation)) yield findingAtValue(node, messages.attestation);
  }
  const type = valueOf(annotations, 'vnd.docker.reference.type');
  const typeText = stringOf(type);
  // Other tools list other things for an image, such as regclient its builders.
  if (type !== undefined && typeText !== 'attestation-manifest' && /attest/i.test(typeText ?? '')) {
    yield findingAtValue(type, messages.type({ type: quoted(typeText ?? '') }), { severity: 'information' });
  }
  const os = stringAt(platform?.value, 'os');
  if (platform?.value !== undefined && os !== undefined && os !== unknownPlatform) {
    yield findingAtValue(platform.value, messages.platform({ os: quoted(os) }));
  }
}
