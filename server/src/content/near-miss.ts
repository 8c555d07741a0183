import type { Digest } from '../oci/digest.ts';
import { hashSmall } from './hash-small.ts';

/** What an editor, git or a tool did to bytes, so that their digest is another. */
interface Accident {
  /** Ends the sentence "It would match …". */
  readonly text: string;
  /** Takes it back, in each way that there is; none where it cannot have happened. */
  undo(bytes: Uint8Array): readonly Uint8Array[];
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The usual ones, the most likely first. */
const accidents: readonly Accident[] = [
  {
    text: 'without the line break at its end, which an editor added',
    undo: (bytes) => (bytes.at(-1) === lineFeed ? [bytes.subarray(0, -1)] : []),
  },
  {
    text: 'with a line break at its end, which was lost',
    undo: (bytes) => [withLineFeed(bytes)],
  },
  { text: 'with LF at the ends of lines; they were turned into CRLF, as git does on Windows', undo: withLineFeeds },
  { text: 'with CRLF at the ends of lines; they were turned into LF, as git does', undo: withCarriageReturns },
  {
    text: 'without the byte order mark at its start',
    undo: (bytes) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? [bytes.subarray(3)] : []),
  },
  { text: 'when written in one line; it was formatted', undo: reformatted(undefined) },
  { text: 'when indented by two blanks; it was formatted in another way', undo: reformatted('  ') },
  {
    text: 'when indented by three blanks, as Docker writes it; it was formatted in another way',
    undo: reformatted('   '),
  },
  { text: 'when indented by four blanks; it was formatted in another way', undo: reformatted('    ') },
  { text: 'when indented by tabs; it was formatted in another way', undo: reformatted('\t') },
];

/**
 * What happened to bytes that should have a digest and have not: ends the sentence "It would match …". Undefined for what
 * is none of the usual accidents. For content that is held in memory anyway.
 */
export function nearMissOf(bytes: Uint8Array, { algorithm, encoded }: Digest): string | undefined {
  const isMeant = (before: Uint8Array): boolean => hashSmall(algorithm, before) === encoded;
  return accidents.find(({ undo }) => undo(bytes).some(isMeant))?.text;
}

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

/** JSON as the common writers write it, with and without a line break at its end. */
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
