/**
 * Zstandard through WebAssembly, because Node 20 lacks it, and because WebAssembly writes the same bytes on every
 * machine.
 */
import { compress, init } from '@bokuweb/zstd-wasm';

// Once per process: initializing the module again breaks work in progress.
await init();

/** One frame, with the content size in its header. */
export function toZstd(content: Uint8Array): Uint8Array {
  return compress(content, 19);
}
