import { inflateRawSync } from 'node:zlib';

const [headSize, trailerSize] = [10, 8];

/**
 * The `DecompressionStream` of browsers: what follows the first gzip member is junk (Compression Streams, 5). Node's takes more
 * members, and zeros. For members without a name.
 */
export class BrowserDecompressionStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const pieces: Uint8Array[] = [];
    super({
      transform(piece) {
        pieces.push(piece);
      },
      flush(control) {
        const whole = Buffer.concat(pieces);
        const { buffer, engine } = inflateRawSync(whole.subarray(headSize), { info: true }) as unknown as Inflated;
        control.enqueue(buffer);
        if (headSize + engine.bytesWritten + trailerSize !== whole.length)
          throw new TypeError('Junk found after end of compressed data.');
      },
    });
  }
}

interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}
