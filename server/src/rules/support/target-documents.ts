import type { Content } from '../../content/stores/content-store.ts';
import { isContent } from '../../content/stores/content-store.ts';
import type { Target } from '../../content/stores/targets.ts';
import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import type { ContentReading } from '../rule.ts';

/** The content found for a descriptor, whether it matches or not. */
export function contentOf({ verdict }: Target): Content | undefined {
  if (!('content' in verdict) || verdict.state === 'unreadable') return undefined;
  return verdict.content.isGuess && verdict.state !== 'same' ? undefined : verdict.content;
}

/** The document that a descriptor references. Undefined if it is missing, unreadable or not a document. */
export async function targetDocumentOf(
  target: Target,
  { contents }: ContentReading,
  signal?: AbortSignal,
): Promise<OciDocument | undefined> {
  const content = contentOf(target);
  const { mediaType } = target.value;
  if (content === undefined || kindOfMediaType(mediaType) === undefined) return undefined;
  return unlessUnreadable(contents.documentOf(content, mediaType, signal), signal);
}

/** The document that a descriptor of another document references. */
export async function documentBehind(
  written: WrittenDescriptor | undefined,
  near: OciDocument,
  { contents }: ContentReading,
  signal?: AbortSignal,
): Promise<OciDocument | undefined> {
  if (written?.value === undefined || kindOfMediaType(written.value.mediaType) === undefined) return undefined;
  const found = await contents.find(written, near.uri);
  if (!isContent(found)) return undefined;
  return unlessUnreadable(contents.documentOf(found, written.value.mediaType, signal), signal);
}

/** content-missing and others report unreadable content, once. */
async function unlessUnreadable<T>(reading: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  try {
    return await reading;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
