import { blobDigestOf } from '../../content/layout/layout.ts';
import { isRefusal, type Refusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { nearMissText } from '../support/content-places.ts';

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
  },
  async *checkContent({ document: { uri, kind }, layout, contents }, signal) {
    const digest = blobDigestOf(uri);
    if (layout === undefined || digest === undefined) return;
    const content = await fileContentOf(contents.files, uri);
    if (content === undefined) return;
    if (isRefusal(content)) {
      // Of what a descriptor names, it is said there.
      if (kind === undefined) yield unread(content);
      return;
    }
    const hashed = await contents.hash(digest.algorithm, content, signal);
    if (hashed === undefined || hashed.hex === digest.encoded) return;
    const actual = toDigestText({ ...digest, encoded: hashed.hex });
    const accident = await nearMissText(content, digest, signal);
    const remedy = accident === '' ? '' : accident;
    const message = `Blob content does not match its name: expected ${shortDigest(toDigestText(digest))}, found ${shortDigest(actual)}.${remedy}`;
    const digests = [toDigestText(digest), actual];
    yield { span: { start: 0, end: 1 }, pointer: '', message, digests, clause: 'layout-blob-content-matches' };
  },
};

function unread({ refused }: Refusal): Finding {
  const what = { link: 'a symbolic link', folder: 'a folder', other: 'not a regular file' }[refused];
  const message = `Blob is ${what}. It was not read.`;
  return { span: { start: 0, end: 1 }, pointer: '', severity: 'information', message };
}
