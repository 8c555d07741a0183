import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { UnpackBudget } from '../archive/uncompressed.ts';
import type { StartHash } from '../hashing.ts';
import { type Content, isContent } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import type { Change } from './change.ts';

/** One of two documents that are compared, and where what it points at is looked for. */
export interface Side {
  readonly document: OciDocument;
  readonly contents: Contents;
}

/** What a comparison takes, and where it puts what it finds. */
export interface Comparison {
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
  readonly signal?: AbortSignal | undefined;
  readonly changes: Change[];
  readonly problems: string[];
  /** Set where layers were compared path by path. */
  hasPaths: boolean;
  /** Set where an index has several entries. */
  isOfSeveral: boolean;
}

/** What a descriptor of a side points at; undefined where it is not there. */
export async function contentOf(
  written: WrittenDescriptor,
  { document, contents }: Side,
): Promise<Content | undefined> {
  const found = await contents.find(written, document.uri);
  return isContent(found) ? found : undefined;
}

/** The document that a descriptor of a side points at. */
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

/** Adds changes, however many they are. */
export function tell({ changes }: Comparison, found: Iterable<Change>): void {
  for (const change of found) changes.push(change);
}
