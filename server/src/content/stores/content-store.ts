import type { Promised } from '../../oci/descriptor.ts';
import type { ByteRange, FileType } from '../files.ts';

/** A handle to content that may match a descriptor. Determining the size is cheap; bytes are read on demand. */
export interface Content {
  /** Bytes. */
  readonly size: number;
  /** Identifies these exact bytes until they change; used as a cache key. */
  readonly key: string;
  /** Where the bytes are stored, which determines how expensive reading is. */
  readonly cost: ContentCost;
  /** URI, if it is a file. */
  readonly uri?: string;
  /** Found by an arbitrary name rather than by digest, so it may be unrelated. */
  readonly isGuess?: boolean;
  open(range?: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

export type ContentCost = 'memory' | 'disk' | 'network';

/** The path of the content is taken by something that is never opened: a link, folder, FIFO or device. */
export interface Refusal {
  readonly uri: string;
  readonly refused: Exclude<FileType, 'file'>;
}

export interface FileContent extends Content {
  readonly uri: string;
}

export type Found = Content | Refusal;

/** Resolves descriptors to content. Not found is `undefined`; rejects only on errors. */
export interface ContentStore {
  /**
   * Quickly determines for which descriptors of a document a lookup can succeed; undefined if for none. `algorithms`:
   * digest algorithms in the document. Without this method, the descriptor alone decides.
   */
  mayFind?(near: string, algorithms: ReadonlySet<string>): Promise<MayFind | undefined>;
  /** `near`: URI of the document with the descriptor. Only called for well-formed descriptors. */
  find(target: Promised, near: string): Promise<Found | undefined>;
}

/** Whether a lookup can succeed. Works on source text, to avoid parsing most descriptors. */
export type MayFind = (target: Promised) => boolean;

/** Whether content was found that can be opened. */
export function isContent<Sort extends Content>(found: Sort | Refusal | undefined): found is Sort {
  return found !== undefined && !('refused' in found);
}

export function isRefusal(found: Found | undefined): found is Refusal {
  return found !== undefined && 'refused' in found;
}

/** Wraps bytes in memory as content. */
export function heldContent(bytes: Uint8Array, key: string): Content {
  return {
    size: bytes.length,
    key,
    cost: 'memory',
    async *open({ start = 0, end = bytes.length } = {}) {
      yield bytes.subarray(start, end);
    },
  };
}

/** All bytes of content that is known to be small. */
export async function bytesOf(content: Content, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(content.size);
  let at = 0;
  for await (const piece of content.open({ end: content.size }, signal)) {
    if (at + piece.length > bytes.length) throw new Error('changed while it was read');
    bytes.set(piece, at);
    at += piece.length;
  }
  return at === bytes.length ? bytes : bytes.subarray(0, at);
}
