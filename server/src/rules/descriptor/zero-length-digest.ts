import { digestProblemOf } from '../../oci/digest.ts';
import { emptyContent } from '../../oci/empty.ts';
import { readSize } from '../../oci/size.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  digest: 'Digest is that of empty content, but `size` is {size}. Was the file hashed before it was written?',
  size: '`size` is 0, but the digest is not that of empty content.',
});

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
    messages,
  },
  reads: ['mediaType', 'digest', 'size', 'data'],
  checkDescriptor({ digest, size, type, data }) {
    const text = stringOf(digest);
    const written = writtenOf(size);
    if (digest === undefined || size === undefined || text === undefined || written === undefined) return;
    // For well-known content the size is known too, and another rule checks it.
    const isKnown = wellKnownContentOf(text) !== undefined;
    const isOfNothing = wellKnownContentOf(text)?.text === '';
    if (isOfNothing === (written === '0') || type === emptyContent.mediaType || readSize(written) === undefined) return;
    if (isOfNothing) return findingAtValue(digest, messages.digest({ size: written }));
    const isForm = text.startsWith('sha256:') && digestProblemOf(text) === undefined;
    return data === undefined && !isKnown && isForm ? findingAtValue(size, messages.size) : undefined;
  },
};
