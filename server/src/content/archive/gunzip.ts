import type { Tail } from './gunzip-members.ts';

/** What there is to say of the end of a packed stream, once that was met. */
export interface StreamEnd {
  /** Zeros follow it, which are no part of it. */
  isPadded: boolean;
}

/**
 * What a gzip file unpacks to. It is a series of members (RFC 1952, 2.2): an eStargz layer has one for each file. Throws what is
 * wrong with it.
 */
export async function* gunzip(
  pieces: AsyncIterable<Uint8Array>,
  end: StreamEnd = { isPadded: false },
): AsyncIterable<Uint8Array> {
  const tail = { isReached: false };
  const steps = withoutPadding(stepsOf(pieces), tail, end);
  if (await joinsMembers()) yield* byPlatform(steps);
  else yield* (await loadScript()).gunzipMembers(steps, tail);
}

/** Loaded only where it is needed: its tables take as long to build as a small file takes to check. */
const loadScript = () => import('./gunzip-members.ts');

/** In bytes. Small, because what one step unpacks to may all be in memory. */
const stepSize = 16 * 1024;

async function* stepsOf(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += stepSize) yield piece.subarray(at, at + stepSize);
  }
}

/** So many zeros may be the end of a member: of an empty one, two of its data, four of its checksum, four of its length. */
const maxZeros = 10;

/** Holds zeros back until something follows them; of those at the end no more are handed on than may be part of a member. */
async function* withoutPadding(
  steps: AsyncIterable<Uint8Array>,
  tail: Tail,
  end: StreamEnd,
): AsyncIterable<Uint8Array> {
  let held = 0;
  for await (const step of steps) {
    const length = step.findLastIndex((byte) => byte !== 0) + 1;
    if (length > 0) {
      yield* zeros(held);
      yield step.subarray(0, length);
      held = 0;
    }
    held += step.length - length;
  }
  end.isPadded = held > maxZeros;
  tail.isReached = true;
  yield* zeros(Math.min(held, maxZeros));
}

function* zeros(count: number): Iterable<Uint8Array> {
  for (let left = count; left > 0; left -= stepSize) yield new Uint8Array(Math.min(left, stepSize));
}

/** Two members that are empty. */
const member = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const twoMembers = new Uint8Array([...member, ...member]);

/** Whether the platform takes more than one member: Node does, browsers call the second one junk (Compression Streams, 5). */
async function joinsMembers(): Promise<boolean> {
  // The class of the realm, which stays the same.
  const known = joining.get(DecompressionStream);
  if (known !== undefined) return known;
  const joins = await isSound(byPlatform(onePiece(twoMembers)));
  joining.set(DecompressionStream, joins);
  return joins;
}

const joining = new WeakMap<object, boolean>();

async function* onePiece(piece: Uint8Array): AsyncIterable<Uint8Array> {
  yield piece;
}

async function isSound(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    for await (const _ of pieces);
    return true;
  } catch {
    return false;
  }
}

async function* byPlatform(steps: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writing = writeAll(stream.writable, steps);
  // Its failure reaches the reader too, who reports it.
  writing.catch(() => {});
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await writing;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function writeAll(writable: WritableStream, steps: AsyncIterable<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const step of steps) {
      await writer.ready;
      await writer.write(step);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}
