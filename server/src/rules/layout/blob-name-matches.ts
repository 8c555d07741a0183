import { blobDigestOf } from '../../content/layout/layout.ts';
import { isRefusal, type Refusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { nearMissText } from '../support/content-locations.ts';
import { findingAtStart } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  mismatch: 'Blob content does not match its name: expected {expected}, found {actual}.{hint}',
  link: 'Blob is a symbolic link. It was not read.',
  folder: 'Blob is a folder. It was not read.',
  other: 'Blob is not a regular file. It was not read.',
});

/** A blob's name is the digest of its bytes (image-layout.md, "Blobs", MUST). */
export const blobNameMatches: ContentRule = {
  meta: {
    id: 'blob-name-matches',
    title: 'Blob content does not match its name',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-blob-content-matches'],
    fixable: false,
    messages,
  },
  async *checkContent({ document: { uri, kind }, layout, contents }, signal) {
    const digest = blobDigestOf(uri);
    if (layout === undefined || digest === undefined) return;
    const content = await fileContentOf(contents.files, uri);
    if (content === undefined) return;
    if (isRefusal(content)) {
      // If a descriptor names it, the finding is at that descriptor.
      if (kind === undefined) yield unread(content);
      return;
    }
    const hashed = await contents.hash(digest.algorithm, content, signal);
    if (hashed === undefined || hashed.hex === digest.encoded) return;
    const actual = toDigestText({ ...digest, encoded: hashed.hex });
    const message = messages.mismatch({
      expected: shortDigest(toDigestText(digest)),
      actual: shortDigest(actual),
      hint: await nearMissText(content, digest, signal),
    });
    const digests = [toDigestText(digest), actual];
    yield findingAtStart(message, { digests, clause: 'layout-blob-content-matches' });
  },
};

function unread({ refused }: Refusal): Finding {
  return findingAtStart(messages[refused], { severity: 'information' });
}
