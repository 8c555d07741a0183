import type { Content } from '../../content/stores/content-store.ts';
import { isContent } from '../../content/stores/content-store.ts';
import type { Target } from '../../content/stores/targets.ts';
import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import type { ContentReading } from '../rule.ts';

/** What is there for a descriptor, whether it is what was promised or not. */
export function contentOf({ verdict }: Target): Content | undefined {
  if (!('content' in verdict) || verdict.state === 'unreadable') return undefined;
  return verdict.content.isGuess && verdict.state !== 'same' ? undefined : verdict.content;
}

/** The document that a target is; undefined where it is none, is not there, or cannot be read. */
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

/** The document that another document's descriptor points at. */
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

/** That it cannot be read is said once, where it is missed. */
async function unlessUnreadable<T>(reading: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  try {
    return await reading;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
