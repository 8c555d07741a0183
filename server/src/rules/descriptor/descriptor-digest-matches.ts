import { shortDigest } from '../../oci/digest.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { bytesText, nearMissText, relatedFile } from '../support/content-locations.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { packedAnewText } from '../support/recompressed.ts';
import { wording } from '../support/wording.ts';

const message = wording('Digest mismatch: content is {digest}{sizes}.{hint}');

/** Content is checked against its digest before it is used (descriptor.md, "Properties" and "Verification", SHOULD). */
export const descriptorDigestMatches: ContentRule = {
  meta: {
    id: 'descriptor-digest-matches',
    title: 'Digest does not match its content',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-digest-matches'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const { written, value, verdict } = target;
      if (verdict.state !== 'other-content' || verdict.content.isGuess) continue;
      const { content, hashed } = verdict;
      const actual = `${value.digest.algorithm}:${hashed.hex}`;
      const sizes = BigInt(hashed.size) === value.size ? '' : `, ${bytesText(hashed.size)} instead of ${value.size}`;
      const accident =
        (await nearMissText(content, value.digest, signal)) || (await packedAnewText(target, content, reading, signal));
      const hint = accident === '' ? ' Clients will reject it.' : accident;
      yield findingAtValue(placeOf(written.node, 'digest'), message({ digest: shortDigest(actual), sizes, hint }), {
        clause: 'descriptor-digest-matches',
        digests: [actual],
        related: relatedFile(content, `The digest of these bytes is ${actual}.`),
      });
    }
  },
};
