import type { Descriptor } from '../oci/descriptor.ts';

/** Bytes that a descriptor may mean, as a handle: a size costs a look, bytes only when asked for. */
export interface Content {
  /** In bytes. */
  readonly size: number;
  /** Where it is, when it is a file. */
  readonly uri?: string;
  open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Turns descriptors into content. 'Not here' is a value; it rejects only when looking failed. */
export interface ContentStore {
  find(target: Descriptor, near: string, signal?: AbortSignal): Promise<Content | undefined>;
}
