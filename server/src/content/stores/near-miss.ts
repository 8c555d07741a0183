import type { Digest } from '../../oci/digest.ts';
import { hashSmall } from '../hash-small.ts';
import { bytesOf, type Content } from './content-store.ts';

/** A common accidental change to bytes, made by an editor, git or another tool. */
interface Accident {
  /** Completes the sentence "The content matches …". */
  readonly text: string;
  /** Title of the quick fix that reverts it. */
  readonly remedy: string;
  /** Whether git makes this change automatically to files that it considers text. */
  readonly isLineEnds?: boolean;
  /** All ways to revert the change; empty if it cannot have happened. */
  undo(bytes: Uint8Array): readonly Uint8Array[];
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Most likely first. */
const accidents: readonly Accident[] = [
  {
    text: 'without the final line break: an editor added it',
    remedy: 'remove the final line break',
    undo: (bytes) => (bytes.at(-1) === lineFeed ? [bytes.subarray(0, -1)] : []),
  },
  {
    text: 'with a final line break: it was lost',
    remedy: 'restore the final line break',
    undo: (bytes) => [withLineFeed(bytes)],
  },
  {
    text: 'with LF line endings: git on Windows makes them CRLF',
    remedy: 'restore LF line endings',
    isLineEnds: true,
    undo: withLineFeeds,
  },
  {
    text: 'with CRLF line endings: git makes them LF',
    remedy: 'restore CRLF line endings',
    isLineEnds: true,
    undo: withCarriageReturns,
  },
  {
    text: 'without the byte order mark',
    remedy: 'remove the byte order mark',
    undo: (bytes) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? [bytes.subarray(3)] : []),
  },
  {
    text: 'on one line: it was reformatted',
    remedy: 'format on one line',
    undo: reformatted(undefined),
  },
  indented('with two spaces', '  '),
  indented('with three spaces, as Docker does', '   ', 'with three spaces'),
  indented('with four spaces', '    '),
  indented('with tabs', '\t'),
];

function indented(how: string, indent: string, remedy = how): Accident {
  return {
    text: `when indented ${how}: it was reformatted`,
    remedy: `indent ${remedy}`,
    undo: reformatted(indent),
  };
}

/** A recognized accident. */
export interface NearMiss extends Pick<Accident, 'text' | 'remedy' | 'isLineEnds'> {
  /** The original bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Finds the accident that explains why bytes do not match a digest; undefined if there is none. For content that is in
 * memory anyway.
 */
export function nearMissOf(bytes: Uint8Array, { algorithm, encoded }: Digest): NearMiss | undefined {
  for (const { undo, ...accident } of accidents) {
    const before = undo(bytes).find((candidate) => hashSmall(algorithm, candidate) === encoded);
    if (before !== undefined) return { ...accident, bytes: before };
  }
  return undefined;
}

/** The same for any content; undefined if it is too large for memory. Rejects if canceled. */
export async function readNearMiss(
  content: Content,
  digest: Digest,
  signal?: AbortSignal,
): Promise<NearMiss | undefined> {
  if (content.size > largest) return undefined;
  const bytes = await bytesOf(content, signal).catch(() => new Uint8Array());
  signal?.throwIfAborted();
  return nearMissOf(bytes, digest);
}

/** Bytes. */
const largest = 4 * 1024 * 1024;

function withLineFeeds(bytes: Uint8Array): readonly Uint8Array[] {
  const kept = bytes.filter((byte, at) => byte !== carriageReturn || bytes[at + 1] !== lineFeed);
  return kept.length < bytes.length ? [kept] : [];
}

function withCarriageReturns(bytes: Uint8Array): readonly Uint8Array[] {
  const breaks = bytes.reduce((count, byte) => (byte === lineFeed ? count + 1 : count), 0);
  if (breaks === 0 || bytes.includes(carriageReturn)) return [];
  const longer = new Uint8Array(bytes.length + breaks);
  let end = 0;
  for (const byte of bytes) {
    if (byte === lineFeed) longer[end++] = carriageReturn;
    longer[end++] = byte;
  }
  return [longer];
}

/** JSON as common serializers write it, with and without a final newline. */
function reformatted(indent: string | undefined): (bytes: Uint8Array) => readonly Uint8Array[] {
  return (bytes) => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const written = new TextEncoder().encode(JSON.stringify(JSON.parse(text), undefined, indent));
      return [written, withLineFeed(written)];
    } catch {
      return [];
    }
  };
}

function withLineFeed(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = lineFeed;
  return longer;
}
