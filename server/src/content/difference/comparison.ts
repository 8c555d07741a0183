import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { UnpackBudget } from '../archive/uncompressed.ts';
import type { StartHash } from '../hashing.ts';
import { type Content, isContent } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import type { Change, Location } from './change.ts';

/** One side of a comparison: a document, and where to find its content. */
export interface Side {
  readonly document: OciDocument;
  readonly contents: Contents;
}

/** Content with the same digest and size on both sides: whether its bytes are the same is only known once it is read. */
export interface SameSized {
  readonly location: Location;
  readonly a: Content;
  readonly b: Content;
  readonly sides: readonly [Side, Side];
}

/** State of a comparison: inputs and collected results. */
export interface Comparison {
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
  readonly signal?: AbortSignal | undefined;
  readonly changes: Change[];
  readonly problems: string[];
  readonly sameSized: SameSized[];
  /** Set once layers have been compared path by path. */
  hasPaths: boolean;
  /** Set if an index has several entries. */
  isOfSeveral: boolean;
}

/** The content of a descriptor; undefined if it is not available. */
export async function contentOf(
  written: WrittenDescriptor,
  { document, contents }: Side,
): Promise<Content | undefined> {
  const found = await contents.find(written, document.uri);
  return isContent(found) ? found : undefined;
}

/** The document that a descriptor references. */
export async function sideBelow(
  written: WrittenDescriptor,
  side: Side,
  signal?: AbortSignal,
): Promise<Side | undefined> {
  const content = await contentOf(written, side);
  if (content === undefined) return undefined;
  const document = await side.contents.documentOf(content, written.value?.mediaType, signal).catch(() => undefined);
  return document && { document, contents: side.contents };
}

/** Adds changes. Not with spread arguments, because there may be very many. */
export function tell({ changes }: Comparison, found: Iterable<Change>): void {
  for (const change of found) changes.push(change);
}
