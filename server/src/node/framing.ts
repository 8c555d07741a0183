import type { Readable } from 'node:stream';

/** Limits for the header and the body of a message, in bytes. */
const maxHeader = 4096;
const maxMessage = 512 * 1024 * 1024;

export interface MessageSink {
  /** Called with the body of each message. */
  take(body: Buffer): void;
  /** Called once if a header is malformed: nothing after it can be understood. */
  broken(why: string): void;
}

/** Reads LSP messages from a stream and passes each on as soon as it is complete. */
export function readFrames(stream: Readable, { take, broken }: MessageSink): void {
  let header = '';
  /** The body being read; undefined while a header is being read. */
  let body: { readonly parts: Buffer[]; left: number } | undefined;

  function read(bytes: Buffer): string | undefined {
    for (let at = 0; at < bytes.length; ) {
      if (body === undefined) {
        const before = header.length;
        header += bytes.toString('latin1', at, at + maxHeader - before);
        const end = header.indexOf('\r\n\r\n');
        if (end < 0) return header.length < maxHeader ? partialFault(header) : 'header is too long';
        const why = headerFault(header.slice(0, end));
        if (why !== undefined) return why;
        body = { parts: [], left: lengthIn(header.slice(0, end)) ?? 0 };
        at += end + 4 - before;
        header = '';
      }
      const part = bytes.subarray(at, at + body.left);
      body.parts.push(part);
      body.left -= part.length;
      at += part.length;
      if (body.left > 0) break;
      const { parts } = body;
      body = undefined;
      take(parts.length === 1 ? part : Buffer.concat(parts));
    }
    return undefined;
  }

  function onData(data: Buffer): void {
    const why = read(data);
    if (why === undefined) return;
    stream.off('data', onData);
    broken(why);
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
