import type { Writable } from 'node:stream';

type Done = (error?: Error | null) => void;

/**
 * The connection writes a message's header and body separately. This combines them, so that the reader wakes up only
 * once per message.
 */
export function writeWholeMessages(output: Writable): void {
  const write = output.write.bind(output) as (chunk: Uint8Array, done?: Done) => boolean;
  let head: Buffer | undefined;
  output.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean => {
    const [named, then] = typeof encoding === 'function' ? [undefined, encoding] : [encoding, done];
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, named) : chunk;
    if (head === undefined && typeof chunk === 'string' && chunk.startsWith('Content-Length: ')) {
      head = bytes as Buffer;
      then?.();
      return true;
    }
    const whole = head === undefined ? bytes : Buffer.concat([head, bytes]);
    head = undefined;
    return write(whole, then);
  };
}
