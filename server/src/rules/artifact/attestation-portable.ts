import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { entriesOf, isAttestation } from '../support/index-entries.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'Attestation entry, which some clients take for an image. Build with `--provenance=false` if they must read it.',
);

/** BuildKit makes an index of each image with attestations. Programs that choose without looking stop at unknown/unknown. */
export const attestationPortable: DocumentRule = {
  meta: {
    id: 'attestation-portable',
    title: 'Index lists attestations beside images',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check(document) {
    // The first speaks for all: they come with one setting.
    const platform = entriesOf(document).find(isAttestation)?.platform;
    if (platform !== undefined) yield findingAtName(platform, message);
  },
};
