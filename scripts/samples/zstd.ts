/** Zstandard through WebAssembly: Node 20 has none, and WebAssembly writes the same bytes on every machine. */
import { compress, init } from '@bokuweb/zstd-wasm';

// Once for the whole process: a second call loads the module anew under the feet of the first, which then writes rubbish.
await init();

/** One frame, with the content's size in its header. */
export function toZstd(content: Uint8Array): Uint8Array {
  return compress(content, 19);
}
