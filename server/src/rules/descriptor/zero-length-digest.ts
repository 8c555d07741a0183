import { digestProblemOf } from '../../oci/digest.ts';
import { emptyContent } from '../../oci/empty.ts';
import { readSize } from '../../oci/size.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

const wrongSize = '`size` is 0, but the digest is not that of empty content.';

/** The size is 0 exactly when the digest is that of no bytes. */
export const zeroLengthDigest: DocumentRule = {
  meta: {
    id: 'zero-length-digest',
    title: 'Size of 0 and digest disagree',
    kinds: descriptorKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  checkDescriptor({ digest, size, type, data }) {
    const text = stringOf(digest);
    const written = writtenOf(size);
    if (digest === undefined || size === undefined || text === undefined || written === undefined) return;
    // Of known content the size is known, and another rule says it.
    const isKnown = wellKnownContentOf(text) !== undefined;
    const isOfNothing = wellKnownContentOf(text)?.text === '';
    if (isOfNothing === (written === '0') || type === emptyContent.mediaType || readSize(written) === undefined) return;
    if (isOfNothing) {
      const message = `Digest is that of empty content, but \`size\` is ${written}. Was the file hashed before it was written?`;
      return findingAtValue(digest, message);
    }
    const isForm = text.startsWith('sha256:') && digestProblemOf(text) === undefined;
    return data === undefined && !isKnown && isForm ? findingAtValue(size, wrongSize) : undefined;
  },
};
