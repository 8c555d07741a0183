import type { Contents } from '../content/stores/contents.ts';
import type { Target } from '../content/stores/targets.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { platformTextOf } from '../oci/platform-text.ts';
import { counted } from '../protocol/counted.ts';
import { maxName, nameOf, whatOf } from './labels.ts';
import { inOneLine } from './markdown.ts';
import { humanSize } from './sizes.ts';

/**
 * A short description of a descriptor's content for lenses: `manifest · linux/arm64 · 3 layers, 41 MB`. Omits the size
 * in the descriptor, which is visible below the lens.
 */
export async function contentNameOf(
  { written, value, verdict }: Target,
  contents: Contents,
  label?: string,
): Promise<string> {
  const isDocument = kindOfMediaType(value.mediaType) !== undefined;
  const document =
    verdict.state === 'same' && isDocument ? await contents.documentOf(verdict.content, value.mediaType) : undefined;
  const name = written.role === 'config' ? platformTextOf(document?.root) : undefined;
  return [labeledNameOf(written, label, name), document && listingOf(document)].filter(Boolean).join(' · ');
}

/**
 * A name for the content from its descriptor: `manifest · linux/arm64`. `label`: distinguishes it from others on the
 * same line.
 */
export function labeledNameOf(written: WrittenDescriptor, label: string | undefined, name?: string): string {
  return [label ?? whatOf(written), nameOf(written) ?? (name && inOneLine(name, maxName))].filter(Boolean).join(' · ');
}

/** What a document lists: `3 layers, 41 MB`, `2 manifests`; undefined if nothing. */
function listingOf({ descriptors }: OciDocument): string | undefined {
  const listed = descriptors.filter(({ role }) => role === 'layer' || role === 'blob' || role === 'manifest');
  const [first] = listed;
  if (first === undefined) return undefined;
  const count = counted(listed.length, first.role);
  if (first.role === 'manifest') return count;
  return `${count}, ${humanSize(listed.reduce((sum, { value }) => sum + (value?.size ?? 0n), 0n))}`;
}
