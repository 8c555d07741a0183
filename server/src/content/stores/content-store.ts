import type { Promised } from '../../oci/descriptor.ts';
import type { ByteRange, FileType } from '../files.ts';

/** Bytes that a descriptor may mean, as a handle: a size costs a look, bytes only when asked for. */
export interface Content {
  /** In bytes. */
  readonly size: number;
  /** Names these bytes as long as they do not change: what is known of them is kept under it. */
  readonly key: string;
  /** Where its bytes come from: so much is lost by reading them without need. */
  readonly cost: ContentCost;
  /** Where it is, when it is a file. */
  readonly uri?: string;
  /** Found by a name that anything may have: nobody promised that it is the content. */
  readonly isGuess?: boolean;
  open(range?: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

export type ContentCost = 'memory' | 'disk' | 'network';

/** Something stands at the place of the content, and is never opened: a link, a folder, a fifo or a device. */
export interface Refusal {
  readonly uri: string;
  readonly refused: Exclude<FileType, 'file'>;
}

export interface FileContent extends Content {
  readonly uri: string;
}

export type Found = Content | Refusal;

/** Turns descriptors into content. 'Not here' is undefined; it rejects only when looking failed. */
export interface ContentStore {
  /**
   * Tells at once for which of many descriptors of one document it is worth looking; undefined: for none. `algorithms`: those
   * of their digests. Absent: the descriptor itself says so.
   */
  mayFind?(near: string, algorithms: ReadonlySet<string>): Promise<MayFind | undefined>;
  /** `near`: the URI of the document that has the descriptor. Asked only for descriptors that are well-formed. */
  find(target: Promised, near: string): Promise<Found | undefined>;
}

/** Whether it is worth looking: by what is written, because few descriptors are worth reading for this. */
export type MayFind = (target: Promised) => boolean;

/** Whether there is content, and nothing that is never opened. */
export function isContent<Sort extends Content>(found: Sort | Refusal | undefined): found is Sort {
  return found !== undefined && !('refused' in found);
}

export function isRefusal(found: Found | undefined): found is Refusal {
  return found !== undefined && 'refused' in found;
}

/** Content that is in memory, in no file. */
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

/** All bytes of a content that is known to be small. */
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
