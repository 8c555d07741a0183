import { emptyContent } from '../../oci/empty.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import type { Fix } from '../rule.ts';
import type { DescriptorParts } from './descriptor-part-members.ts';

/** Replaces a descriptor of zero bytes by the empty descriptor (manifest.md, "Guidance for an Empty Descriptor"). */
export function emptyDescriptorFix({ mediaType, digest, size }: DescriptorParts): Fix {
  const edits: TextEdit[] = [];
  if (mediaType !== undefined) edits.push(replaceValue(mediaType, JSON.stringify(emptyContent.mediaType)));
  if (digest !== undefined) edits.push(replaceValue(digest, JSON.stringify(emptyContent.digests.sha256)));
  if (size !== undefined) edits.push(replaceValue(size, String(emptyContent.size)));
  return { title: 'Use the empty descriptor', edits, isSafe: false };
}
