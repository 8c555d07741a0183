import type { Readable } from 'node:stream';

/** Limits for the header and the body of a message, in bytes. */
const maxHeader = 4096;
const maxMessage = 512 * 1024 * 1024;

/**
 * Monitors the framing of LSP messages in a stream that others read, and reports once if a header is malformed: nothing
 * after it can be understood.
 */
export function watchFraming(stream: Readable, onBroken: (why: string) => void): void {
  let header = '';
  /** Remaining bytes of the current body. */
  let left = 0;

  function read(bytes: Buffer): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      if (left > 0) {
        const taken = Math.min(left, bytes.length - at);
        left -= taken;
        at += taken;
        continue;
      }
      const room = maxHeader - header.length;
      const before = header.length;
      header += bytes.toString('latin1', at, at + room);
      const end = header.indexOf('\r\n\r\n');
      if (end < 0 && header.length >= maxHeader) return 'header is too long';
      const why = end < 0 ? partialFault(header) : headerFault(header.slice(0, end));
      if (why !== undefined) return why;
      if (end < 0) return undefined;
      left = lengthIn(header.slice(0, end)) ?? 0;
      at += end + 4 - before;
      header = '';
    }
    return undefined;
  }

  function onData(data: Buffer): void {
    const why = read(data);
    if (why === undefined) return;
    stream.off('data', onData);
    onBroken(why);
  }
  stream.on('data', onData);
}

const field = /^[A-Za-z-]+:[^\n]*$/;

/** Checks an incomplete header: all lines but the last must be fields, and the last may be the start of one. */
function partialFault(header: string): string | undefined {
  const lines = header.split('\r\n');
  const last = lines.pop() ?? '';
  const isSound = lines.every((line) => field.test(line)) && (/^[A-Za-z-]*$/.test(last.trimEnd()) || field.test(last));
  return isSound ? undefined : 'expected a header such as "Content-Length: 123"';
}

function headerFault(header: string): string | undefined {
  if (!header.split('\r\n').every((line) => field.test(line))) return 'expected a header such as "Content-Length: 123"';
  const length = lengthIn(header);
  if (length === undefined) return 'header without a valid Content-Length';
  return length > maxMessage ? 'Content-Length exceeds 512 MiB' : undefined;
}

function lengthIn(header: string): number | undefined {
  const value = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(header)?.[1];
  return value === undefined ? undefined : Number(value);
}
